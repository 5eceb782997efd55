"""Markdown: one line a paragraph or item, without marks (CommonMark 0.31; footnotes and divs as in Pandoc).

Blocks first, line by line; then `_inline` reads what stands in each. Where a paragraph's lines were not wrapped at
some width, people who write one reference a line meant lines, and lines they stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from refkit.documents import Document, Syntax
from refkit.documents._draft import Draft
from refkit.documents._inline import Targets, put_inline
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

Part = tuple[int, int]
WIDEST = 120  # characters; longer lines were not wrapped by hand or editor

_LINE = lazy_pattern(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_FRONT = lazy_pattern(
    r"(---|\+\+\+)[ \t]*+\r?\n(?>(?:(?!---|\.\.\.|\+\+\+)[^\n]*+\n)*)(?:---|\.\.\.|\+\+\+)[ \t]*+(?:\r?\n|\Z)"
)
_QUOTED = lazy_pattern(r"(?>(?:[ \t]*+>)*)[ \t]*+")
_FENCE = lazy_pattern(r"(`{3,}+|~{3,}+)")
_HEADING = lazy_pattern(r"#{1,6}+(?:[ \t]++|$)")
_UNDERLINE = lazy_pattern(r"(?:=++|-{2,}+)[ \t]*$")
_RULE = lazy_pattern(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}$")
_TABLE_RULE = lazy_pattern(r"(?=[^-]*+-)[|:+= \t-]{3,}$")
_ITEM = lazy_pattern(r"(?:[-*+•]|(\d{1,3})[.)])(?:[ \t]++|$)")
_NOTE = lazy_pattern(r"\[\^([^\]\s]{1,40})\]:[ \t]*+")
_TARGET = lazy_pattern(
    r"\[([^\[\]^]{1,200})\]:[ \t]*+(?:<([^<>]*+)>|(\S++))[ \t]*+(?:\"(.*)\"|'(.*)'|\((.*)\))?[ \t]*$"
)
_DIV = lazy_pattern(r":{3,}+[ \t]*+(.*)$")
_KEY = lazy_pattern(r"#ref-([^\s{}]+)")
_MARKED = lazy_pattern(r"[\\*_]*(?:\\?\[[^\]]{1,12}\]|\(\d{1,3}\))[ \t:]")
_OWN_NUMBER = lazy_pattern(r"\\?[\[(]\d{1,4}\\?[\])]")
_ENDS = lazy_pattern(r"(?:[.!?)\]>*_\"”]|://\S*|\b10\.\d{4,}/\S*)[ \t]*$")
_BEGINS = lazy_pattern(r"[*_\"“\[<]*[^\W\d_a-zà-ÿ]|[-—_]{2,}|\\?\[")
_AUTHOR = lazy_pattern(r"[*_]*[^\W\d_a-zà-ÿ][\w'’-]++,? [^\W\d_a-zà-ÿ]\.")
_COMMENT_END = "-->"


@dataclass(slots=True)
class _Paragraph:
    """The parts of the source that a block is made of, the text put before it, and whether it is an item."""

    parts: list[Part] = field(default_factory=list)
    before: str = ""
    marker: Part = (0, 0)
    item: bool = False


@dataclass(slots=True)
class _Reader:
    """The draft, the lines, the open paragraph and list, and what addresses are defined in the text."""

    text: str
    lines: list[Part]
    targets: Targets
    draft: Draft = field(default_factory=Draft)
    open: _Paragraph = field(default_factory=_Paragraph)
    numbers: tuple[int, int] = (0, 0)  # the last item's as written and as counted
    divs: list[bool] = field(default_factory=list)
    entry: int = -1
    key: str = ""
    fences: dict[str, int] = field(
        default_factory=dict
    )  # by its sign the shortest fence that nothing closes

    def read(self, at: int) -> Document:
        """Read line by line from the line `at`."""
        while at < len(self.lines):
            at = self.line(at)
        self.end_block()
        self.close_entry(len(self.text))
        return self.draft.document()

    def line(self, at: int) -> int:
        """Read one line, or the block that it begins; return the number of the next."""
        begin, end = self.lines[at]
        quoted = _QUOTED.match(self.text, begin, end)
        start = quoted.end() if quoted else begin
        if start == end or (not self.open.parts and _RULE.match(self.text, start, end)):
            self.end_block()
            return at + 1
        fence = _FENCE.match(self.text, start, end)
        behind = self.behind_fence(at, fence[1]) if fence else 0
        if behind:
            self.end_block()
            return behind
        if self.text.startswith("<!--", start):
            return self.behind_comment(at, start)
        if not (
            self.heading(start, end) or self.underline(start, end) or self.definition(start, end)
        ):
            self.prose(start, end)
        return at + 1

    def behind_fence(self, at: int, fence: str) -> int:
        """Return the line behind the code that a fence opens, 0 where no fence closes it."""
        if len(fence) >= self.fences.get(fence[0], len(fence) + 1):
            return 0
        for number in range(at + 1, len(self.lines)):
            start, end = self.lines[number]
            closing = self.text[start:end].strip(" \t>")
            if len(closing) >= len(fence) and not closing.strip(fence[0]):
                return number + 1
        self.fences[fence[0]] = len(fence)
        return 0

    def behind_comment(self, at: int, start: int) -> int:
        """Return the line behind a comment; what follows it on its line is read."""
        end = self.text.find(_COMMENT_END, start)
        self.end_block()
        if end < 0:
            return len(self.lines)
        end += len(_COMMENT_END)
        while self.lines[at][1] < end:
            at += 1
        self.prose(end, self.lines[at][1])
        return at + 1

    def heading(self, start: int, end: int) -> bool:
        """heading = "#" ... text"""
        found = _HEADING.match(self.text, start, end)
        if found is None:
            return False
        self.end_block()
        text = self.text[found.end() : end].rstrip()
        closed = text.rstrip("#")
        length = len(closed.rstrip() if closed.endswith((" ", "\t")) else text)
        self.put_heading([(found.end(), found.end() + length)], start)
        return True

    def underline(self, start: int, end: int) -> bool:
        """heading = text line-end ("===" | "---"); else a line of hyphens or a table's rule says nothing."""
        alone = len(self.open.parts) == 1 and not self.open.item
        if (
            alone
            and _UNDERLINE.match(self.text, start, end)
            and self.open.parts[0][1] - self.open.parts[0][0] <= 80
        ):
            parts, self.open = self.open.parts, _Paragraph()
            self.put_heading(parts, parts[0][0])
            return True
        if _RULE.match(self.text, start, end) or _TABLE_RULE.match(self.text, start, end):
            self.end_block()
            return True
        return False

    def put_heading(self, parts: Sequence[Part], at: int) -> None:
        self.close_entry(at)
        self.draft.heading(at)
        put_inline(self.draft, self.text, parts, self.targets)
        self.draft.blank_line(parts[-1][1])
        self.numbers = (0, 0)

    def definition(self, start: int, end: int) -> bool:
        """A footnote, the address of a link, or the fence of a div."""
        note = _NOTE.match(self.text, start, end)
        if note:
            self.end_block()
            self.open = _Paragraph([(note.end(), end)], f"[{note[1]}] ", note.span(), True)
            return True
        if _TARGET.match(self.text, start, end):
            self.end_block()
            return True
        div = _DIV.match(self.text, start, end)
        if div:
            self.end_block()
            self.div(div[1], start)
        return div is not None

    def div(self, attributes: str, at: int) -> None:
        """Pandoc writes each reference as `::: {#ref-key .csl-entry}` ... `:::`."""
        if attributes:
            self.divs.append("csl-entry" in attributes and self.entry < 0)
            if self.divs[-1]:
                self.entry = self.draft.length
                key = _KEY.search(attributes)
                self.key = key[1] if key else ""
        elif self.divs and self.divs.pop():
            self.close_entry(at)

    def prose(self, start: int, end: int) -> None:
        """A line of an item, a table or a paragraph."""
        item = _ITEM.match(self.text, start, end)
        if item and self.begins_item(item):
            self.end_block()
            self.item(item, end)
        elif self.text.startswith("|", start):
            self.end_block()
            self.open.parts = _cells(self.text, start, end)
            self.end_block()
        else:
            self.open.parts.append((start, end))

    def begins_item(self, item: re.Match[str]) -> bool:
        """Whether what looks like a number begins an item: inside a paragraph only the next one does."""
        if not self.open.parts or not item[1] or self.open.item:
            return not item[1] or not self.open.item or read_int(item[1]) <= max(self.numbers) + 2
        return item[1] == "1"

    def item(self, item: re.Match[str], end: int) -> None:
        """An item begins; where all are written `1.` they are counted."""
        before = ""
        if item[1]:
            written = read_int(item[1])
            last, counted = self.numbers
            counted = counted + 1 if written == last else written
            self.numbers = written, counted
            if not _OWN_NUMBER.match(self.text, item.end()):
                before = f"{counted}. "
        self.open = _Paragraph([(item.end(), end)], before, item.span(), True)

    def end_block(self) -> None:
        """Put the open paragraph."""
        block, self.open = self.open, _Paragraph()
        if not block.parts:
            return
        if not block.item and any(start < end for start, end in block.parts):
            self.numbers = (0, 0)
        for parts in [block.parts] if block.item else _lines_meant(self.text, block.parts):
            self.draft.put(block.before, *block.marker)
            put_inline(self.draft, self.text, parts, self.targets)
            if self.entry >= 0:
                self.draft.gap(parts[-1][1], parts[-1][1])
            else:
                self.draft.tell_addresses(self.draft.line, parts[-1][1])
                self.draft.end_line(parts[-1][1])

    def close_entry(self, at: int) -> None:
        """A reference ends."""
        if self.entry >= 0:
            self.draft.tell_addresses(self.entry, at)
            self.draft.entry(self.entry, self.key)
            self.entry = -1
            self.draft.end_line(at)


def _cells(text: str, start: int, end: int) -> list[Part]:
    """Return the cells of a table's row."""
    bars = [at for at in range(start, end) if text[at] == "|" and text[at - 1] != "\\"]
    cells = zip(bars, [*bars[1:], end], strict=True)
    return [(left + 1, right) for left, right in cells if text[left + 1 : right].strip()] or [
        (end, end)
    ]


def _lines_meant(text: str, parts: list[Part]) -> list[list[Part]]:
    """Return the parts of a paragraph by the lines that its writer meant."""
    written = [text[start:end] for start, end in parts]
    longest = max(map(len, written))
    wrapped = longest <= WIDEST and all(
        len(before.rstrip()) + 1 + len(then.split(None, 1)[0]) > longest
        for before, then in pairwise(written)
    )
    lines = [[parts[0]]]
    for number, part in enumerate(parts[1:]):
        if _begins_anew(written[number], written[number + 1], wrapped):
            lines.append([part])
        else:
            lines[-1].append(part)
    return lines


def _begins_anew(before: str, line: str, wrapped: bool) -> bool:
    """Whether a line was meant as one; of a `wrapped` paragraph's those that begin like a reference."""
    if before.endswith(("  ", "\\")) or _MARKED.match(line):
        return True
    begins = _AUTHOR if wrapped else _BEGINS
    return begins.match(line) is not None and _ENDS.search(before[-200:]) is not None


def read(text: str) -> Document:
    """Return the text of a Markdown document."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    found = (line for line in _LINE.finditer(text, start) if line.start() < len(text))
    lines = [(line.start(1), line.end(1)) for line in found]
    return _Reader(text, lines, _targets(text, lines)).read(0)


def _targets(text: str, lines: Sequence[Part]) -> Targets:
    """Return the addresses that `[label]: address` defines."""
    targets: Targets = {}
    for start, end in lines:
        quoted = _QUOTED.match(text, start, end)
        found = (
            _TARGET.match(text, quoted.end() if quoted else start, end)
            if "]:" in text[start:end]
            else None
        )
        if found:
            targets.setdefault(" ".join(found[1].split()).casefold(), found[2] or found[3] or "")
    return targets


SYNTAX = Syntax("markdown", (".markdown", ".md", ".mdx", ".qmd", ".rmd"), read)
