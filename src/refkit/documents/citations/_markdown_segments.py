"""The blocks of a Markdown document that matter to citations: segments, directives and other places."""

from __future__ import annotations

from refkit.model.source import Span
from refkit.records import dataclass, field


@dataclass(slots=True)
class Segment:
    """A part of the text that no inline markup crosses."""

    start: int
    end: int
    in_note: bool = False


@dataclass(slots=True)
class Directive:
    """A MyST directive that names files: its name, its argument and its span."""

    name: str
    argument: Span
    span: Span


@dataclass(slots=True)
class MarkdownBlocks:
    """The text that can cite, its segments, and other blocks with their places."""

    active: str = ""
    segments: list[Segment] = field(default_factory=list)
    metadata: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    reference_divs: list[Span] = field(default_factory=list)
    examples: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)


def blanked(text: str, blanks: list[tuple[int, int]]) -> str:
    """Return a text with spaces in place of some parts."""
    parts: list[str] = []
    position = 0
    for start, end in sorted(blanks):
        if end > position:
            start = max(start, position)
            parts += (text[position:start], " " * (end - start))
            position = end
    return "".join((*parts, text[position:]))
