"""HTML: one line a block, without tags; entities are the characters they stand for.

Read leniently as browsers do, by one pattern: no entity is defined by the document, nothing is fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from refkit.documents import Document, Syntax
from refkit.documents._draft import Draft
from refkit.documents._links import is_label
from refkit.documents._numbers import written
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

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
_NO_LIST_CLASS = lazy_pattern(r"toc|nav|menu|link|popup|tooltip", re.IGNORECASE)
# One pass: nothing here can fail after a long way, so hostile text costs no more than other text.
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
class _Open:
    """An element whose end matters: where its text begins, how many of its name are open inside.

    An item of a list has its list's depth, a reference its cite key where Pandoc gave it as id.
    """

    name: str
    start: int
    inner: int = 0
    depth: int = 0
    key: str = ""


@dataclass(slots=True)
class _List:
    """A list that is open: its next number, and the form of its numbers, empty where it has none."""

    number: int
    form: str


@dataclass(slots=True)
class _Reader:
    """The draft and what is open: the skipped element, containers of references, the reference, lists."""

    text: str
    draft: Draft = field(default_factory=Draft)
    skipped: _Open | None = None
    containers: list[_Open] = field(default_factory=list)
    entry: _Open | None = None
    link: tuple[str, int, int] | None = None
    lists: list[_List] = field(default_factory=list)
    number: int = -1  # where in the text the number of a list's item was put
    closing: str = ""  # the bracket around a publisher's label, to be left out with it
    pre: int = 0
    preformatted: int = 0

    def read(self) -> Document:
        at, end = 0, len(self.text)
        while at < end:
            token = _TOKEN.match(self.text, at)
            assert token is not None  # the last alternative takes any `<`
            at = token.end()
            name, ends = (token["name"] or "").lower(), bool(token["end"])
            if name in _RAW and not ends:
                at = self.behind_raw(name, at)
            elif self.skipped is not None and not self.shows_again(name):
                self.skip(name, ends)
            elif token["text"] is not None or token[0] == "<":
                self.characters(token.start(), at)
            elif ends:
                self.close(name, token.start(), at)
            elif name:
                self.open(name, token)
        self.close_entry(end)
        self.check_number(empty=True)
        self.end_line(end)
        return self.draft.document(self.preformatted * 2 <= self.draft.length)

    def characters(self, start: int, end: int) -> None:
        """Put text, entities as characters."""
        if self.closing:
            rest = self.text[start:end].lstrip()
            if rest.startswith(self.closing):
                start = end - len(rest) + 1
            self.closing = ""
        if self.pre and not self.entry:
            self.lines(start, end)
            return
        at = start
        for entity in _ENTITY.finditer(self.text, start, end):
            char = unescape(entity[0])
            if char == entity[0]:
                continue
            self.draft.words(self.text, at, entity.start())
            at = entity.end()
            if char.isspace():
                self.draft.gap(entity.start(), at)
            elif char not in "\u00ad\u200b\u200e\u200f\u2060\ufeff":
                self.draft.put(char, entity.start(), at)
        self.draft.words(self.text, at, end)

    def lines(self, start: int, end: int) -> None:
        """Put preformatted text, whose line ends are lines' ends; entities in it are rare."""
        before = self.draft.length
        for line in re.compile(r"[^\r\n]++|\r\n?|\n").finditer(self.text, start, end):
            if line[0][0] in "\r\n":
                self.draft.end_line(line.start())
            else:
                self.draft.put(unescape(line[0]), line.start(), line.end())
        self.preformatted += self.draft.length - before

    def behind_raw(self, name: str, at: int) -> int:
        """Return where an element ends that holds no markup."""
        found = re.compile(rf"</{name}[^<>]*+>", re.IGNORECASE).search(self.text, at)
        return found.end() if found else len(self.text)

    def open(self, name: str, token: re.Match[str]) -> None:
        """A start tag."""
        attributes = _attributes(token["attributes"])
        marks = f"{attributes.get('class', '')} {attributes.get('role', '')}"
        if name in _SKIPPED or _SKIPPED_CLASS.search(marks):
            if name not in _VOID:
                self.skipped = _Open(name, self.draft.length)
            return
        for known in [*self.containers, *([self.entry] if self.entry else [])]:
            known.inner += known.name == name
        if name in BLOCKS:
            self.block(name, attributes, token)
        elif name == "br":
            self.end_line(token.start())
        elif name in ("td", "th", "dd", "cite"):
            self.draft.gap(*token.span())
        elif name == "q":
            self.draft.put("“", *token.span())
        elif name == "a" and "href" in attributes:
            self.link = unescape(attributes["href"]).strip(), self.draft.length, token.start()
        if self.entry is None and _ENTRY_CLASS.search(marks):
            self.end_line(token.start())
            key = attributes.get("id", "").removeprefix("ref-") if "csl-entry" in marks else ""
            self.entry = _Open(name, self.draft.length, key=key)

    def block(self, name: str, attributes: dict[str, str], token: re.Match[str]) -> None:
        """The start of a block."""
        if name == "li":
            self.item(attributes, token)
            return
        self.end_line(token.start())
        if name in HEADINGS:
            self.draft.heading(token.start())
        self.pre += name == "pre"
        if name in _LISTS:
            first = attributes.get("start", "1")
            form = attributes.get("type", "1") if name == "ol" else ""
            self.lists.append(
                _List(read_int(first) if first.isdecimal() and len(first) < 7 else 1, form)
            )
        marks = (
            f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('role', '')}"
        )
        if (
            name in _CONTAINERS
            and len(self.containers) < 20
            and _LIST_CLASS.search(marks)
            and not _NO_LIST_CLASS.search(marks)
        ):
            self.containers.append(_Open(name, self.draft.length))

    def item(self, attributes: dict[str, str], token: re.Match[str]) -> None:
        """An item of a list; inside a list of references it is one of them."""
        if (
            self.entry is not None
            and self.entry.name == "li"
            and self.entry.depth == len(self.lists)
        ):
            self.close_entry(token.start())
        self.check_number(empty=True)
        self.end_line(token.start())
        start = self.draft.length
        if self.lists and self.lists[-1].form:
            value = attributes.get("value", "")
            if value.isdecimal() and len(value) < 7:
                self.lists[-1].number = read_int(value)
            self.number = start
            self.draft.put(
                f"{written(self.lists[-1].number, self.lists[-1].form)}. ", *token.span()
            )
            self.lists[-1].number += 1
        if self.containers and self.entry is None:
            self.entry = _Open("li", start, depth=len(self.lists))

    def close(self, name: str, start: int, end: int) -> None:
        """An end tag."""
        if name == "a":
            self.close_link(end)
        elif name == "q":
            self.draft.put("”", start, end)
        if name == "dd" or (name in BLOCKS and name != "dt"):
            self.end_line(start)
            self.pre -= name == "pre" and self.pre > 0
        self.close_elements(name, start)
        if name in _LISTS and self.lists:
            self.lists.pop()

    def close_elements(self, name: str, at: int) -> None:
        """End the reference and the containers that an end tag ends."""
        entry = self.entry
        if entry is not None and entry.name == "li":
            depth = len(self.lists)
            if entry.depth == depth if name == "li" else name in _LISTS and entry.depth >= depth:
                self.close_entry(at)
        elif entry is not None and entry.name == name:
            entry.inner -= 1
            if entry.inner < 0:
                self.close_entry(at)
        for known in [known for known in self.containers if known.name == name]:
            known.inner -= 1
            if known.inner < 0:
                self.containers.remove(known)

    def close_entry(self, at: int) -> None:
        """A reference ends."""
        if self.entry is None:
            return
        self.check_number(empty=True)
        self.draft.tell_addresses(self.entry.start, at)
        self.draft.entry(self.entry.start, self.entry.key)
        self.entry = None
        self.draft.end_line(at)

    def close_link(self, end: int) -> None:
        """A link ends: a label of its publisher goes, its address is kept in mind."""
        if self.link is None:
            return
        address, offset, start = self.link
        self.link = None
        self.draft.addresses.append((address, start))
        if is_label(self.draft.since(offset), address):
            self.draft.cut_back(offset)
            before = self.draft.since(max(offset - 1, self.draft.line))
            if before in ("[", "("):
                self.draft.cut_back(offset - 1)
                self.closing = "]" if before == "[" else ")"

    def end_line(self, at: int) -> None:
        """A line ends, with the address that says more than it; a reference goes on, and so does a bare number."""
        self.check_number()
        if self.entry is not None:
            self.draft.gap(at, at)
        elif self.number < 0:
            self.draft.tell_addresses(self.draft.line, at)
            self.draft.end_line(at)

    def check_number(self, empty: bool = False) -> None:
        """Take back the number of a list's item whose text has a number of its own, or that is `empty`."""
        if self.number < 0:
            return
        own = self.draft.since(self.number).partition(" ")[2]
        if not own.strip() and not empty:
            return
        number, self.number = self.number, -1
        if not own.strip() or _OWN_NUMBER.match(own):
            for piece in self.draft.cut_back(number)[1:]:
                self.draft.put(*piece)

    def skip(self, name: str, ends: bool) -> None:
        """What stands inside an element that is not shown."""
        skipped = self.skipped
        if skipped is not None and name == skipped.name:
            skipped.inner += -1 if ends else 1
            if skipped.inner < 0:
                self.skipped = None

    def shows_again(self, name: str) -> bool:
        """Whether a tag ends a head whose own end is left out (HTML, 13.1.2.4), as any of the body's does."""
        if (
            self.skipped is not None
            and self.skipped.name == "head"
            and (name == "body" or name in BLOCKS)
        ):
            self.skipped = None
        return self.skipped is None


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(text)
    }


_SEEN = lazy_pattern(
    r"<(?:!doctype\s+html|html|body|head|p|div|ol|ul|table)\b[^<>]*>", re.IGNORECASE
)


def read(text: str) -> Document:
    """Return the text of an HTML document."""
    return _Reader(text).read()


def seen(text: str) -> bool:
    """Whether a text begins as HTML does."""
    return _SEEN.match(text[:2000].lstrip()) is not None


SYNTAX = Syntax("html", (".htm", ".html", ".xhtml"), read, seen)
