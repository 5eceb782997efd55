"""What the labeller says of a reference: which of its words are the author, which the title."""

from __future__ import annotations

from typing import NamedTuple


class Segment(NamedTuple):
    """The characters `start` to `end` of a reference, what they are, and how sure that is (0 to 1)."""

    label: str
    start: int
    end: int
    confidence: float = 1.0


class Labelled(NamedTuple):
    """The labelled segments of one reference in their order, and how sure they are as a whole."""

    segments: tuple[Segment, ...]
    confidence: float = 1.0
