"""The parts of a reference that its form shows: segments, and the words between them that only announce a value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.formats.text.labelled import Segment
from refkit.records import dataclass, field

CUE = "cue"  # words that announce a value and are in no variable


@dataclass(slots=True)
class FormParts:
    """The parts of a reference in order, and the index of the first character that was not read."""

    text: str
    segments: list[Segment] = field(default_factory=list)
    end: int = 0

    def has(self, label: str) -> bool:
        """Whether there is a part with this label."""
        return any(segment.label == label for segment in self.segments)

    def add(self, label: str, start: int, end: int) -> None:
        """Add a part without the spaces around it; an empty one is not added."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if first < last:
            self.segments.append(Segment(label, first, last))

    def add_groups(self, found: re.Match[str]) -> None:
        """Add the named groups of a match that are not empty; `_` is read as `-`, and is ignored at the end."""
        for name, value in found.groupdict().items():
            if value:
                self.add(name.rstrip("_").replace("_", "-"), *found.span(name))

    def relabel(self, label: str, to: str) -> None:
        """Change the label of the first part with a label."""
        for at, segment in enumerate(self.segments):
            if segment.label == label:
                self.segments[at] = segment._replace(label=to)
                return


def joined_with(parts: FormParts, segments: Sequence[Segment]) -> list[Segment]:
    """Return the parts with the words between them as cues, and the given segments after the end."""
    whole: list[Segment] = []
    at = 0
    for segment in sorted(parts.segments, key=lambda one: one.start):
        if at < segment.start:
            whole.append(Segment(CUE, at, segment.start))
        whole.append(segment)
        at = segment.end
    if at < parts.end:
        whole.append(Segment(CUE, at, parts.end))
    at = max(at, parts.end)
    return [*whole, *(one._replace(start=max(one.start, at)) for one in segments if one.end > at)]
