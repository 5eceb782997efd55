"""Markdown: one line per paragraph or item, without markup (CommonMark 0.31; footnotes and divs as in Pandoc).

Blocks are read line by line; `_markdown_inline` reads the markup in them. If the lines of a paragraph were not wrapped
at some width, they are kept, because people write one reference per line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refkit.documents import DocumentText, Syntax
from refkit.documents._fences import line_after_fence
from refkit.documents._markdown_inline import Targets, put_inline
from refkit.documents._text_builder import TextBuilder
from refkit.integers import read_int
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

TextRange = tuple[int, int]
MAX_WRAP_WIDTH = 120  # characters; longer lines were not wrapped by hand or by an editor

_LINE = lazy_pattern(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_FRONT_MATTER = lazy_pattern(
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
_REFERENCE_END = lazy_pattern(rf"(?:[.!?)\]>*_\"”]|://\S*|\b{patterns.DOI_START}\S*)[ \t]*$")
_REFERENCE_START = lazy_pattern(r"[*_\"“\[<]*[^\W\d_a-zà-ÿ]|[-—_]{2,}|\\?\[")
_AUTHOR = lazy_pattern(r"[*_]*[^\W\d_a-zà-ÿ][\w'’-]++,? [^\W\d_a-zà-ÿ]\.")
_COMMENT_END = "-->"


@dataclass(slots=True)
class _Paragraph:
    """A block: its parts in the source, the text to add before it, and whether it is an item."""

    parts: list[TextRange] = field(default_factory=list)
    before: str = ""
    marker: TextRange = (0, 0)
    item: bool = False


@dataclass(slots=True)
class _MarkdownReader:
    """State of the reader: the builder, the lines, the current block and list, and link definitions."""

    text: str
    lines: list[TextRange]
    targets: Targets
    builder: TextBuilder = field(default_factory=TextBuilder)
    block: _Paragraph = field(default_factory=_Paragraph)
    numbers: tuple[int, int] = (0, 0)  # of the last item, as written and as counted
    divs: list[bool] = field(default_factory=list)
    entry: int = -1
    key: str = ""
    fences: dict[str, int] = field(
        default_factory=dict
    )  # length of the shortest unclosed fence by its character

    def read(self, index: int) -> DocumentText:
        """Return the text of the document from the line with number `index`."""
        while index < len(self.lines):
            index = self.line(index)
        self.end_block()
        self.close_entry(len(self.text))
        return self.builder.build()

    def line(self, index: int) -> int:
        """Read a line, or the block that it begins, and return the number of the next line."""
        begin, end = self.lines[index]
        quoted = _QUOTED.match(self.text, begin, end)
        start = quoted.end() if quoted else begin
        if start == end or (not self.block.parts and _RULE.match(self.text, start, end)):
            self.end_block()
            return index + 1
        fence = _FENCE.match(self.text, start, end)
        line_after = (
            line_after_fence(self.text, self.lines, index, fence[1], self.fences) if fence else 0
        )
        if line_after:
            self.end_block()
            return line_after
        if self.text.startswith("<!--", start):
            return self.skip_comment(index, start)
        if not (
            self.heading(start, end) or self.underline(start, end) or self.definition(start, end)
        ):
            self.prose(start, end)
        return index + 1

    def skip_comment(self, index: int, start: int) -> int:
        """Skip a comment, read the rest of its last line, and return the number of the next line."""
        end = self.text.find(_COMMENT_END, start)
        self.end_block()
        if end < 0:
            return len(self.lines)
        end += len(_COMMENT_END)
        while self.lines[index][1] < end:
            index += 1
        self.prose(end, self.lines[index][1])
        return index + 1

    def heading(self, start: int, end: int) -> bool:
        """heading = "#" ... text"""
        match = _HEADING.match(self.text, start, end)
        if match is None:
            return False
        self.end_block()
        text = self.text[match.end() : end].rstrip()
        closed = text.rstrip("#")
        length = len(closed.rstrip() if closed.endswith((" ", "\t")) else text)
        self.put_heading([(match.end(), match.end() + length)], start)
        return True

    def underline(self, start: int, end: int) -> bool:
        """heading = text line-end ("===" | "---"); other lines of hyphens and table rules are skipped."""
        is_single_line = len(self.block.parts) == 1 and not self.block.item
        if (
            is_single_line
            and _UNDERLINE.match(self.text, start, end)
            and self.block.parts[0][1] - self.block.parts[0][0] <= 80
        ):
            parts, self.block = self.block.parts, _Paragraph()
            self.put_heading(parts, parts[0][0])
            return True
        if _RULE.match(self.text, start, end) or _TABLE_RULE.match(self.text, start, end):
            self.end_block()
            return True
        return False

    def put_heading(self, parts: Sequence[TextRange], position: int) -> None:
        """Add a heading."""
        self.close_entry(position)
        self.builder.begin_heading(position)
        put_inline(self.builder, self.text, parts, self.targets)
        self.builder.blank_line(parts[-1][1])
        self.numbers = (0, 0)

    def definition(self, start: int, end: int) -> bool:
        """Read a footnote, a link definition or the fence of a div; return whether it is one."""
        note = _NOTE.match(self.text, start, end)
        if note:
            self.end_block()
            self.block = _Paragraph([(note.end(), end)], f"[{note[1]}] ", note.span(), True)
            return True
        if _TARGET.match(self.text, start, end):
            self.end_block()
            return True
        div = _DIV.match(self.text, start, end)
        if div:
            self.end_block()
            self.div(div[1], start)
        return div is not None

    def div(self, attributes: str, position: int) -> None:
        """Begin or end a div; Pandoc writes each reference as `::: {#ref-key .csl-entry}` ... `:::`."""
        if attributes:
            self.divs.append("csl-entry" in attributes and self.entry < 0)
            if self.divs[-1]:
                self.entry = self.builder.length
                key = _KEY.search(attributes)
                self.key = key[1] if key else ""
        elif self.divs and self.divs.pop():
            self.close_entry(position)

    def prose(self, start: int, end: int) -> None:
        """Read a line of an item, a table or a paragraph."""
        item = _ITEM.match(self.text, start, end)
        if item and self.is_item_start(item):
            self.end_block()
            self.item(item, end)
        elif self.text.startswith("|", start):
            self.end_block()
            self.block.parts = _cells(self.text, start, end)
            self.end_block()
        else:
            self.block.parts.append((start, end))

    def is_item_start(self, item: re.Match[str]) -> bool:
        """Whether a possible marker begins an item; a number in a paragraph does so only if it is expected."""
        if not self.block.parts or not item[1] or self.block.item:
            return not item[1] or not self.block.item or read_int(item[1]) <= max(self.numbers) + 2
        return item[1] == "1"

    def item(self, item: re.Match[str], end: int) -> None:
        """Begin an item; items that are all written `1.` are counted."""
        before = ""
        if item[1]:
            written_number = read_int(item[1])
            last, counted = self.numbers
            counted = counted + 1 if written_number == last else written_number
            self.numbers = written_number, counted
            if not _OWN_NUMBER.match(self.text, item.end()):
                before = f"{counted}. "
        self.block = _Paragraph([(item.end(), end)], before, item.span(), True)

    def end_block(self) -> None:
        """Add the current block."""
        block, self.block = self.block, _Paragraph()
        if not block.parts:
            return
        if not block.item and any(start < end for start, end in block.parts):
            self.numbers = (0, 0)
        for parts in [block.parts] if block.item else _intended_lines(self.text, block.parts):
            self.builder.put(block.before, *block.marker)
            put_inline(self.builder, self.text, parts, self.targets)
            if self.entry >= 0:
                self.builder.put_space(parts[-1][1], parts[-1][1])
            else:
                start, end = parts[-1]
                self.builder.put_address(self.builder.line_start, end)
                if self.text.endswith(_HARD_BREAKS, start, end):
                    self.builder.break_line(end)
                else:
                    self.builder.end_line(end)
        if self.entry < 0:
            self.builder.end_line(block.parts[-1][1])

    def close_entry(self, position: int) -> None:
        """End the current reference."""
        if self.entry >= 0:
            self.builder.put_address(self.entry, position)
            self.builder.add_entry(self.entry, self.key)
            self.entry = -1
            self.builder.end_line(position)


def _cells(text: str, start: int, end: int) -> list[TextRange]:
    """Return the cells of a table's row."""
    bars = [index for index in range(start, end) if text[index] == "|" and text[index - 1] != "\\"]
    cells = zip(bars, [*bars[1:], end], strict=True)
    return [
        (start_bar + 1, end_bar)
        for start_bar, end_bar in cells
        if text[start_bar + 1 : end_bar].strip()
    ] or [(end, end)]


_HARD_BREAKS = ("  ", "\\")  # at the end of a line (CommonMark 0.31, 6.7)


def _intended_lines(text: str, parts: list[TextRange]) -> list[list[TextRange]]:
    """Return the parts of a paragraph grouped into the lines that its author intended."""
    texts = [text[start:end] for start, end in parts]
    longest = max(map(len, texts))
    is_wrapped = longest <= MAX_WRAP_WIDTH and all(
        len(line.rstrip()) + 1 + len(next_line.split(None, 1)[0]) > longest
        for line, next_line in pairwise(texts)
    )
    lines = [[parts[0]]]
    for number, part in enumerate(parts[1:]):
        if _is_new_line(texts[number], texts[number + 1], is_wrapped):
            lines.append([part])
        else:
            lines[-1].append(part)
    return lines


def _is_new_line(previous: str, line: str, is_wrapped: bool) -> bool:
    """Whether a line of a paragraph is intended; in a wrapped paragraph, whether it starts a reference."""
    if previous.endswith(_HARD_BREAKS) or _MARKED.match(line):
        return True
    start_pattern = _AUTHOR if is_wrapped else _REFERENCE_START
    return (
        start_pattern.match(line) is not None and _REFERENCE_END.search(previous[-200:]) is not None
    )


def read(text: str) -> DocumentText:
    """Return the text of a Markdown document."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    matches = (line for line in _LINE.finditer(text, start) if line.start() < len(text))
    lines = [(line.start(1), line.end(1)) for line in matches]
    return _MarkdownReader(text, lines, _targets(text, lines)).read(0)


def _targets(text: str, lines: Sequence[TextRange]) -> Targets:
    """Return the addresses of link definitions `[label]: address` by label."""
    targets: Targets = {}
    for start, end in lines:
        quoted = _QUOTED.match(text, start, end)
        match = (
            _TARGET.match(text, quoted.end() if quoted else start, end)
            if "]:" in text[start:end]
            else None
        )
        if match:
            targets.setdefault(" ".join(match[1].split()).casefold(), match[2] or match[3] or "")
    return targets


SYNTAX = Syntax("markdown", (".markdown", ".md", ".mdx", ".qmd", ".rmd"), read)
