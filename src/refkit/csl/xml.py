"""XML for styles and locales: elements with attributes and lines; no entities and no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.parsers import expat

from refkit.records import dataclass, field

DEEPEST = 250  # elements in one another; readers of elements call themselves for each


class XmlError(Exception):
    """The text is not well-formed XML, or defines entities."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(slots=True)
class XmlElement:
    """An element: its name without namespace, its attributes, children, text and line."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""

    def find(self, tag: str) -> XmlElement | None:
        """Return the first child called `tag`."""
        return next((child for child in self.children if child.tag == tag), None)

    def find_all(self, tag: str) -> Iterator[XmlElement]:
        """Return the children called `tag`."""
        return (child for child in self.children if child.tag == tag)


def _unescaped(value: str) -> str:
    """Return an attribute without character references."""
    from html import unescape

    return unescape(value)


def parse_xml(text: str | bytes) -> XmlElement:
    """Parse `text` and return its root. Raises XmlError.

    Character references that are escaped twice (`&amp;#160;`), as in some styles, are decoded.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    root = XmlElement("", {}, 0)
    stack = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        plain = {
            key.rpartition(" ")[2]: _unescaped(value) if "&#" in value else value
            for key, value in attributes.items()
        }
        element = XmlElement(name.rpartition(" ")[2], plain, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)
        if len(stack) > DEEPEST:
            raise XmlError(f"elements are nested more than {DEEPEST} deep", element.line)

    def characters(chars: str) -> None:
        stack[-1].text += chars

    def end(_name: str) -> None:
        stack.pop()

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = _refuse_entity(parser)
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise XmlError(f"not well-formed XML: {reason}", error.lineno) from error
    except (LookupError, ValueError) as error:  # of Python, for the encoding that the text declares
        raise XmlError(f"not well-formed XML: {error}", parser.ErrorLineNumber) from error
    return root.children[0]


def _refuse_entity(parser: expat.XMLParserType) -> Callable[..., None]:
    def refuse(name: str, *_: object) -> None:
        line = parser.CurrentLineNumber
        raise XmlError(f"the entity `{name}` is defined here; write its text instead", line)

    return refuse
