"""HTML: one line per block, without tags and with entities decoded.

A single pattern reads HTML as leniently as browsers do; nothing is fetched.
"""

from __future__ import annotations

import re
from html import unescape

from refkit.documents import DocumentText, Syntax
from refkit.documents._html_records import html_records
from refkit.documents._links import is_label
from refkit.documents._list_numbers import format_number
from refkit.documents._text_builder import TextBuilder
from refkit.integers import read_int
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

BLOCKS = frozenset(
    """address article aside blockquote body caption center details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot
    thead tr ul ref-list ref""".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_RAW = frozenset("script style textarea title xmp".split())
_SKIPPED = frozenset("head template noscript svg".split())
_LISTS = frozenset("ol ul menu".split())
_CONTAINERS = frozenset("ol ul div section aside ref-list".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED_CLASS = lazy_pattern(
    r"(?<![\w-])(?:mw-cite-backlink|mw-editsection|headerlink|sr-only|ltx_tag_bibitem|ltx_bib_cited)(?![\w-])"
)
_ENTRY_CLASS = lazy_pattern(r"(?<![\w-])(?:csl-entry|doc-biblioentry)(?![\w-])")
_LIST_CLASS = lazy_pattern(
    r"(?<![A-Za-z])(?:references?|refs|reflist|ref-list|refbegin|bibliography|doc-bibliography|biblist"
    r"|literature|literatur|works-cited|csl-bib-body)(?![A-Za-z])",
    re.IGNORECASE,
)
_OTHER_LIST_CLASS = lazy_pattern(r"toc|nav|menu|link|popup|tooltip", re.IGNORECASE)
# No alternative can fail after matching a long text, so hostile input takes linear time, too.
_TOKEN = lazy_pattern(
    r"(?P<text>[^<]++)"
    r"|<!--[^-]*+(?>(?:-(?!->)[^-]*+)*)(?:-->)?"
    r"|<[!?][^<>]*+>?"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<attributes>(?>(?:[^<>\"']|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*))>"
    r"|<",
    re.DOTALL,
)
_ATTRIBUTE = lazy_pattern(r"([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_ENTITY = lazy_pattern(r"&(?:#\d{1,7}+|#[xX][0-9A-Fa-f]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);?")
_OWN_NUMBER = lazy_pattern(r"\s*[\[(]?\d{1,4}(?:[\]).:]|\s*$)")


@dataclass(slots=True)
class _OpenElement:
    """An open element: the start of its text, and the number of open elements with its name inside.

    `depth` is the number of lists around a list item, `key` the cite key of a reference by Pandoc.
    """

    name: str
    start: int
    inner: int = 0
    depth: int = 0
    key: str = ""


@dataclass(slots=True)
class _OpenList:
    """An open list: its next number, and the form of its numbers, or "" if it is not numbered."""

    number: int
    form: str


@dataclass(slots=True)
class _HtmlReader:
    """State of the reader: the builder, and the open elements, references and lists."""

    text: str
    builder: TextBuilder = field(default_factory=TextBuilder)
    skipped: _OpenElement | None = None
    containers: list[_OpenElement] = field(default_factory=list)
    entry: _OpenElement | None = None
    link: tuple[str, int, int] | None = None
    lists: list[_OpenList] = field(default_factory=list)
    number: int = -1  # offset in the text of the current list item's number
    pending_bracket: str = ""  # closing bracket of a removed publisher's label, to be removed, too
    pre: int = 0
    preformatted: int = 0

    def read(self) -> DocumentText:
        """Return the text of the document."""
        position, end = 0, len(self.text)
        while position < end:
            token = _TOKEN.match(self.text, position)
            assert token is not None  # the last alternative matches any `<`
            position = token.end()
            name, is_end = (token["name"] or "").lower(), bool(token["end"])
            if name in _RAW and not is_end:
                position = self.raw_end(name, position)
            elif self.skipped is not None and not self.ends_skipped_head(name):
                self.skip(name, is_end)
            elif token["text"] is not None or token[0] == "<":
                self.characters(token.start(), position)
            elif is_end:
                self.close(name, token.start(), position)
            elif name:
                self.open(name, token)
        self.close_entry(end)
        self.check_number(empty=True)
        self.end_line(end)
        return self.builder.build(self.preformatted * 2 <= self.builder.length)

    def characters(self, start: int, end: int) -> None:
        """Add text with entities decoded."""
        if self.pending_bracket:
            remainder = self.text[start:end].lstrip()
            if remainder.startswith(self.pending_bracket):
                start = end - len(remainder) + 1
            self.pending_bracket = ""
        if self.pre and not self.entry:
            self.lines(start, end)
            return
        position = start
        for entity in _ENTITY.finditer(self.text, start, end):
            char = unescape(entity[0])
            if char == entity[0]:
                continue
            self.builder.put_words(self.text, position, entity.start())
            position = entity.end()
            if char.isspace():
                self.builder.put_space(entity.start(), position)
            elif char not in "\u00ad\u200b\u200e\u200f\u2060\ufeff":
                self.builder.put(char, entity.start(), position)
        self.builder.put_words(self.text, position, end)

    def lines(self, start: int, end: int) -> None:
        """Add preformatted text with its line ends; a line with entities becomes a single piece."""
        old_length = self.builder.length
        for line in re.compile(r"[^\r\n]++|\r\n?|\n").finditer(self.text, start, end):
            if line[0][0] in "\r\n":
                self.builder.end_line(line.start())
            else:
                self.builder.put(unescape(line[0]), line.start(), line.end())
        self.preformatted += self.builder.length - old_length

    def raw_end(self, name: str, position: int) -> int:
        """Return the end of an element that contains no markup."""
        end_tag = re.compile(rf"</{name}[^<>]*+>", re.IGNORECASE).search(self.text, position)
        return end_tag.end() if end_tag else len(self.text)

    def open(self, name: str, token: re.Match[str]) -> None:
        """Process a start tag."""
        attributes = _attributes(token["attributes"])
        marks = f"{attributes.get('class', '')} {attributes.get('role', '')}"
        if name in _SKIPPED or _SKIPPED_CLASS.search(marks):
            if name not in _VOID:
                self.skipped = _OpenElement(name, self.builder.length)
            return
        for element in [*self.containers, *([self.entry] if self.entry else [])]:
            element.inner += element.name == name
        if name in BLOCKS:
            self.block(name, attributes, token)
        elif name == "br":
            self.end_line(token.start(), is_break=True)
        elif name in ("td", "th", "dd", "cite"):
            self.builder.put_space(*token.span())
        elif name == "q":
            self.builder.put("“", *token.span())
        elif name == "a" and "href" in attributes:
            self.link = unescape(attributes["href"]).strip(), self.builder.length, token.start()
        if self.entry is None and _ENTRY_CLASS.search(marks):
            self.end_line(token.start())
            key = attributes.get("id", "").removeprefix("ref-") if "csl-entry" in marks else ""
            self.entry = _OpenElement(name, self.builder.length, key=key)

    def block(self, name: str, attributes: dict[str, str], token: re.Match[str]) -> None:
        """Begin a block."""
        if name == "li":
            self.item(attributes, token)
            return
        self.end_line(token.start())
        if name in HEADINGS:
            self.builder.begin_heading(token.start())
        self.pre += name == "pre"
        if name in _LISTS:
            first = attributes.get("start", "1")
            form = attributes.get("type", "1") if name == "ol" else ""
            self.lists.append(
                _OpenList(read_int(first) if first.isdecimal() and len(first) < 7 else 1, form)
            )
        marks = (
            f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"
        )
        if (
            name in _CONTAINERS
            and len(self.containers) < 20
            and _LIST_CLASS.search(marks)
            and not _OTHER_LIST_CLASS.search(marks)
        ):
            self.containers.append(_OpenElement(name, self.builder.length))

    def item(self, attributes: dict[str, str], token: re.Match[str]) -> None:
        """Begin a list item, which is a reference inside a reference list."""
        if (
            self.entry is not None
            and self.entry.name == "li"
            and self.entry.depth == len(self.lists)
        ):
            self.close_entry(token.start())
        self.check_number(empty=True)
        self.end_line(token.start())
        start = self.builder.length
        if self.lists and self.lists[-1].form:
            value = attributes.get("value", "")
            if value.isdecimal() and len(value) < 7:
                self.lists[-1].number = read_int(value)
            self.number = start
            self.builder.put(
                f"{format_number(self.lists[-1].number, self.lists[-1].form)}. ", *token.span()
            )
            self.lists[-1].number += 1
        if self.containers and self.entry is None:
            self.entry = _OpenElement("li", start, depth=len(self.lists))

    def close(self, name: str, start: int, end: int) -> None:
        """Process an end tag."""
        if name == "a":
            self.close_link(end)
        elif name == "q":
            self.builder.put("”", start, end)
        if name == "dd" or (name in BLOCKS and name != "dt"):
            self.end_line(start)
            self.pre -= name == "pre" and self.pre > 0
        self.close_elements(name, start)
        if name in _LISTS and self.lists:
            self.lists.pop()

    def close_elements(self, name: str, position: int) -> None:
        """Close the reference and the containers that an end tag belongs to."""
        entry = self.entry
        if entry is not None and entry.name == "li":
            depth = len(self.lists)
            if entry.depth == depth if name == "li" else name in _LISTS and entry.depth >= depth:
                self.close_entry(position)
        elif entry is not None and entry.name == name:
            entry.inner -= 1
            if entry.inner < 0:
                self.close_entry(position)
        for element in [element for element in self.containers if element.name == name]:
            element.inner -= 1
            if element.inner < 0:
                self.containers.remove(element)

    def close_entry(self, position: int) -> None:
        """End the current reference."""
        if self.entry is None:
            return
        self.check_number(empty=True)
        self.builder.put_address(self.entry.start, position)
        self.builder.add_entry(self.entry.start, self.entry.key)
        self.entry = None
        self.builder.end_line(position)

    def close_link(self, end: int) -> None:
        """End a link: remove its text if it is a publisher's label, and remember its address."""
        if self.link is None:
            return
        address, offset, start = self.link
        self.link = None
        self.builder.addresses.append((address, start))
        if is_label(self.builder.text_since(offset), address):
            self.builder.cut_back(offset)
            bracket = self.builder.text_since(max(offset - 1, self.builder.line_start))
            if bracket in ("[", "("):
                self.builder.cut_back(offset - 1)
                self.pending_bracket = "]" if bracket == "[" else ")"

    def end_line(self, position: int, is_break: bool = False) -> None:
        """End or break a line and add its address, unless it is in a reference or contains only a list number."""
        self.check_number()
        if self.entry is not None:
            self.builder.put_space(position, position)
        elif self.number < 0:
            self.builder.put_address(self.builder.line_start, position)
            if is_break:
                self.builder.break_line(position)
            else:
                self.builder.end_line(position)

    def check_number(self, empty: bool = False) -> None:
        """Remove the number of a list item whose text has a number of its own or is empty.

        Without `empty`, an empty item may still get its text and keeps its number for now.
        """
        if self.number < 0:
            return
        item_text = self.builder.text_since(self.number).partition(" ")[2]
        if not item_text.strip() and not empty:
            return
        number, self.number = self.number, -1
        if not item_text.strip() or _OWN_NUMBER.match(item_text):
            for piece in self.builder.cut_back(number)[1:]:
                self.builder.put(*piece)

    def skip(self, name: str, is_end: bool) -> None:
        """Process a tag inside a skipped element."""
        skipped = self.skipped
        if skipped is not None and name == skipped.name:
            skipped.inner += -1 if is_end else 1
            if skipped.inner < 0:
                self.skipped = None

    def ends_skipped_head(self, name: str) -> bool:
        """Whether a tag of the body ends a skipped head without an end tag (HTML, 13.1.2.4)."""
        if (
            self.skipped is not None
            and self.skipped.name == "head"
            and (name == "body" or name in BLOCKS)
        ):
            self.skipped = None
        return self.skipped is None


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): match[2] or match[3] or match[4] or ""
        for match in _ATTRIBUTE.finditer(text)
    }


_APART = frozenset("break title label given-names surname name string-name collab".split())


class HtmlText:
    """The text of parts of a document with markup, one reference per line."""

    def __init__(self, text: str) -> None:
        self._reader = _HtmlReader(text)
        self.builder = self._reader.builder

    def put_entry(self, span: Span) -> None:
        """Add a part of the document without its tags as a reference."""
        start = self.builder.length
        for token in _TOKEN.finditer(self._reader.text, *span):
            if token["text"] is not None:
                self._reader.characters(*token.span())
            elif token["name"] in _APART:
                self.builder.put_space(*token.span())
        self.builder.add_entry(start)
        self.builder.end_line(span.end)


_HTML_START = lazy_pattern(
    r"<(?:!doctype\s+html|html|body|head|p|div|ol|ul|table)\b[^<>]*>", re.IGNORECASE
)


def read(text: str) -> DocumentText:
    """Return the text of an HTML document, and the references in its attributes and scripts."""
    document = _HtmlReader(text).read()
    records = html_records(text)
    return replace(document, records=records) if records else document


def is_html(text: str) -> bool:
    """Whether a text begins like HTML."""
    return _HTML_START.match(text[:2000].lstrip()) is not None


SYNTAX = Syntax("html", (".htm", ".html", ".xhtml"), read, is_html)
