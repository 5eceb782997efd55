"""The labels of a reference: which words are the author, the title and so on."""

from __future__ import annotations

from typing import NamedTuple


class Segment(NamedTuple):
    """The characters `start` to `end` of a reference, their label, and its confidence (0 to 1)."""

    label: str
    start: int
    end: int
    confidence: float = 1.0


class Labelled(NamedTuple):
    """The labeled segments of a reference in order, and their joint confidence."""

    segments: tuple[Segment, ...]
    confidence: float = 1.0
