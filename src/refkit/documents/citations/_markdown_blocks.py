"""Blocks of a Markdown document: which of its text can cite (CommonMark 0.31, section 4; Pandoc's and MyST's manuals).

Code, comments, metadata, the marks of quotations and the addresses of link definitions become spaces, so that offsets
do not change. The rest is divided into segments, such as paragraphs, which no inline markup crosses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.data.markdown import FILE_DIRECTIVES, VERBATIM_DIRECTIVES
from refkit.documents._fences import line_after_fence
from refkit.documents.citations._blanks import blanked
from refkit.documents.citations._markdown_options import cell_captions, directive_options
from refkit.documents.citations._markdown_segments import (
    Container,
    Directive,
    MarkdownBlocks,
    Segment,
    is_member,
    is_member_or_end,
    is_metadata_end,
    is_text,
)
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_LINE = lazy_pattern(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_QUOTED = lazy_pattern(r"(?>(?:[ ]{0,3}+>[ ]?+)*)")
_INDENT = lazy_pattern(r"[ \t]*+")
_FENCE = lazy_pattern(r"(`{3,}+|~{3,}+)[ \t]*+(.*)")
_DIV = lazy_pattern(r"(:{3,}+)[ \t]*+(.*)")
_DIRECTIVE = lazy_pattern(r"\{([A-Za-z][\w:.+-]*+)\}[ \t]*+(.*)")
_HEADING = lazy_pattern(r"#{1,6}+(?:[ \t]++|\Z)(.*)")
_UNDERLINE = lazy_pattern(r"(?:=++|-++)[ \t]*+\Z")
_RULE = lazy_pattern(r"([-*_])[ \t]*+(?>(?:\1[ \t]*+){2,})\Z")
_METADATA_START = lazy_pattern(r"---[ \t]*+\Z")
_NOTE = lazy_pattern(r"\[\^([^\]\s]{1,100}+)\]:[ \t]*+")
_TARGET = lazy_pattern(r"\[(?![@^]|-@)[^\[\]]{1,400}+\]:[ \t]*+(?:<[^<>]*+>|\S++)")
_LABEL = lazy_pattern(r"\(([^()\s]{1,200}+)\)=[ \t]*+\Z")
_ADMONITION = lazy_pattern(r"(?:!!!|\?\?\?\+?|===[!+]?)[ \t]++")
_ITEM = lazy_pattern(r"([-*+]|\(?(?:\d{1,9}+|\#|@(?:[\w-]*[^\W_])?)[.)]|[:~])(?:([ \t]++)|\Z)")
_FIRST_ITEM = lazy_pattern(r"(?:[-*+]|\(?1[.)]|\(@[\w-]*+\))(?:[ \t]|\Z)")
_VERBATIM_TAG = lazy_pattern(r"<(script|style|pre|textarea)\b", re.I)
_EXAMPLE = lazy_pattern(r"@([\w-]++)")
_REFS = lazy_pattern(r"\{?\s*+#refs(?![\w-])|\{[^{}]*?#refs(?![\w-])")
TAB = 4
MAX_ITEMS = 20  # that begin on one line


@dataclass(slots=True)
class BlockReader:
    """State of the reader of blocks; in `has_cells` dialects, code in braces is always executed."""

    text: str
    has_cells: bool
    lines: list[tuple[int, int]] = field(default_factory=list)
    blocks: MarkdownBlocks = field(default_factory=MarkdownBlocks)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    open_fences: list[str] = field(default_factory=list)
    open_divs: list[Span | None] = field(
        default_factory=list
    )  # first lines of those for references
    segment: Segment | None = None
    base: int = 0  # the offset of column 0 of the line, after the marks of quotations
    quotes: int = 0  # number of these marks
    skip: int = 0  # the end of a comment or an element that ends inside a line
    unclosed: dict[str, int] = field(default_factory=dict)  # length of the shortest unclosed fence
    missing: set[str] = field(
        default_factory=set
    )  # ends that the rest of the text does not contain

    def read(self) -> MarkdownBlocks:
        """Return the blocks of the document."""
        text = self.text
        found = (line for line in _LINE.finditer(text) if line.start() < len(text))
        self.lines = [line.span(1) for line in found]
        index = self.front_matter()
        while index < len(self.lines):
            index = self.line(index)
        self.end_segment()
        self.blocks.reference_divs += filter(None, self.open_divs)
        self.blocks.active = blanked(text, self.blanks)
        return self.blocks

    def front_matter(self) -> int:
        """Skip the metadata at the top, in YAML or TOML, and return the number of the next line."""
        if not self.lines:
            return 0
        first = self.text[slice(*self.lines[0])].rstrip()
        if first == "+++":
            return self.skip_lines(0, self.find_line(1, lambda line: line.rstrip() == "+++"))
        is_metadata = first == "---" and self.find_line(1, is_member_or_end) == self.find_line(
            1, is_text
        )
        return self.metadata(0) if is_metadata else 0

    def line(self, index: int) -> int:
        """Read a line, or the block that it begins, and return the number of the next line."""
        start, end = self.lines[index]
        if start < self.skip:
            start = min(self.skip, end)
        self.base, self.quotes = start, 0
        position = self.after_quote(start, end)
        for _ in range(MAX_ITEMS):
            begin, indent = self.indentation(position, end)
            if begin == end:
                self.end_segment()
                return index + 1
            if self.segment is None:
                self.leave(indent)
                if indent - self.content_indent() >= TAB:
                    self.blanks.append((begin, end))
                    return index + 1
            position = self.after_quote(begin, end)
            if position > begin:
                continue
            for read in (self.fence, self.div, self.element, self.whole_line):
                after = read(index, begin, end)
                if after:
                    return after
            position = self.note(begin, end, indent) or self.item(begin, end, indent)
            if not position:
                break
        return self.prose(index, begin, end)

    def after_quote(self, start: int, end: int) -> int:
        """Return the offset after the marks of quotations."""
        quoted = _QUOTED.match(self.text, start, end)
        if quoted is None or quoted.end() == start:
            return start
        self.blanks.append(quoted.span())
        self.base = quoted.end()
        self.quotes += quoted[0].count(">")
        return quoted.end()

    def indentation(self, position: int, end: int) -> tuple[int, int]:
        """Return the offset of the first character that is not a space, and its column."""
        match = _INDENT.match(self.text, position, end)
        begin = match.end() if match else position
        if "\t" not in self.text[position:begin]:
            return begin, begin - self.base
        return begin, len(self.text[self.base : begin].expandtabs(TAB))

    def content_indent(self) -> int:
        """Return the indentation of the content of the innermost container."""
        is_inside = self.containers and self.containers[-1].quotes == self.quotes
        return self.containers[-1].indent if is_inside else 0

    def leave(self, indent: int) -> None:
        """Leave the containers whose content has more marks or is indented more than a line."""
        while self.containers:
            container = self.containers[-1]
            if (container.quotes, container.indent) <= (self.quotes, indent):
                break
            self.containers.pop()

    def begin_segment(self, start: int, end: int) -> None:
        """Begin a segment, which is in a note if its container is."""
        in_note = bool(self.containers) and self.containers[-1].in_note
        self.segment = Segment(start, end, in_note)

    def end_segment(self) -> None:
        """Add the current segment."""
        if self.segment and self.segment.end > self.segment.start:
            self.blocks.segments.append(self.segment)
        self.segment = None

    def own_segment(self, start: int, end: int) -> None:
        """Add a segment of a part of one line."""
        self.end_segment()
        self.begin_segment(start, end)
        self.end_segment()

    def skip_lines(self, first: int, after: int) -> int:
        """Skip lines, and return the number of the next line, which is that of the first if `after` is 0."""
        if not after:
            return first
        self.blanks.append((self.lines[first][0], self.lines[after - 1][1]))
        return after

    def find_line(self, first: int, is_wanted: Callable[[str], bool]) -> int:
        """Return the number of the line after the first line that is wanted, or 0."""
        for number in range(first, len(self.lines)):
            if is_wanted(self.text[slice(*self.lines[number])]):
                return number + 1
        return 0

    def metadata(self, index: int) -> int:
        """Skip a block of metadata in YAML, and return the number of the next line, or `index` if there is none."""
        if index + 1 >= len(self.lines) or "---" in self.missing:
            return index
        after = self.find_line(index + 1, is_metadata_end)
        if not after:
            self.missing.add("---")
            return index
        self.end_segment()
        self.blocks.metadata.append(Span(self.lines[index + 1][0], self.lines[after - 1][0]))
        return self.skip_lines(index, after)

    def fence(self, index: int, begin: int, end: int) -> int:
        """Read fenced code, or the begin or end of a directive whose content is Markdown."""
        fence = _FENCE.match(self.text, begin, end)
        if fence is None or (fence[1][0] == "`" and "`" in fence[2]):
            return 0
        if self.open_fences and not fence[2].strip() and self.closes(fence[1]):
            self.end_segment()
            self.blanks.append((begin, end))
            return index + 1
        directive = _DIRECTIVE.match(self.text, fence.start(2), end)
        if directive and directive[1].lower() in FILE_DIRECTIVES:
            return self.file_directive(index, directive, begin, self.after_fence(index, fence[1]))
        if directive and not self.has_cells and directive[1].lower() not in VERBATIM_DIRECTIVES:
            self.open_fences.append(fence[1])
            return self.directive(index, directive, begin)
        after = self.after_fence(index, fence[1])
        if not after:
            return 0
        self.end_segment()
        self.code(index, after, fence)
        return after

    def closes(self, fence: str) -> bool:
        """Whether a fence closes a directive; directives inside it end, too."""
        for number in reversed(range(len(self.open_fences))):
            opening = self.open_fences[number]
            if opening[0] == fence[0] and len(fence) >= len(opening):
                del self.open_fences[number:]
                return True
        return False

    def after_fence(self, index: int, fence: str) -> int:
        """Return the number of the line after fenced code, or 0 if it is not closed."""
        return line_after_fence(self.text, self.lines, index, fence, self.unclosed)

    def code(self, index: int, after: int, fence: re.Match[str]) -> None:
        """Skip fenced code, except the captions of an executable cell."""
        position = fence.start()
        if fence[2].startswith("{"):
            lines = self.lines[index : after - 1]
            for start, end in cell_captions(self.text, fence.start(2), lines):
                self.blanks.append((position, start))
                self.own_segment(start, end)
                position = end
        self.blanks.append((position, self.lines[after - 1][1]))

    def directive(self, index: int, directive: re.Match[str], begin: int) -> int:
        """Read the first line and the options of a directive, and return the number of the next line."""
        start, end = directive.span(2)
        self.blanks.append((begin, start))
        self.own_segment(start, end)
        return self.options(index + 1)

    def file_directive(self, index: int, directive: re.Match[str], begin: int, after: int) -> int:
        """Read a directive without Markdown, whose end is before the line with number `after`."""
        after = after or index + 1
        span = Span(begin, self.lines[after - 1][1])
        argument = Span(*directive.span(2))
        self.end_segment()
        self.blocks.directives.append(Directive(directive[1].lower(), argument, span))
        self.blanks.append(span)
        return after

    def options(self, index: int) -> int:
        """Read the options of a directive, and return the number of the line after them."""
        if index < len(self.lines) and self.text[slice(*self.lines[index])].strip() == "---":
            after = self.find_line(index + 1, lambda line: line.strip() == "---")
            return self.skip_lines(index, after)
        for option in directive_options(self.text, self.lines, index):
            start, end = self.lines[index]
            self.blanks.append((start, option.start if option.is_prose else end))
            if option.is_prose:
                self.own_segment(option.start, end)
            elif option.is_label:
                self.blocks.labels.add(self.text[option.start : end].strip())
            index += 1
        return index

    def div(self, index: int, begin: int, end: int) -> int:
        """Read the begin or end of a div or of a directive with colons."""
        div = _DIV.match(self.text, begin, end)
        if div is None:
            return 0
        directive = _DIRECTIVE.match(self.text, div.start(2), end)
        name = directive[1].lower() if directive else ""
        if directive and name in FILE_DIRECTIVES:
            return self.file_directive(index, directive, begin, self.after_fence(index, div[1]))
        if name in VERBATIM_DIRECTIVES:
            self.end_segment()
            return self.skip_lines(index, self.after_fence(index, div[1]) or index + 1)
        self.end_segment()
        if directive:
            self.open_divs.append(None)
            return self.directive(index, directive, begin)
        self.blanks.append((begin, end))
        if div[2].strip(":{} \t"):
            self.open_divs.append(Span(begin, end) if _REFS.match(div[2]) else None)
        elif self.open_divs:
            first_line = self.open_divs.pop()
            if first_line:
                self.blocks.reference_divs.append(Span(first_line.start, end))
        return index + 1

    def element(self, index: int, begin: int, end: int) -> int:
        """Skip an HTML element whose content is not Markdown, and comments."""
        tag = _VERBATIM_TAG.match(self.text, begin, end)
        if tag:
            close = self.find_close(f"</{tag[1].lower()}", begin)
            close = len(self.text) if close < 0 else close
            self.blanks.append((begin, close))
            return self.skip_to(index, close)
        if not self.text.startswith("<!--", begin):
            return 0
        blanks = len(self.blanks)
        after = self.after_comments(index, begin, end)
        position = begin
        for start, close in self.blanks[blanks:]:
            if self.text[position:start].strip():
                return 0
            position = close
        return after if position > begin and not self.text[position:end].strip() else 0

    def after_comments(self, index: int, begin: int, end: int) -> int:
        """Skip the comments that begin in a line, and return the number of the next line."""
        position, ticks = begin, 0
        while (start := self.text.find("<!--", position, end)) >= 0:
            close = self.find_close("-->", start + 4)
            ticks += self.text.count("`", position, start)
            if close < 0 or ticks % 2:
                break
            position = close + 3
            self.blanks.append((start, position))
        return self.skip_to(index, position) if position > end else index + 1

    def find_close(self, close: str, position: int) -> int:
        """Return the offset of the next end of an element or comment, or -1."""
        if close in self.missing:
            return -1
        if close == "-->":
            found = self.text.find(close, position)
        else:
            match = re.compile(re.escape(close), re.IGNORECASE).search(self.text, position)
            found = match.start() if match else -1
        if found < 0:
            self.missing.add(close)
        return found

    def skip_to(self, index: int, position: int) -> int:
        """Continue inside a line, and return its number."""
        self.skip = position
        while index < len(self.lines) and self.lines[index][1] < position:
            index += 1
        return index

    def whole_line(self, index: int, begin: int, end: int) -> int:
        """Read a heading, a rule, metadata, a link definition, a label or a row of a table."""
        text = self.text
        heading = _HEADING.match(text, begin, end)
        if heading:
            self.own_segment(heading.start(1), end)
            self.blocks.headings.append(Span(begin, end))
            return self.after_comments(index, begin, end)
        if text.startswith("|", begin):
            self.own_segment(begin, end)
            return self.after_comments(index, begin, end)
        if self.segment and _UNDERLINE.match(text, begin, end):
            self.blocks.headings.append(Span(self.segment.start, self.segment.end))
        elif not self.is_apart(begin, end):
            return 0
        elif not self.segment and self.begins_metadata(index, begin, end):
            after = self.metadata(index)
            if after > index:
                return after
        self.end_segment()
        self.blanks.append((begin, end))
        return index + 1

    def is_apart(self, begin: int, end: int) -> bool:
        """Whether a line has no text that can cite: a rule, a link definition, a label, or MyST's comments."""
        text = self.text
        if _RULE.match(text, begin, end) or text.startswith("+++", begin):
            return True
        if self.segment is None and _TARGET.match(text, begin, end):
            return True
        label = _LABEL.match(text, begin, end)
        if label:
            self.blocks.labels.add(label[1])
        return label is not None or (
            not self.has_cells
            and text.startswith("%", begin)
            and text[begin - 1 : begin] in "\r\n"
            and not text.startswith("%")  # Pandoc's title
        )

    def begins_metadata(self, index: int, begin: int, end: int) -> bool:
        """Whether a rule begins metadata in the middle of a document, as in Pandoc."""
        if not _METADATA_START.match(self.text, begin, end) or index + 1 >= len(self.lines):
            return False
        return is_member(self.text[slice(*self.lines[index + 1])])

    def note(self, begin: int, end: int, indent: int) -> int:
        """Begin a footnote or an admonition, whose other paragraphs are indented, and return the offset of its text."""
        note = _NOTE.match(self.text, begin, end)
        match = note or _ADMONITION.match(self.text, begin, end)
        if match is None:
            return 0
        self.end_segment()
        self.leave(indent)
        self.containers.append(Container(indent + TAB, self.quotes, note is not None))
        self.base = match.end() - indent - TAB
        return match.end()

    def item(self, begin: int, end: int, indent: int) -> int:
        """Begin an item of a list, and return the offset of its content, or 0."""
        item = _ITEM.match(self.text, begin, end)
        if item is None:
            return 0
        if self.segment and not self.containers and not _FIRST_ITEM.match(self.text, begin, end):
            return 0
        self.end_segment()
        self.leave(indent)
        spaces = len(item[2] or " ")
        in_note = bool(self.containers) and self.containers[-1].in_note
        width = len(item[1]) + (spaces if spaces <= TAB else 1)
        self.containers.append(Container(indent + width, self.quotes, in_note))
        example = _EXAMPLE.search(item[1])
        if example:
            self.blocks.examples.add(example[1])
        return item.end(1) + min(spaces, end - item.end(1)) if item[2] else end

    def prose(self, index: int, begin: int, end: int) -> int:
        """Begin or continue a segment."""
        if self.segment:
            self.segment.end = end
        else:
            self.begin_segment(begin, end)
        return self.after_comments(index, begin, end)
