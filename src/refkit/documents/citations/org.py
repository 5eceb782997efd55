"""Citations in Org: those of org-cite, `[cite/t:see @doe p. 3]`, and of org-ref, `citep:doe` and `[[citet:&doe]]`.

Org's manual, "Citations", and its syntax; org-ref's manual, versions 2 and 3. Blocks of code, comments and verbatim
text are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.list_headings import LIST_WORDS
from refkit.documents.citations import Scanner
from refkit.documents.citations._blanks import blanked
from refkit.documents.citations._embedded import latex_citations
from refkit.model.citation import Citation, CitationKind, DocumentCitations, DocumentCite, NamedFile
from refkit.model.locators import read_locator
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_LINE = lazy_pattern(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_BLOCK = lazy_pattern(r"[ \t]*+\#\+begin_(src|example|export|comment)\b", re.I)
_BLOCK_END = lazy_pattern(r"[ \t]*+\#\+end_(\w++)", re.I)
_COMMENT = lazy_pattern(r"[ \t]*+(?:\#|:)(?:[ \t]|\Z)")
_DRAWER = lazy_pattern(r"[ \t]*+:[A-Za-z][\w-]*+:[ \t]*+\Z")
_DRAWER_END = lazy_pattern(r"[ \t]*+:end:[ \t]*+\Z", re.I)
_KEYWORD = lazy_pattern(r"[ \t]*+\#\+([\w-]++):[ \t]*+(.*)")
_HEADING = lazy_pattern(r"\*++[ \t]++(.*)")
_NOTE = lazy_pattern(r"\[fn:[^\s\[\]:]++\]")
_WORD = lazy_pattern(r"[^\W\d_]++")
_KEY_CHARACTERS = r"[-.:?!`'/*@+|(){}<>&^$#%~\w]"
_SIMPLE = r"\w(?>(?:\w|[-:.+/](?=\w))*)"
_SIMPLE_KEY = lazy_pattern(_SIMPLE)
_KEY = lazy_pattern(rf"@({_KEY_CHARACTERS}++)")
_LINK_KEY = lazy_pattern(rf"&({_SIMPLE})")
_LISTED_KEY = lazy_pattern(_SIMPLE)
_TOKEN = lazy_pattern(
    r"(?P<cite>\[cite(?:/(?P<style>[\w/-]*+))?:)"
    r"|(?P<note>\[fn:[^\s\[\]:]*+:)"
    r"|(?P<link>\[\[(?P<type>[A-Za-z]*cite[A-Za-z*]*+):(?P<path>[^\[\]]++)\](?:\[[^\[\]]*+\])?\])"
    rf"|(?P<bare>(?<![\w:\[/])(?P<bare_type>[A-Za-z]*cite[A-Za-z]*+\*?):(?P<keys>&?{_SIMPLE}(?>(?:[,;]&?{_SIMPLE})*)))"
    r"|(?P<list>(?<!\w)(?P<list_type>(?:no)?bibliography|addbibresource|printbibliography):(?P<files>[^\s\[\]]*+))"
    r"|(?P<verbatim>(?<![^\s(\[{'\"-])(?P<sign>[=~])(?=\S)(?:[^\r\n]{0,300}?\S)??(?P=sign)(?![^\s.,;:!?)\]}'\"\[-]))"
    r"|(?P<inline>\bsrc_\w++(?:\[[^\[\]\r\n]*+\])?\{[^{}\r\n]*+\})"
    r"|(?P<command>\\[A-Za-z]*[Cc]ite)"
    r"|(?P<open>\[)|(?P<close>\])"
)
_BRACKET = lazy_pattern(r"[\[\];]")
_PATH = lazy_pattern(r"\"([^\"\r\n]++)\"|([^\s,\"]++)")
_STYLE = lazy_pattern(r"csl[ \t]++(?:\"([^\"\r\n]++)\"|(\S++))")
_MAX_CITATION = 20_000  # characters; a longer one is a bracket without its partner

# Styles of org-cite's processors and their short names (Org's manual, "Citation export processors").
_STYLES: dict[str, CitationKind] = {
    **dict.fromkeys(("t", "text"), "narrative"),
    **dict.fromkeys(("a", "author"), "author-only"),
    **dict.fromkeys(("na", "noauthor"), "no-author"),
    **dict.fromkeys(("n", "nocite"), "nocite"),
    **dict.fromkeys(("y", "year", "date", "d"), "year-only"),
    **dict.fromkeys(("ft", "note"), "note"),
    **dict.fromkeys(("ti", "title", "l", "locators"), "field"),
    **dict.fromkeys(("b", "bibentry"), "full"),
}  # fmt: skip
# Keywords whose value is text.
_TEXT_KEYWORDS = frozenset(("caption", "title", "subtitle", "abstract", "description"))


@dataclass(slots=True)
class _Reader:
    """State of the reader: the text, its parts to read, and what was found."""

    text: str
    lines: list[tuple[int, int]] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    segments: list[list[int]] = field(
        default_factory=list
    )  # start, end, and whether it is in a note
    is_open: bool = False
    in_note: bool = False
    empty_lines: int = 0
    unclosed: set[str] = field(default_factory=set)  # blocks, and "" for drawers, without an end
    citations: list[Citation] = field(default_factory=list)
    bibliographies: list[NamedFile] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    styles: list[NamedFile] = field(default_factory=list)
    list_places: list[Span] = field(default_factory=list)
    cites_all: bool = False
    has_commands: bool = False
    verbatim: list[tuple[int, int]] = field(default_factory=list)

    def read(self) -> DocumentCitations:
        """Return everything that was found."""
        self.lines = [m.span(1) for m in _LINE.finditer(self.text) if m.start() < len(self.text)]
        index = 0
        while index < len(self.lines):
            index = self.line(index, *self.lines[index])
        active = blanked(self.text, self.blanks)
        for start, end, in_note in self.segments:
            self.inline(active, start, end, bool(in_note))
        latex = DocumentCitations()
        if self.has_commands:
            latex = latex_citations(blanked(active, self.verbatim))
        return DocumentCitations(
            tuple(sorted((*self.citations, *latex.citations), key=lambda found: found.span)),
            mentions=latex.mentions,
            cites_all=self.cites_all or latex.cites_all,
            bibliographies=(*self.bibliographies, *latex.bibliographies),
            includes=tuple(self.includes),
            styles=tuple(self.styles),
            list_places=tuple(sorted(self.list_places)),
        )

    def line(self, index: int, start: int, end: int) -> int:
        """Read a line, or the block that it begins, and return the number of the next line."""
        text = self.text
        block = _BLOCK.match(text, start, end)
        if block:
            return self.skip(index, self.after_block(index, block[1].lower()))
        if _DRAWER.match(text, start, end):
            return self.skip(index, self.after_drawer(index))
        if _COMMENT.match(text, start, end):
            return self.skip(index, index + 1)
        keyword = _KEYWORD.match(text, start, end)
        if keyword:
            self.is_open = False
            self.keyword(keyword)
            return index + 1
        self.prose(start, end)
        return index + 1

    def prose(self, start: int, end: int) -> None:
        """Read a line of text: segments end at empty lines and headings, notes also at two empty lines."""
        is_empty = not self.text[start:end].strip()
        heading = _HEADING.match(self.text, start, end)
        self.empty_lines = self.empty_lines + 1 if is_empty else 0
        if is_empty:
            self.is_open = False
            self.in_note &= self.empty_lines < 2
            return
        note = _NOTE.match(self.text, start, end)
        if heading or note:
            self.is_open, self.in_note = False, note is not None
        if heading and self.is_list_heading(heading[1]):
            self.list_places.append(Span(start, end))
        if self.is_open:
            self.segments[-1][1] = end
        else:
            self.segments.append([start, end, self.in_note])
        self.is_open = heading is None

    def is_list_heading(self, heading: str) -> bool:
        """Whether a heading is that of a list of references."""
        words = _WORD.findall(heading.lower())
        return bool(words) and LIST_WORDS.union(("cited", "works", "literature")).issuperset(words)

    def after_block(self, index: int, name: str) -> int:
        """Return the number of the line after a block, or after its first line if it has no end."""
        for number in range(index + 1, len(self.lines)) if name not in self.unclosed else ():
            end = _BLOCK_END.match(self.text, *self.lines[number])
            if end and end[1].lower() == name:
                return number + 1
        self.unclosed.add(name)
        return index + 1

    def after_drawer(self, index: int) -> int:
        """Return the number of the line after a drawer, or after its first line if it has no end."""
        for number in range(index + 1, len(self.lines)) if "" not in self.unclosed else ():
            if _DRAWER_END.match(self.text, *self.lines[number]):
                return number + 1
        self.unclosed.add("")
        return index + 1

    def skip(self, first: int, after: int) -> int:
        """Skip lines, and return the number of the next line."""
        self.is_open = False
        self.blanks.append((self.lines[first][0], self.lines[after - 1][1]))
        return after

    def keyword(self, keyword: re.Match[str]) -> None:
        """Read a keyword such as `#+bibliography: refs.bib`."""
        name, value = keyword[1].lower(), Span(*keyword.span(2))
        if name in _TEXT_KEYWORDS:
            self.segments.append([value.start, value.end, False])
        elif name == "bibliography":
            self.bibliographies += _paths(self.text, value)
        elif name == "include":
            self.includes += _paths(self.text, value)
        elif name == "cite_export":
            style = _STYLE.match(self.text, *value)
            if style:
                group = 1 if style[1] else 2
                self.styles.append(NamedFile(style[group], Span(*style.span(group))))
        elif name in ("csl", "csl-style"):
            self.styles += _paths(self.text, value)
        elif name == "print_bibliography":
            self.list_places.append(Span(keyword.start(), keyword.end()))
        if name not in _TEXT_KEYWORDS:
            self.blanks.append(keyword.span())

    def inline(self, active: str, start: int, end: int, in_note: bool) -> None:
        """Add the citations in a part of the text."""
        depth, note_depth, position = 0, 0, start
        while token := _TOKEN.search(active, position, end):
            position = token.end()
            is_in_note = in_note or note_depth > 0
            match token.lastgroup:
                case "cite":
                    position = self.org_cite(active, token, end, is_in_note)
                case "link" | "bare":
                    self.org_ref(active, token, is_in_note)
                case "list":
                    self.list_link(active, token)
                case "command":
                    self.has_commands = True
                case "verbatim" | "inline":
                    self.verbatim.append(token.span())
                case "open" | "note":
                    depth += 1
                    note_depth = (
                        depth if token.lastgroup == "note" and not note_depth else note_depth
                    )
                case "close":
                    note_depth = 0 if depth == note_depth else note_depth
                    depth = max(depth - 1, 0)

    def org_cite(self, active: str, token: re.Match[str], end: int, in_note: bool) -> int:
        """Add a citation of org-cite, and return the offset after it."""
        bounds = _parts(active, token.end(), min(end, token.end() + _MAX_CITATION))
        if bounds is None:
            return token.end()
        style = (token["style"] or "").split("/")
        kind: CitationKind = _STYLES.get(style[0], "parenthetical")
        if kind == "parenthetical" and style[1:2] in (["b"], ["bare"]):
            kind = "bare"
        texts, cites = [""], list[DocumentCite]()
        for start, stop in bounds:
            key = _KEY.search(active, start, stop)
            if key is None:
                texts.append(_collapsed(active[start:stop]).strip())
            elif key[1] == "*" and kind == "nocite":
                self.cites_all = True
            else:
                cites.append(_cite(active, key, start, stop))
        has_prefix = bool(bounds) and not _KEY.search(active, *bounds[0])
        after = bounds[-1][1] + 1
        if cites:
            prefix = texts[1] if has_prefix else ""
            suffix = texts[-1] if len(texts) > 1 + has_prefix else ""
            span = Span(token.start(), after)
            self.citations.append(Citation(span, kind, tuple(cites), prefix, suffix, in_note))
        return after

    def org_ref(self, active: str, token: re.Match[str], in_note: bool) -> None:
        """Add a citation of org-ref, which is a link."""
        is_link = token.lastgroup == "link"
        start, end = token.span("path" if is_link else "keys")
        command = token["type" if is_link else "bare_type"]
        cites = tuple(_linked_cites(active, start, end))
        if cites:
            span = Span(*token.span(token.lastgroup or 0))
            self.citations.append(Citation(span, _command_kind(command), cites, in_note=in_note))

    def list_link(self, active: str, token: re.Match[str]) -> None:
        """Read a link of org-ref to reference lists."""
        for start, end in _split(active, *token.span("files"), ","):
            if end > start:
                self.bibliographies.append(NamedFile(active[start:end], Span(start, end)))
        if token["list_type"] in ("bibliography", "printbibliography"):
            self.list_places.append(Span(*token.span()))


def _parts(active: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """Return the parts of a citation between semicolons up to its closing bracket, or None without one."""
    parts: list[tuple[int, int]] = []
    depth = 0
    for sign in _BRACKET.finditer(active, start, end):
        if sign[0] == "[":
            depth += 1
        elif sign[0] == "]" and depth:
            depth -= 1
        elif not depth:
            parts.append((start, sign.start()))
            start = sign.end()
            if sign[0] == "]":
                return parts
    return None


def _cite(active: str, key: re.Match[str], start: int, end: int) -> DocumentCite:
    """Return the cite of a key in the part `active[start:end]` of a citation."""
    label, locator, suffix = read_locator(_collapsed(active[key.end() : end]).rstrip())
    prefix = _collapsed(active[start : key.start()]).strip()
    return DocumentCite(key[1], Span(*key.span(1)), prefix, locator, label, suffix)


def _linked_cites(active: str, start: int, end: int) -> Iterator[DocumentCite]:
    """Yield the cites in the path of a link: `a,b`, or `see &a p. 3; &b` in the third version of org-ref."""
    if "&" not in active[start:end]:
        for begin, stop in _split(active, start, end, ","):
            key = _LISTED_KEY.match(active, begin, stop)
            if key:
                yield DocumentCite(key[0], Span(*key.span()))
        return
    for begin, stop in _split(active, start, end, ";"):
        key = _LINK_KEY.search(active, begin, stop)
        if key:
            yield _cite(active, key, begin, stop)


def _split(text: str, start: int, end: int, separator: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of `text[start:end]` without the space around them."""
    for part in text[start:end].split(separator):
        begin = start + len(part) - len(part.lstrip())
        yield begin, max(begin, start + len(part.rstrip()))
        start += len(part) + 1


_COMMAND_KINDS: tuple[tuple[re.Pattern[str], CitationKind], ...] = (
    (lazy_pattern(r"nocite"), "nocite"),
    (lazy_pattern(r"foot|note"), "note"),
    (lazy_pattern(r"full|bibentry"), "full"),
    (lazy_pattern(r"citeyearpar"), "no-author"),
    (lazy_pattern(r"citeyear|citedate"), "year-only"),
    (lazy_pattern(r"citeauthor"), "author-only"),
    (lazy_pattern(r"citetitle|citeurl|citenum"), "field"),
    (lazy_pattern(r"citealp|citealt"), "bare"),
    (lazy_pattern(r"citet|textcite"), "narrative"),
)


def _command_kind(command: str) -> CitationKind:
    """Return the kind of a link of org-ref, which has the name of a command of natbib or biblatex."""
    kinds = (kind for pattern, kind in _COMMAND_KINDS if pattern.search(command.lower()))
    return next(kinds, "parenthetical")


def _paths(text: str, span: Span) -> Iterator[NamedFile]:
    """Yield the path at the beginning of a value."""
    path = _PATH.match(text, *span)
    if path:
        group = 1 if path[1] else 2
        yield NamedFile(path[group], Span(*path.span(group)))


def _collapsed(text: str) -> str:
    return " ".join(text.splitlines())


def find(source: Source) -> DocumentCitations:
    """Return the citations of an Org document."""
    return _Reader(source.text).read()


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if Org cannot contain it; only org-cite has keys with other signs than org-ref."""
    if _SIMPLE_KEY.fullmatch(key):
        return key
    is_possible = _KEY.fullmatch(f"@{key}") and not _SIMPLE_KEY.fullmatch(written)
    return key if is_possible else None


SCANNER = Scanner("org", (".org",), find, write_key)
