"""Split, join and relabel segments of a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refkit.formats.text.announcing import words_of
from refkit.formats.text.labelled import Segment

SCANNED = 3000  # maximum number of characters searched in a segment or a reference


def cut(text: str, segments: list[Segment], found: Segment) -> list[Segment]:
    """Insert a segment among others; the text around it usually keeps its label."""
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
    """Return the label of the text after a part that was cut out of a segment."""
    if found == "medium" and label in ("title", "genre", "medium"):
        return "source"
    if found == "norm" and label in ("author", "volume", "pages", "container-title"):
        return "title"
    return "title" if found in ("inventors", "holder") and label == "author" else label


def parts_of(found: re.Match[str] | None, labels: Mapping[str, str]) -> Iterator[Segment]:
    """Yield the groups of a match as segments, labeled with the group name or its entry in `labels`."""
    if found is not None:
        for name, value in found.groupdict().items():
            if value:
                yield Segment(labels.get(name, name), *found.span(name))


def joined(text: str, segments: list[Segment]) -> list[Segment]:
    """Join adjacent parts of a title into one segment."""
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
    """Return the set of labels in a reference."""
    return {segment.label for segment in segments}
