"""Citations in AsciiDoc: `cite:[doe(3-5), roe]` of asciidoctor-bibtex, `citep:[doe, page=3]`, and `<<doe>>`.

The manuals of asciidoctor-bibtex and asciidoctor-bibliography; AsciiDoc's reference, "Bibliography". Listings, literal
text, comments and passthroughs are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.documents.citations import Scanner
from refkit.documents.citations._blanks import blanked
from refkit.model.citation import (
    Citation,
    CitationKind,
    DocumentCitations,
    DocumentCite,
    KeyPlace,
    NamedFile,
)
from refkit.model.locators import read_locator
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_LINE = lazy_pattern(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_DELIMITER = lazy_pattern(r"(-{4,}+|\.{4,}+|\+{4,}+|/{4,}+|`{3,}+[\w-]*+)[ \t]*+\Z")
_COMMENT = lazy_pattern(r"//(?!/)")
_ATTRIBUTE = lazy_pattern(r":!?([\w-]++)!?:(?:[ \t]++(.*))?")
_VERBATIM_STYLE = lazy_pattern(
    r"\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment)\b[^\[\]]*+\][ \t]*+\Z"
)
_INCLUDE = lazy_pattern(r"include::([^\[\]\r\n]++)\[")
_LIST_MACRO = lazy_pattern(r"bibliography::(?:[^\[\]\s]*+)\[[^\[\]]*+\]")
_SIMPLE_KEY = lazy_pattern(r"[\w.:/+-]++")
_TOKEN = lazy_pattern(
    r"(?P<escape>\\[a-z<\[`+])"
    r"|(?P<passed>\+{1,3}(?=\S)|`\+?(?=\S)|\bpass:[a-z,]*+\[)"
    r"|(?P<cite>(?<![\w\\])(?P<macro>(?:full)?cite[a-z]*+\*?|bibitem|nocite):(?P<before>[^\s\[\]]*+)\[)"
    r"|(?P<anchor>\[\[\[(?P<defined>[^\[\],\s]++)(?:,[^\[\]]*+)?\]\]\])"
    r"|(?P<reference><<(?P<target>[^<>,\s]++)(?:,(?P<text>[^<>]*+))?>>)"
    r"|(?P<note>footnote:[\w-]*+\[)"
    r"|(?P<open>\[)|(?P<close>\])"
)
_CITE = lazy_pattern(r"\s*+([^\s,()=\"]++)(?:\(([^()]*+)\))?\s*+(?=,|\Z)")
_OPTION = lazy_pattern(r"\s*+([a-z-]++)=(?:\"([^\"]*+)\"|([^,]*+))\s*+(?=,|\Z)")
_COMMA = lazy_pattern(r",")
_ENDS = {"+": "+", "++": "++", "+++": "+++", "`": "`", "`+": "+`"}

# Macros by their names (asciidoctor-bibtex: cite and citenp; asciidoctor-bibliography: those of natbib).
_KINDS: dict[str, CitationKind] = {
    **dict.fromkeys(("cite", "citep"), "parenthetical"),
    **dict.fromkeys(("citenp", "citet"), "narrative"),
    **dict.fromkeys(("citealt", "citealp"), "bare"),
    **dict.fromkeys(("citeauthor", "citefullauthor"), "author-only"),
    **dict.fromkeys(("citetitle", "citefield", "citebyuri"), "field"),
    **dict.fromkeys(("fullcite", "bibitem"), "full"),
    "citeyear": "year-only",
    "citeyearpar": "no-author",
    "nocite": "nocite",
}  # fmt: skip
_LISTS = frozenset(("bibtex-file", "bibliography-database"))
_STYLES = frozenset(("bibtex-style", "bibliography-style"))
_LOCATORS = frozenset(
    """
    page chapter section volume figure line note number opus paragraph part verse book column folio issue locator
    """.split()
)


@dataclass(slots=True)
class _Reader:
    """State of the reader: the text, its parts to read, and what was found."""

    text: str
    lines: list[tuple[int, int]] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    segments: list[list[int]] = field(default_factory=list)
    is_open: bool = False
    citations: list[Citation] = field(default_factory=list)
    references: list[Citation] = field(default_factory=list)
    defined: list[KeyPlace] = field(default_factory=list)
    bibliographies: list[NamedFile] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    styles: list[NamedFile] = field(default_factory=list)
    list_places: list[Span] = field(default_factory=list)
    unclosed: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    cites_all: bool = False

    def read(self) -> DocumentCitations:
        """Return everything that was found; a reference is a citation if the document defines its target."""
        self.lines = [m.span(1) for m in _LINE.finditer(self.text) if m.start() < len(self.text)]
        index = 0
        while index < len(self.lines):
            index = self.line(index, *self.lines[index])
        active = blanked(self.text, self.blanks)
        for start, end in self.segments:
            self.inline(active, start, end)
        defined = {key.key for key in self.defined}
        cited = [c for c in self.references if c.cites[0].key in defined] + self.citations
        return DocumentCitations(
            tuple(sorted(cited, key=lambda citation: citation.span)),
            defined=tuple(self.defined),
            cites_all=self.cites_all,
            bibliographies=tuple(self.bibliographies),
            includes=tuple(self.includes),
            styles=tuple(self.styles),
            list_places=tuple(self.list_places),
        )

    def line(self, index: int, start: int, end: int) -> int:
        """Read a line, or the block that it begins, and return the number of the next line."""
        text = self.text
        delimiter = _DELIMITER.match(text, start, end)
        after = self.after_block(index, delimiter[1]) if delimiter else 0
        if after:
            return self.skip(index, after)
        if _VERBATIM_STYLE.match(text, start, end):
            return self.skip(index, self.after_styled(index))
        if _COMMENT.match(text, start, end):
            return self.skip(index, index + 1)
        if self.is_whole(start, end):
            self.is_open = False
            self.blanks.append((start, end))
        elif start == end:
            self.is_open = False
        elif self.is_open:
            self.segments[-1][1] = end
        else:
            self.segments.append([start, end])
            self.is_open = True
        return index + 1

    def is_whole(self, start: int, end: int) -> bool:
        """Read a line without text: an attribute, an included file, or the place of the list."""
        text = self.text
        attribute = _ATTRIBUTE.match(text, start, end)
        include = _INCLUDE.match(text, start, end)
        if attribute:
            self.attribute(attribute)
        elif include:
            self.includes.append(NamedFile(include[1], Span(*include.span(1))))
        elif _LIST_MACRO.match(text, start, end):
            self.list_places.append(Span(start, end))
        else:
            return False
        return True

    def attribute(self, attribute: re.Match[str]) -> None:
        """Read an attribute that names a list or a style."""
        value = (attribute[2] or "").strip()
        if value:
            start = attribute.start(2)
            file = NamedFile(value, Span(start, start + len(value)))
            self.bibliographies += [file] if attribute[1] in _LISTS else []
            self.styles += [file] if attribute[1] in _STYLES else []

    def after_block(self, index: int, delimiter: str) -> int:
        """Return the number of the line after a delimited block, or 0 if it has no end."""
        close = (
            delimiter.rstrip("_-abcdefghijklmnopqrstuvwxyz0123456789")
            if delimiter[0] == "`"
            else delimiter
        )
        if close in self.unclosed:
            return 0
        for number in range(index + 1, len(self.lines)):
            if self.text[slice(*self.lines[number])].rstrip() == close:
                return number + 1
        self.unclosed.add(close)
        return 0

    def after_styled(self, index: int) -> int:
        """Return the number of the line after a block with a style such as `[source]`."""
        index += 1
        if index < len(self.lines):
            delimiter = _DELIMITER.match(self.text, *self.lines[index])
            after = self.after_block(index, delimiter[1]) if delimiter else 0
            if after:
                return after
        while index < len(self.lines) and self.text[slice(*self.lines[index])].strip():
            index += 1
        return index

    def skip(self, first: int, after: int) -> int:
        """Skip lines, and return the number of the next line."""
        self.is_open = False
        self.blanks.append((self.lines[first][0], self.lines[after - 1][1]))
        return after

    def inline(self, active: str, start: int, end: int) -> None:
        """Add the citations in a part of the text."""
        self.missing = set()
        depth, note_depth, position = 0, 0, start
        while token := _TOKEN.search(active, position, end):
            position = token.end()
            match token.lastgroup:
                case "passed":
                    position = self.after_passed(active, token, end)
                case "cite":
                    position = self.cite(active, token, end, note_depth > 0)
                case "anchor":
                    key = KeyPlace(token["defined"], Span(*token.span("defined")))
                    self.defined.append(key)
                case "reference":
                    self.reference(token, note_depth > 0)
                case "open" | "note":
                    depth += 1
                    is_note = token.lastgroup == "note" and not note_depth
                    note_depth = depth if is_note else note_depth
                case "close":
                    note_depth = 0 if depth == note_depth else note_depth
                    depth = max(depth - 1, 0)

    def after_passed(self, active: str, token: re.Match[str], end: int) -> int:
        """Return the offset after text that is not read, or after its first sign if it has no end."""
        close = _ENDS.get(token[0], "]")
        found = -1 if close in self.missing else active.find(close, token.end(), end)
        if found < 0:
            self.missing.add(close)
        return token.end() if found < 0 else found + len(close)

    def cite(self, active: str, token: re.Match[str], end: int, in_note: bool) -> int:
        """Add the citation of a macro, and return the offset after it."""
        kind = _KINDS.get(token["macro"].rstrip("*"))
        close = -1 if "]" in self.missing else active.find("]", token.end(), end)
        if kind is None or close < 0:
            self.missing.update(("]",) if close < 0 else ())
            return token.end()
        cites = list(_cites(active, token.end(), close))
        if cites and token["before"]:
            cites[0] = _with_prefix(cites[0], token["before"])
        self.cites_all |= kind == "nocite" and active[token.end() : close].strip() == "*"
        if cites:
            span = Span(token.start(), close + 1)
            self.citations.append(Citation(span, kind, tuple(cites), in_note=in_note))
        return close + 1

    def reference(self, token: re.Match[str], in_note: bool) -> None:
        """Add a reference to a target of the document, which can be an item of its bibliography."""
        cite = DocumentCite(token["target"], Span(*token.span("target")))
        span = Span(*token.span("reference"))
        self.references.append(Citation(span, "parenthetical", (cite,), in_note=in_note))


def _cites(active: str, start: int, end: int) -> Iterator[DocumentCite]:
    """cites = (key ["(" locator ")"] | option "=" value) ("," ...)*; options belong to the key before them"""
    cite: DocumentCite | None = None
    position = start
    while position < end:
        option = _OPTION.match(active, position, end)
        key = None if option else _CITE.match(active, position, end)
        if option and cite:
            cite = _with_option(
                cite, option[1], option[3].strip() if option[2] is None else option[2]
            )
        elif key and key[1] != "*":
            if cite:
                yield cite
            label, locator, suffix = read_locator((key[2] or "").strip())
            cite = DocumentCite(key[1], Span(*key.span(1)), "", locator, label, suffix)
        match = option or key
        comma = _COMMA.search(active, match.end() if match else position, end)
        position = comma.end() if comma else end
    if cite:
        yield cite


def _with_option(cite: DocumentCite, name: str, value: str) -> DocumentCite:
    """Return a cite with an option, such as `page=3` or `prefix="see "`."""
    if name == "prefix":
        return _with_prefix(cite, value)
    prefix, suffix, label, locator = cite.prefix, cite.suffix, cite.label, cite.locator
    if name == "suffix":
        suffix = value
    elif name in _LOCATORS:
        label, locator = "page" if name == "locator" else name, value
    return DocumentCite(cite.key, cite.span, prefix, locator, label, suffix)


def _with_prefix(cite: DocumentCite, prefix: str) -> DocumentCite:
    return DocumentCite(cite.key, cite.span, prefix.strip(), cite.locator, cite.label, cite.suffix)


def find(source: Source) -> DocumentCitations:
    """Return the citations of an AsciiDoc document."""
    return _Reader(source.text).read()


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if a macro of AsciiDoc cannot contain it."""
    return key if _SIMPLE_KEY.fullmatch(key) else None


SCANNER = Scanner("asciidoc", (".adoc", ".asc", ".asciidoc"), find, write_key)
