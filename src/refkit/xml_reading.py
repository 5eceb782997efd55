"""XML as elements with attributes, text, lines and positions; nothing is fetched, and entities are small.

`parse_xml` is strict and raises errors. `read_xml` and `read_elements` are for files as programs export them: they
return what precedes an error with the error, decode the entities of HTML, and ignore control characters and prefixes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

DEEPEST = 250  # elements in one another; readers of elements call themselves for each
MAX_ELEMENTS = 2_000_000  # in memory at the same time, about 1 GB
MAX_ENTITY = 20  # characters of an entity that a document defines for a letter or sign
_CHUNK = 65_536
# XML 1.0, 2.2: characters that no document can contain
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_START_TAG = lazy_pattern(r"<[^<>\"'/]++(?>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*)>")


class XmlError(Exception):
    """The text is not well-formed XML, or defines entities; `offset` is the position of the error."""

    def __init__(self, message: str, line: int, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.offset = offset


@dataclass(slots=True)
class XmlElement:
    """An element: its name without namespace, its attributes, line, children, text, tail and position.

    `text` is the text before its first child, `tail` the text after the element in its parent. `start` and `end` are
    offsets in the text that was parsed; in bytes, these count bytes.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""
    tail: str = ""
    start: int = 0
    end: int = 0

    @property
    def span(self) -> Span:
        """The span of the element with its tags."""
        return Span(self.start, self.end)

    def find(self, tag: str) -> XmlElement | None:
        """Return the first child called `tag`."""
        return next((child for child in self.children if child.tag == tag), None)

    def follow(self, *path: str) -> XmlElement | None:
        """Return the element reached by the first child with each name of a path, or None."""
        element: XmlElement | None = self
        for tag in path:
            element = element.find(tag) if element else None
        return element

    def find_all(self, *tags: str) -> Iterator[XmlElement]:
        """Return the children with one of these names."""
        return (child for child in self.children if child.tag in tags)

    def iter(self, *tags: str) -> Iterator[XmlElement]:
        """Yield the element and all its descendants, or those with one of these names, in the order of the text."""
        if not tags or self.tag in tags:
            yield self
        for child in self.children:
            yield from child.iter(*tags)

    def all_text(self) -> str:
        """Return the text of the element and its descendants."""
        return self.text + "".join(child.all_text() + child.tail for child in self.children)

    def content_span(self, text: str) -> Span:
        """Return the span between the tags of the element in the text that was parsed."""
        tag = _START_TAG.match(text, self.start)
        start = tag.end() if tag else self.start
        end = text.rfind("</", start, self.end)
        return Span(start, max(start, end))


def parse_xml(text: str | bytes) -> XmlElement:
    """Parse `text` and return its root. Raises XmlError.

    Character references that are escaped twice (`&amp;#160;`), as in some styles, are decoded.
    """
    builder = _TreeBuilder(text)
    builder.feed(builder.data, is_last=True)
    return builder.root.children[0]


def read_xml(text: str) -> tuple[XmlElement | None, XmlError | None]:
    """Return the root of an XML document as a program wrote it, and the error after which nothing was read."""
    builder = _TreeBuilder(_FORBIDDEN.sub(" ", text), is_lenient=True)
    error = None
    try:
        builder.feed(builder.data, is_last=True)
    except XmlError as raised:
        error = raised
        builder.close()
    return next(iter(builder.root.children), None), error


def read_elements(text: str, *tags: str) -> Iterator[XmlElement | XmlError]:
    """Yield each element with one of these names, complete, and the error after which nothing was read.

    Elements inside such an element are only in its children. Memory is needed for one element at a time, so that
    files with many records can be read. An element that the error cuts off is yielded before the error.
    """
    builder = _TreeBuilder(_FORBIDDEN.sub(" ", text), is_lenient=True, yielded=frozenset(tags))
    data = builder.data
    for start in range(0, len(data), _CHUNK):
        error = builder.try_feed(data[start : start + _CHUNK], start + _CHUNK >= len(data))
        yield from builder.take_complete()
        if error:
            yield error
            return


class _TreeBuilder:
    """A parser that builds elements: the open ones, and the complete ones that are yielded."""

    def __init__(
        self, text: str | bytes, is_lenient: bool = False, yielded: frozenset[str] = frozenset()
    ) -> None:
        self.data = text.encode("utf-8", "replace") if isinstance(text, str) else text
        # Without a separator, prefixes that are not declared are accepted, as in parts of documents.
        self.parser = expat.ParserCreate(
            "utf-8" if isinstance(text, str) else None,
            namespace_separator=None if is_lenient else " ",
        )
        self.separator = ":" if is_lenient else " "
        self.root = XmlElement("", {}, 0)
        self.stack = [self.root]
        self.yielded = yielded
        self.complete: list[XmlElement] = []
        self.pending_text: list[str] = []
        self.count = self.record_depth = 0
        self.counted_byte = self.counted_char = 0
        self.has_chars = isinstance(text, str) and not text.isascii()
        self.connect(is_lenient)

    def connect(self, is_lenient: bool) -> None:
        """Set the handlers of the parser."""
        parser = self.parser
        parser.buffer_text = not is_lenient  # text in the buffer is lost at an error
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.pending_text.append
        parser.EntityDeclHandler = self.small_entity if is_lenient else self.refuse_entity
        if is_lenient:
            parser.UseForeignDTD(True)  # then an entity that is not defined is skipped
            parser.SkippedEntityHandler = self.skipped_entity

    def feed(self, data: bytes, is_last: bool) -> None:
        """Parse a part of the text. Raises XmlError."""
        try:
            self.parser.Parse(data, is_last)
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            raise self.error(f"not well-formed XML: {reason}", error.lineno) from error
        except (LookupError, ValueError) as error:  # of Python, for a declared encoding
            raise self.error(
                f"not well-formed XML: {error}", self.parser.ErrorLineNumber
            ) from error

    def try_feed(self, data: bytes, is_last: bool) -> XmlError | None:
        """Parse a part of the text, and return its error."""
        try:
            self.feed(data, is_last)
        except XmlError as error:
            self.close()
            return error
        return None

    def error(self, message: str, line: int) -> XmlError:
        """Return an error at the current position."""
        return XmlError(message, line, self.char_offset(max(self.parser.ErrorByteIndex, 0)))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self.put_text()
        plain = {
            key.rpartition(self.separator)[2]: _unescaped(value) if "&#" in value else value
            for key, value in attributes.items()
            if not key.startswith("xmlns")
        }
        parser, tag = self.parser, name.rpartition(self.separator)[2]
        element = XmlElement(tag, plain, parser.CurrentLineNumber)
        element.start = element.end = self.char_offset(parser.CurrentByteIndex)
        self.stack[-1].children.append(element)
        self.stack.append(element)
        self.count += 1
        if len(self.stack) > DEEPEST:
            raise self.error(f"elements are nested more than {DEEPEST} deep", element.line)
        if self.count > MAX_ELEMENTS:
            raise self.error(f"there are more than {MAX_ELEMENTS:,} elements", element.line)
        if not self.record_depth and tag in self.yielded:
            self.record_depth = len(self.stack)

    def put_text(self) -> None:
        """Add the text since the last tag to the open element, or after its last child."""
        element, text = self.stack[-1], "".join(self.pending_text)
        self.pending_text.clear()
        if element.children:
            element.children[-1].tail += text
        elif not self.yielded or self.record_depth:
            element.text += text

    def end(self, _name: str) -> None:
        """End the open element; after an empty tag, the parser is already at its end."""
        index = self.parser.CurrentByteIndex
        if self.data.startswith(b"</", index):
            index = self.data.find(b">", index) + 1
        self.close_element(self.char_offset(index))

    def close_element(self, end: int) -> None:
        """Remove the innermost open element from the stack, and from its parent if it need not be kept."""
        self.put_text()
        element = self.stack.pop()
        element.end = end
        if not self.yielded or len(self.stack) + 1 > self.record_depth > 0:
            return
        if len(self.stack) + 1 == self.record_depth:
            self.complete.append(element)
            self.record_depth = 0
        self.stack[-1].children.clear()
        self.count = len(self.stack)

    def close(self) -> None:
        """End all open elements at the position of an error."""
        end = self.char_offset(max(self.parser.ErrorByteIndex, 0))
        while len(self.stack) > 1:
            self.close_element(end)

    def take_complete(self) -> list[XmlElement]:
        """Return the elements that were completed since the last call."""
        complete, self.complete = self.complete, []
        return complete

    def char_offset(self, index: int) -> int:
        """Return the offset in characters of an offset in bytes; calls come in the order of the text."""
        if not self.has_chars:
            return index
        if index < self.counted_byte:  # an error before the last position
            return len(self.data[:index].decode("utf-8", "ignore"))
        self.counted_char += len(self.data[self.counted_byte : index].decode("utf-8", "ignore"))
        self.counted_byte = index
        return self.counted_char

    def refuse_entity(self, name: str, *_: object) -> None:
        """Refuse the definition of an entity, which could expand to any size. Raises XmlError."""
        message = f"the entity `{name}` is defined here; write its text instead"
        raise self.error(message, self.parser.CurrentLineNumber)

    def small_entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        """Accept the definition of an entity as a few characters, and refuse others. Raises XmlError."""
        if is_parameter or value is None or len(value) > MAX_ENTITY or "&" in value:
            self.refuse_entity(name)

    def skipped_entity(self, name: str, is_parameter: bool) -> None:
        """Add the character of an entity of HTML, or another entity as it is written."""
        if not is_parameter:
            self.pending_text.append(_unescaped(f"&{name};"))


def _unescaped(value: str) -> str:
    """Return a text without character references."""
    from html import unescape

    return unescape(value)
