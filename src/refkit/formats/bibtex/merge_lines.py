"""Three-way merge of texts line by line, and conflict markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from refkit.records import dataclass

STYLES = ("merge", "diff3", "zdiff3")


@dataclass(slots=True, frozen=True)
class Markers:
    """How a conflict is marked: the names of the versions, the number of characters of a marker, and git's style.

    The style is "merge", or "diff3" with the base version between the two sides. "zdiff3" also moves equal lines at the
    start and end of both sides out of the markers.
    """

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7
    base: str = "base"
    style: str = "merge"

    def around(self, ours: str, theirs: str, newline: str = "\n", base: str = "") -> str:
        """Return both versions between markers as whole lines; a version without a line end gets one."""
        mine, yours, old = (_whole_lines(text) for text in (ours, theirs, base))
        start = end = 0
        if self.style == "zdiff3":
            start = _common_length(mine, yours)
            end = _common_length(mine[start:][::-1], yours[start:][::-1])
        middle = () if self.style == "merge" else (_labeled("|" * self.size, self.base), *old)
        lines = (
            *mine[:start],
            _labeled("<" * self.size, self.ours),
            *mine[start : len(mine) - end],
            *middle,
            "=" * self.size,
            *yours[start : len(yours) - end],
            _labeled(">" * self.size, self.theirs),
            *mine[len(mine) - end :],
        )
        return newline.join(lines) + newline


def _common_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the number of equal lines at the start of two texts."""
    pairs = zip(first, second, strict=False)
    return next(
        (n for n, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second))
    )


def _labeled(marker: str, label: str) -> str:
    return f"{marker} {label}" if label else marker


def _whole_lines(text: str) -> list[str]:
    return text.removesuffix("\n").removesuffix("\r").split("\n") if text else []


class _Region(NamedTuple):
    """A part of all three texts, as ranges of lines: base, ours, theirs."""

    base: slice
    ours: slice
    theirs: slice


def merge_lines(base: str, ours: str, theirs: str, markers: Markers) -> tuple[str, int]:
    """Return the merged text, and the number of conflicts in it."""
    decided = one_sided(base, ours, theirs)
    if decided is not None:
        return decided, 0
    texts = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    parts: list[str] = []
    conflicts = 0
    for region in _regions(*texts):
        versions = ["".join(lines[part]) for lines, part in zip(texts, region, strict=True)]
        decided = one_sided(*versions)
        if decided is None:
            conflicts += 1
            decided = _marked(versions, markers, parts)
        parts.append(decided)
    return "".join(parts), conflicts


def _marked(versions: Sequence[str], markers: Markers, before: Sequence[str]) -> str:
    """Return a conflict that starts on a line of its own."""
    base, ours, theirs = versions
    newline = "\r\n" if "\r\n" in ours + theirs else "\n"
    is_inside_line = bool(before) and not before[-1].endswith("\n")
    return (newline if is_inside_line else "") + markers.around(ours, theirs, newline, base)


def one_sided(base: str, ours: str, theirs: str) -> str | None:
    """Return the version that counts if at most one side differs from the base, otherwise None."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def _regions(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[_Region]:
    """Yield the regions of the texts in order: those that are equal in all three, and those between them."""
    ends = (0, 0, 0)
    for start, length in _common_runs(base, ours, theirs):
        yield _Region(*(slice(end, first) for end, first in zip(ends, start, strict=True)))
        ends = (start[0] + length, start[1] + length, start[2] + length)
        yield _Region(*(slice(first, end) for first, end in zip(start, ends, strict=True)))
    lengths = (len(base), len(ours), len(theirs))
    yield _Region(*(slice(end, length) for end, length in zip(ends, lengths, strict=True)))


def _common_runs(
    base: list[str], ours: list[str], theirs: list[str]
) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Yield the runs of lines that all three texts have: their starts, and the number of lines."""
    in_ours = _matches(base, ours)
    in_theirs = _matches(base, theirs)
    line = 0
    while line < len(base):
        if line not in in_ours or line not in in_theirs:
            line += 1
            continue
        start = (line, in_ours[line], in_theirs[line])
        length = 1
        while (
            in_ours.get(line + length) == start[1] + length
            and in_theirs.get(line + length) == start[2] + length
        ):
            length += 1
        yield start, length
        line += length


def _matches(base: list[str], side: list[str]) -> dict[int, int]:
    """Return the lines of `side` that correspond to lines of `base`, by line number."""
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}
