"""Segments of a reference cut, joined and called otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refkit.formats.text.building.announcing import words_of
from refkit.formats.text.labelled import Segment

SCANNED = 3000  # characters of a segment or a reference in which patterns are looked for


def cut(text: str, segments: list[Segment], found: Segment) -> list[Segment]:
    """The segments with one set among them; what stood around it keeps its label."""
    parts: list[Segment] = []
    labels = {segment.label for segment in segments}
    for segment in segments:
        if segment.end <= found.start or segment.start >= found.end:
            parts.append(segment)
            continue
        before, behind = segment._replace(end=found.start), segment._replace(start=found.end)
        if found.label == "medium" and segment.label in ("genre", "medium"):
            before = before._replace(label="title" if "title" not in labels else segment.label)
        behind = behind._replace(label=_label_behind(found.label, segment.label))
        for part in (before, behind):
            if part.start < part.end and words_of(text[part.start : part.end]):
                parts.append(part)
    parts.append(found)
    return sorted(parts, key=lambda one: one.start)


def _label_behind(found: str, label: str) -> str:
    """What follows a part that was cut out of a segment."""
    if found == "medium" and label in ("title", "genre", "medium"):
        return "source"
    if found == "norm" and label in ("author", "volume", "pages", "container-title"):
        return "title"
    return "title" if found in ("inventors", "holder") and label == "author" else label


def parts_of(found: re.Match[str] | None, labels: Mapping[str, str]) -> Iterator[Segment]:
    """The groups of a match as segments; a group is called as its label, or has it in `labels`."""
    if found is not None:
        for name, value in found.groupdict().items():
            if value:
                yield Segment(labels.get(name, name), *found.span(name))


def joined(text: str, segments: list[Segment]) -> list[Segment]:
    """Parts of one title as one segment."""
    whole: list[Segment] = []
    for segment in segments:
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.label == segment.label == "title"
            and not words_of(text[last.end : segment.start])
        ):
            whole[-1] = last._replace(
                end=segment.end, confidence=min(last.confidence, segment.confidence)
            )
        else:
            whole.append(segment)
    return whole


def labels_of(segments: list[Segment]) -> set[str]:
    """What there is in a reference."""
    return {segment.label for segment in segments}
