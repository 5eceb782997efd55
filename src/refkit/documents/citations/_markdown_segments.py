"""The blocks of a Markdown document that matter to citations: segments, directives and other places."""

from __future__ import annotations

from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_MEMBER = lazy_pattern(r"[\"']?[^\W\d][\w .\-]*+[\"']?[ \t]*+:(?:[ \t]|\Z)|#")
_METADATA_END = lazy_pattern(r"(?:---|\.\.\.)[ \t]*+\Z")


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


@dataclass(slots=True)
class Container:
    """A list item, note or admonition, by the indentation of its content and the marks of quotations before it."""

    indent: int
    quotes: int
    in_note: bool


def is_text(line: str) -> bool:
    """Whether a line is not empty."""
    return bool(line.strip())


def is_member(line: str) -> bool:
    """Whether a line is a member of metadata or a comment in YAML."""
    return _MEMBER.match(line) is not None


def is_metadata_end(line: str) -> bool:
    """Whether a line ends metadata."""
    return _METADATA_END.match(line) is not None


def is_member_or_end(line: str) -> bool:
    """Whether a line can be the first one in metadata."""
    return is_member(line) or is_metadata_end(line)
