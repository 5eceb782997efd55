"""Citations in a segment of Markdown: `[see @doe, p. 3; -@roe]`, `@doe [p. 3]`, `{cite:p}`doe``, `<cite data-cite>`.

Pandoc's manual, "Citation syntax"; sphinxcontrib-bibtex, MyST and nbconvert for the other forms.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from refkit.documents.citations._roles import role_cites, role_kind
from refkit.model.citation import Citation, CitationKind, DocumentCite, NamedFile
from refkit.model.locators import read_locator
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# A key has no two punctuation marks in a row, except in "//" and "://"; a tag or an address ends it.
KEY = r"(?>\w(?:\w|[:.#$%&\-+?>~/](?=\w)|<(?![A-Za-z][\w-]*+\s*+/?>|https?:)(?=\w)|[:/](?=/))*)"
_SPECIAL = r"\\{`$<@:\[\];"
_TOKEN = lazy_pattern(
    rf"[^{_SPECIAL}]*+(?:"
    r"(?P<escape>\\[^\w\s])"
    r"|(?P<command>\\[A-Za-z]++)"
    r"|(?P<role>\{(?P<name>[a-z]++(?::[a-z]++)?)\}(?=`))"
    r"|(?P<ticks>`++)"
    r"|(?P<dollars>\${1,2}+)"
    r"|(?P<shortcode>\{\{[<%])"
    r"|(?P<tag><(?=[A-Za-z/!]))"
    rf"|(?P<key>(?<![^\W_])@(?:\{{(?P<braced>[^{{}}\r\n]{{1,400}}+)\}}|(?P<plain>{KEY}|\*)))"
    r"|(?P<attributes>\{(?=[#.:=%]|[\w.-]++=))"
    r"|(?P<address>(?:(?<=http)|(?<=https)|(?<=ftp))://)"
    r"|(?P<open>\[)|(?P<close>\])|(?P<semicolon>;)"
    rf"|(?P<other>[{_SPECIAL}])"
    r")"
)
_TAG = lazy_pattern(
    r"<(?:!--|(?:https?|ftp|mailto|doi):[^<>\s]*+>|[\w.+-]{1,64}+@[\w.-]{1,255}+>"
    r"|/?[A-Za-z][\w:-]*+(?>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*)>)"
)
_DATA_CITE = lazy_pattern(r"\sdata-cite\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++))", re.I)
_CITE_END = lazy_pattern(r"</cite\s*+>", re.I)
_ADDRESS = lazy_pattern(r"[^\s<>\"`\[\]]*+")
_DOLLAR = lazy_pattern(r"(?<!\\)\$")
_AFTER_MATH = lazy_pattern(r"(?<!\s)\$(?!\d)")
_DISPLAY_END = lazy_pattern(r"(?<!\\)\$\$")
_ATTRIBUTES = lazy_pattern(r"\{(?>(?:[^{}\"']++|\"[^\"]*+\"|'[^']*+')*)\}")
_DESTINATION = lazy_pattern(
    r"\(\s*+(?:<[^<>\r\n]*+>|(?>(?:[^\s()\\]|\\.|\((?>(?:[^\s()\\]|\\.){0,500})\)){0,4000}))"
    r"(?>(?:\s++(?:\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)'|\([^()]*+\)))?)\s*+\)"
    r"|\([^()\r\n]{0,4000}+\)"  # Pandoc accepts spaces
)
_INCLUDE = lazy_pattern(r"\{\{[<%]\s*+include\s++(?:\"([^\"]++)\"|([^\s\"<>%]++))")
_SHORTCODE_END = lazy_pattern(r"\}\}")
_NOTE_REFERENCE = lazy_pattern(r"\[\^[^\]\s]{1,100}+\]")
_RUN = lazy_pattern(r"`++")
_LINE_END = lazy_pattern(r"[ \t]*+[\r\n]\s*+")


@dataclass(slots=True)
class InlineFindings:
    """Citations, code and other places that the segments of a document contain."""

    citations: list[Citation] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    cites_all: bool = False
    has_commands: bool = False
    code: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Key:
    """A key with the offsets of the text around it: of `-` or `@`, and of the end with its brace."""

    key: str
    span: Span
    start: int
    end: int
    suppresses_author: bool
    is_reference: bool = False  # to a figure or the like
    in_address: bool = False


@dataclass(slots=True)
class _Bracket:
    """An open bracket, or the segment: its keys and semicolons, and the citations inside it that are complete."""

    start: int
    in_note: bool
    is_note: bool = False
    after: _Key | None = None  # the key directly before it
    keys: list[_Key] = field(default_factory=list)
    semicolons: list[int] = field(default_factory=list)
    inner: list[Citation] = field(default_factory=list)

    def add_inner(self, citations: list[Citation]) -> None:
        """Add citations in any order; the shorter list is copied."""
        if len(citations) > len(self.inner):
            self.inner, citations = citations, self.inner
        self.inner += citations


@dataclass(slots=True)
class SegmentReader:
    """State of the reader of one segment, which is `text[start:end]`.

    `is_reference` is the test whether a key refers to a figure or the like; `plain_kind` is the kind of MyST's "cite".
    """

    text: str
    start: int
    end: int
    in_note: bool
    found: InlineFindings
    is_reference: Callable[[str], bool]
    in_nocite: bool = False
    plain_kind: CitationKind = "narrative"
    open: list[_Bracket] = field(default_factory=list)
    runs: dict[int, list[int]] | None = None  # offsets of backticks by their number
    missing: set[str] = field(
        default_factory=set
    )  # ends that the rest of the segment does not contain
    address_end: int = 0

    def read(self) -> None:
        """Add the citations of the segment to the findings."""
        self.open = [_Bracket(self.start, self.in_note)]
        position = self.start
        while token := _TOKEN.match(self.text, position, self.end):
            position = self.token(token, token.start(token.lastgroup or 0))
        while len(self.open) > 1:
            self.dissolve(self.open.pop())
        top = self.open[0]
        self.found.citations += top.inner
        self.found.citations += self.narratives(top.in_note, top.keys)

    def token(self, token: re.Match[str], start: int) -> int:
        """Read what a token at an offset begins, and return the offset after it."""
        match token.lastgroup:
            case "key":
                self.key(token, start)
            case "open":
                return self.open_bracket(start)
            case "close":
                return self.close_bracket(start)
            case "semicolon":
                self.open[-1].semicolons.append(start)
            case "ticks":
                after = self.code(start, token.end())[1]
                self.found.code.append((start, after))
                return after
            case "role":
                return self.role(token["name"], start, token.end())
            case "dollars":
                return self.after_math(token["dollars"], token.end())
            case "tag":
                return self.tag(start)
            case "attributes":
                return self.end_of(_ATTRIBUTES, start)
            case "shortcode":
                return self.shortcode(start)
            case "address":
                return self.address(token.end())
            case "command":
                self.found.has_commands |= "cite" in token["command"].lower()
        return token.end()

    def key(self, token: re.Match[str], start: int) -> None:
        """Add a key to the innermost bracket."""
        name = "braced" if token["braced"] else "plain"
        key = token[name]
        if key == "*":
            self.found.cites_all |= self.in_nocite
            return
        span = Span(*token.span(name))
        is_reference = name == "plain" and self.is_reference(key)
        in_address = span.start < self.address_end
        before = self.text[max(start - 2, self.start) : start]
        has_minus = before.endswith("-") and before != "--"
        start -= has_minus
        self.open[-1].keys.append(
            _Key(key, span, start, token.end(), has_minus, is_reference, in_address)
        )

    def open_bracket(self, start: int) -> int:
        """Open a bracket, or skip the reference of a footnote."""
        note = _NOTE_REFERENCE.match(self.text, start, self.end)
        if note:
            return note.end()
        is_note = self.text.startswith("^", start - 1) and start > self.start
        top = self.open[-1]
        last = top.keys[-1] if top.keys else None
        is_after = last and not self.text[last.end : start].strip() and not last.is_reference
        after = last if is_after and not is_note else None
        self.open.append(_Bracket(start, top.in_note or is_note, is_note, after))
        return start + 1

    def close_bracket(self, position: int) -> int:
        """Close a bracket, and return the offset after it and the address or attributes that follow it."""
        if len(self.open) == 1:
            return position + 1
        bracket = self.open.pop()
        after = position + 1
        for pattern in (_DESTINATION, _ATTRIBUTES):
            after = self.end_of(pattern, position + 1, position + 1)
            if after > position + 1:
                break
        is_link = after > position + 1 or self.text.startswith("[", after, self.end)
        if is_link or bracket.is_note or not self.group(bracket, position):
            self.dissolve(bracket)
        return after

    def end_of(self, pattern: re.Pattern[str], start: int, otherwise: int | None = None) -> int:
        """Return the end of a pattern at an offset, or `otherwise`, which is the next offset by default."""
        match = pattern.match(self.text, start, self.end)
        if match:
            return match.end()
        return start + 1 if otherwise is None else otherwise

    def dissolve(self, bracket: _Bracket) -> None:
        """Add the citations of a bracket that is no group to the one around it."""
        self.open[-1].add_inner(bracket.inner)
        self.open[-1].add_inner(self.narratives(bracket.in_note, bracket.keys))

    def narratives(self, in_note: bool, keys: list[_Key]) -> list[Citation]:
        """Return the citations of single keys, each by itself."""
        return [
            self.narrative(key, in_note) for key in keys if not (key.is_reference or key.in_address)
        ]

    def narrative(self, key: _Key, in_note: bool) -> Citation:
        """Return the citation of a single key."""
        kind: CitationKind = "no-author" if key.suppresses_author else "narrative"
        cite = DocumentCite(key.key, key.span, suppresses_author=key.suppresses_author)
        span = Span(key.start, key.end)
        return Citation(span, "nocite" if self.in_nocite else kind, (cite,), in_note=in_note)

    def group(self, bracket: _Bracket, end: int) -> bool:
        """Add the citation of a bracket that closes at `end`, and return whether it is one."""
        bounds = list(pairwise((bracket.start, *bracket.semicolons, end)))
        first_keys: list[_Key | None] = []
        others: list[_Key] = []
        keys = iter((*bracket.keys, None))
        key = next(keys)
        for _, part_end in bounds:
            is_inside = key is not None and key.start < part_end
            first_keys.append(key if is_inside else None)
            key = next(keys) if is_inside else key
            while key is not None and key.start < part_end:
                others.append(key)
                key = next(keys)
        after = bracket.after
        if None in first_keys[1:] or (first_keys[0] is None and after is None):
            return False
        cites = [
            self.cite(found, start + 1, part_end)
            for found, (start, part_end) in zip(first_keys, bounds, strict=True)
            if found is not None and not found.is_reference
        ]
        if after:
            cites.insert(0, self.located(after, bounds[0] if first_keys[0] is None else None))
            self.open[-1].keys.pop()
        self.add_group(bracket, cites, others, end)
        return True

    def add_group(
        self, bracket: _Bracket, cites: list[DocumentCite], others: list[_Key], end: int
    ) -> None:
        """Add a citation; other keys in its prefixes and suffixes are citations of their own."""
        self.open[-1].add_inner(bracket.inner)
        self.open[-1].add_inner(self.narratives(bracket.in_note, others))
        if not cites:
            return
        has_authors = not all(cite.suppresses_author for cite in cites)
        kind: CitationKind = "parenthetical" if has_authors else "no-author"
        start = bracket.start
        if bracket.after:
            start = bracket.after.start
            kind = "no-author" if bracket.after.suppresses_author else "narrative"
        kind = "nocite" if self.in_nocite else kind
        citation = Citation(Span(start, end + 1), kind, tuple(cites), in_note=bracket.in_note)
        self.open[-1].add_inner([citation])

    def cite(self, key: _Key, start: int, end: int) -> DocumentCite:
        """Return the cite of a key in the part `text[start:end]` of a group."""
        label, locator, suffix = read_locator(_collapsed(self.text[key.end : end]).rstrip())
        prefix = _collapsed(self.text[start : key.start]).strip()
        return DocumentCite(
            key.key, key.span, prefix, locator, label, suffix, key.suppresses_author
        )

    def located(self, key: _Key, part: tuple[int, int] | None) -> DocumentCite:
        """Return the cite of a key in the sentence, whose locator is the first part of a bracket."""
        inner = _collapsed(self.text[part[0] + 1 : part[1]]).strip() if part else ""
        label, locator, suffix = read_locator(inner)
        return DocumentCite(key.key, key.span, "", locator, label, suffix, key.suppresses_author)

    def code(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of the closing backticks of a code span and after it; without it, both are `end`."""
        if self.runs is None:
            self.runs = {}
            for run in _RUN.finditer(self.text, self.start, self.end):
                self.runs.setdefault(run.end() - run.start(), []).append(run.start())
        starts = self.runs.get(end - start, [])
        index = bisect_left(starts, end)
        return (starts[index], starts[index] + end - start) if index < len(starts) else (end, end)

    def role(self, name: str, begin: int, end: int) -> int:
        """Read a role of MyST, and return the offset after its text."""
        ticks = _RUN.match(self.text, end, self.end)
        start = ticks.end() if ticks else end
        close, after = self.code(end, start)
        kind = role_kind(name, self.plain_kind)
        cites = role_cites(self.text, start, close) if kind else ()
        if kind and cites:
            span = Span(begin, after)
            citation = Citation(span, kind, cites, in_note=self.open[-1].in_note)
            self.open[-1].add_inner([citation])
        return after

    def after_math(self, dollars: str, end: int) -> int:
        """Return the offset after mathematics, or after the dollar signs if they begin none."""
        if len(dollars) == 2:
            return self.after_next(_DISPLAY_END, dollars, end)
        after = self.after_next(_DOLLAR, dollars, end)
        return (
            after
            if _AFTER_MATH.match(self.text, after - 1) and not self.text[end : end + 1].isspace()
            else end
        )

    def after_next(self, pattern: re.Pattern[str], name: str, position: int) -> int:
        """Return the end of the next match of a pattern, or `position`; `name` is known to be missing then."""
        match = None if name in self.missing else pattern.search(self.text, position, self.end)
        if match is None:
            self.missing.add(name)
        return match.end() if match else position

    def shortcode(self, start: int) -> int:
        """Skip a shortcode of Quarto or Hugo; some include files."""
        include = _INCLUDE.match(self.text, start, self.end)
        if include:
            group = 1 if include[1] else 2
            self.found.includes.append(NamedFile(include[group], Span(*include.span(group))))
        return self.after_next(_SHORTCODE_END, "}}", start + 3)

    def address(self, start: int) -> int:
        """Skip an address in the text; in brackets, it can be the prefix of a cite, as in MyST."""
        address = _ADDRESS.match(self.text, start, self.end)
        self.address_end = address.end() if address else start
        return self.address_end if len(self.open) == 1 else start

    def tag(self, start: int) -> int:
        """Skip a tag or an address in angle brackets; a tag can cite (nbconvert)."""
        tag = _TAG.match(self.text, start, self.end)
        if tag is None:
            return start + 1
        cited = _DATA_CITE.search(tag[0]) if "data-cite" in tag[0] else None
        if cited is None:
            return tag.end()
        group = next(number for number in (1, 2, 3) if cited[number] is not None)
        begin, end = (start + offset for offset in cited.span(group))
        cites = role_cites(self.text, begin, end)
        after = self.after_next(_CITE_END, "</cite", tag.end())
        if cites:
            span = Span(start, after)
            self.open[-1].add_inner([Citation(span, "parenthetical", cites)])
        return after


def _collapsed(text: str) -> str:
    """Return a text with one space in place of each line end and the space around it."""
    return _LINE_END.sub(" ", text)
