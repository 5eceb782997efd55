"""Citations in reStructuredText: the roles of sphinxcontrib-bibtex, and docutils' own `[Doe2020]_`.

Docutils' "reStructuredText Markup Specification"; the manual of sphinxcontrib-bibtex. Literal blocks, code, comments
and inline literals are skipped.
"""

from __future__ import annotations

import re

from refkit.data.list_headings import LIST_WORDS
from refkit.data.markdown import VERBATIM_DIRECTIVES
from refkit.documents.citations import Scanner
from refkit.documents.citations._blanks import blanked
from refkit.documents.citations._roles import can_be_in_role, role_cites, role_kind
from refkit.model.citation import Citation, DocumentCitations, DocumentCite, KeyPlace, NamedFile
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_LINE = lazy_pattern(r"([ \t]*+)([^\r\n]*+)(?:\r\n?|\n|\Z)")
_DIRECTIVE = lazy_pattern(
    r"\.\.[ \t]++(?:\|[^|]++\|[ \t]++)?([A-Za-z][\w:.+-]*?)[ \t]?::(?:[ \t]++|\Z)(.*)"
)
_NOTE = lazy_pattern(r"\.\.[ \t]++\[([^\[\]]++)\](?:[ \t]++|\Z)")
_TARGET = lazy_pattern(r"\.\.[ \t]++_|__[ \t]")
_COMMENT = lazy_pattern(r"\.\.(?:[ \t]|\Z)")
_ADORNMENT = lazy_pattern(r"([!-/:-@\[-`{-~])(?>\1{2,})[ \t]*+\Z")
_NAME = lazy_pattern(r"(?!\d++\Z)[^\W_](?>(?:[^\W_]|[-_.:+](?=[^\W_]))*)")
_OPTION = lazy_pattern(r":([\w-]++):[ \t]*+(.*)")
_PATH = lazy_pattern(r"\S++")
_WORD = lazy_pattern(r"[^\W\d_]++")
_TOKEN = lazy_pattern(
    r"[^\\`\[:]*+(?:"
    r"(?P<escape>\\.)"
    r"|(?P<literal>``(?>(?:[^`]|`(?!`))+)``)"
    r"|(?P<role>(?<![\w\\]):(?P<name>[A-Za-z][\w:.+-]*?):`(?P<text>(?>(?:[^`\\]++|\\.)+))`)"
    r"|(?P<quoted>`(?P<inner>(?>(?:[^`\\]++|\\.)+))`(?::(?P<after>[A-Za-z][\w:.+-]*?):)?)"
    r"|(?P<cite>\[(?P<key>[^\[\]\s]++)\]_(?![\w_]))"
    r"|(?P<other>[\\`\[:])"
    r")",
    re.DOTALL,
)
_VERBATIM = VERBATIM_DIRECTIVES - {"parsed-literal"}
_LISTS = frozenset(("bibliography", "footbibliography", "cite:refs"))


@dataclass(slots=True)
class _Reader:
    """State of the reader: the text, its lines with their indentation, and what was found."""

    text: str
    lines: list[tuple[int, int, int]] = field(default_factory=list)  # start, begin of the text, end
    blanks: list[tuple[int, int]] = field(default_factory=list)
    segments: list[tuple[int, int, bool]] = field(default_factory=list)
    note_indent: int = -1
    citations: list[Citation] = field(default_factory=list)
    defined: list[KeyPlace] = field(default_factory=list)
    bibliographies: list[NamedFile] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    list_places: list[Span] = field(default_factory=list)
    cites_all: bool = False

    def read(self) -> DocumentCitations:
        """Return everything that was found."""
        for line in _LINE.finditer(self.text):
            if line.start() < len(self.text):
                self.lines.append((line.start(), line.start(2), line.end(2)))
        index = 0
        while index < len(self.lines):
            index = self.line(index)
        active = blanked(self.text, self.blanks)
        for start, end, in_note in self.segments:
            self.inline(active, start, end, in_note)
        return DocumentCitations(
            tuple(sorted(self.citations, key=lambda citation: citation.span)),
            defined=tuple(self.defined),
            bibliographies=tuple(self.bibliographies),
            includes=tuple(self.includes),
            list_places=tuple(sorted(self.list_places)),
            cites_all=self.cites_all,
        )

    def indent(self, index: int) -> int:
        """Return the width of the indentation of a line."""
        start, begin, _ = self.lines[index]
        return len(self.text[start:begin].expandtabs())

    def is_empty(self, index: int) -> bool:
        """Whether a line has no text."""
        _, begin, end = self.lines[index]
        return begin == end

    def line(self, index: int) -> int:
        """Read a line, or the block that it begins, and return the number of the next line."""
        _, begin, end = self.lines[index]
        if begin == end:
            return index + 1
        if self.note_indent >= 0 and self.indent(index) <= self.note_indent:
            self.note_indent = -1
        if self.text.startswith("..", begin):
            after = self.explicit(index, begin, end)
            if after:
                return after
        if self.text.startswith(">>>", begin):
            return self.skip(index, self.after_paragraph(index))
        return self.paragraph(index)

    def explicit(self, index: int, begin: int, end: int) -> int:
        """Read a directive, a note, a citation, a target or a comment, and return the number of the next line."""
        directive = _DIRECTIVE.match(self.text, begin, end)
        if directive:
            return self.directive(index, directive)
        note = _NOTE.match(self.text, begin, end)
        if note:
            self.note(note, self.indent(index))
            return self.paragraph(index, note.end())
        if _TARGET.match(self.text, begin, end):
            self.blanks.append((begin, end))
            return index + 1
        if _COMMENT.match(self.text, begin, end):
            return self.skip(index, self.after_block(index))
        return 0

    def note(self, note: re.Match[str], indent: int) -> None:
        """Begin a footnote, or add a key that the document defines."""
        if _NAME.fullmatch(note[1]):
            self.defined.append(KeyPlace(note[1], Span(*note.span(1))))
        else:
            self.note_indent = indent

    def directive(self, index: int, directive: re.Match[str]) -> int:
        """Read a directive, and return the number of the line after it or after its first line."""
        name = directive[1].lower()
        argument = Span(*directive.span(2))
        if name in _LISTS:
            return self.list_directive(index, argument)
        if name == "include":
            path = _PATH.match(self.text, *argument)
            self.includes += [NamedFile(path[0], Span(*path.span()))] if path else []
        if name in _VERBATIM or name == "include":
            return self.skip(index, self.after_block(index))
        self.blanks.append((directive.start(), argument.start))
        self.segments.append((*argument, self.note_indent >= 0))
        return index + 1

    def list_directive(self, index: int, argument: Span) -> int:
        """Read a directive that prints a list; its content are keys that are listed in any case."""
        after = self.after_block(index)
        for path in _PATH.finditer(self.text, *argument):
            self.bibliographies.append(NamedFile(path[0], Span(*path.span())))
        for _, begin, end in self.lines[index + 1 : after]:
            option = _OPTION.match(self.text, begin, end)
            if option:
                self.cites_all |= option[1] == "all"
            else:
                self.listed_keys(begin, end)
        self.list_places.append(Span(self.lines[index][1], self.lines[after - 1][2]))
        return self.skip(index, after)

    def listed_keys(self, begin: int, end: int) -> None:
        """Add the keys in a line of a directive that prints a list."""
        for cite in role_cites(self.text, begin, end):
            if cite.key == "*":
                self.cites_all = True
            else:
                self.citations.append(Citation(cite.span, "nocite", (cite,)))

    def after_block(self, index: int) -> int:
        """Return the number of the line after the lines that are indented more than a line."""
        indent, after = self.indent(index), index + 1
        for number in range(index + 1, len(self.lines)):
            if self.is_empty(number):
                continue
            if self.indent(number) <= indent:
                break
            after = number + 1
        return after

    def after_paragraph(self, index: int) -> int:
        """Return the number of the line after a paragraph."""
        while index < len(self.lines) and not self.is_empty(index):
            index += 1
        return index

    def skip(self, first: int, after: int) -> int:
        """Skip lines, and return the number of the next line."""
        self.blanks.append((self.lines[first][0], self.lines[after - 1][2]))
        return after

    def paragraph(self, index: int, begin: int | None = None) -> int:
        """Read a paragraph, and the literal block after it if it ends with "::"."""
        first = index
        start = self.lines[first][1] if begin is None else begin
        while True:
            end = self.lines[index][2]
            self.heading(index, first)
            index += 1
            if index == len(self.lines) or self.is_empty(index) or self.begins_block(index):
                break
        self.segments.append((start, end, self.note_indent >= 0))
        if self.text.endswith("::", start, end):
            after = self.after_block(index - 1)
            return self.skip(index, after) if after > index else index
        return index

    def begins_block(self, index: int) -> bool:
        """Whether a line begins a block without an empty line before it."""
        return self.text.startswith(".. ", self.lines[index][1])

    def heading(self, index: int, first: int) -> None:
        """Add the heading of a list of references, which is above a line of punctuation."""
        _, begin, end = self.lines[index]
        if index == first or not _ADORNMENT.match(self.text, begin, end):
            return
        _, title, title_end = self.lines[index - 1]
        words = _WORD.findall(self.text[title:title_end].lower())
        if words and LIST_WORDS.union(("cited", "works", "literature")).issuperset(words):
            self.list_places.append(Span(title, title_end))

    def inline(self, active: str, start: int, end: int, in_note: bool) -> None:
        """Add the citations in a part of the text."""
        position = start
        while token := _TOKEN.match(active, position, end):
            position = token.end()
            if token.lastgroup == "cite":
                self.reference(token, in_note)
            elif token.lastgroup in ("role", "quoted"):
                is_role = token.lastgroup == "role"
                name, text = ("name", "text") if is_role else ("after", "inner")
                kind = role_kind(token[name] or "")
                cites = role_cites(active, *token.span(text)) if kind else ()
                if kind and cites:
                    span = Span(*token.span(token.lastgroup))
                    self.citations.append(Citation(span, kind, cites, in_note=in_note))

    def reference(self, token: re.Match[str], in_note: bool) -> None:
        """Add docutils' reference to a citation, unless it is that of a footnote."""
        if _NAME.fullmatch(token["key"]):
            cite = DocumentCite(token["key"], Span(*token.span("key")))
            span = Span(*token.span("cite"))
            self.citations.append(Citation(span, "parenthetical", (cite,), in_note=in_note))


def find(source: Source) -> DocumentCitations:
    """Return the citations of a document in reStructuredText."""
    return _Reader(source.text).read()


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if the text of a role, or docutils' reference if it may be one, cannot contain it."""
    is_name = _NAME.fullmatch(key) is not None
    may_be_reference = _NAME.fullmatch(written) is not None
    is_possible = can_be_in_role(key) and (is_name or not may_be_reference)
    return key if is_possible and "\\" not in key else None


SCANNER = Scanner("rst", (".rst", ".rest"), find, write_key)
