"""The entries of a list: where each begins, and which lines at the ends of the list are other text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from refkit.formats.text.finding.continuation import (
    continuation,
    dated_lines,
    dated_start,
    missing_start,
)
from refkit.formats.text.finding.ends import (
    announces_others,
    bounds_of,
    can_be_reference,
    second_list,
)
from refkit.formats.text.finding.find import FoundList
from refkit.formats.text.finding.last_reference import end_of_last
from refkit.formats.text.finding.lines import Line
from refkit.formats.text.finding.markers import marks_of
from refkit.formats.text.finding.shapes import head_of
from refkit.formats.text.finding.splitting import starts_of
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_STOPS = (".", ")", "]", "”", "’", '"')
_ADDRESS = lazy_pattern(rf"(?:https?://|www\.|doi\.org/|\b{patterns.DOI_START})\S+\Z")
_SHORTEST_WITH_YEAR = 30  # of a whole reference in a paragraph with line breaks
# Lines that each resemble a reference are not parts of one if there are at least so many.
_SEVERAL, _NEARLY_ALL = 3, 0.8
_MOST_LINES = 24  # of one reference
# In a list with one reference per line, at least so many lines, and one of so many, precede the other text.
_FIRST_LINES, _WRAPPED = 8, 4


class ListEntries(NamedTuple):
    """The lines of a list, the indexes of those that begin an entry, and the lengths of their markers by index.

    The lines before the first start, and from `end` on, are other text.
    """

    lines: Sequence[Line]
    starts: list[int]
    end: int
    marks: Mapping[int, int] = MappingProxyType({})

    @property
    def start(self) -> int:
        """Return the index of the first line of an entry."""
        return self.starts[0] if self.starts else self.end

    def within(self, before: Sequence[Line], after: Sequence[Line]) -> ListEntries:
        """Return the same entries with more lines around them."""
        count = len(before)
        return ListEntries(
            (*before, *self.lines, *after),
            [start + count for start in self.starts],
            self.end + count,
            {start + count: length for start, length in self.marks.items()},
        )


def entries_of(listed: FoundList, paragraphs: bool) -> ListEntries:
    """Return the entries of a list, with those just outside of it, and the prose below its heading."""
    entries = _extended(listed, paragraphs)
    if not listed.headed:
        return entries
    inside = {line.start for line in entries.lines}
    before = [line for line in listed.before if line.start not in inside]
    after = [line for line in listed.after if line.start in listed.prose - inside]
    return entries.within(before, after)


def _extended(listed: FoundList, paragraphs: bool) -> ListEntries:
    entries = _entries(listed, paragraphs)
    first = _missing_before(listed, entries) if entries.start == 0 else 0
    last = _missing_after(listed, entries) if entries.end == len(listed.lines) else 0
    if not first and not last:
        return entries
    before = listed.before[len(listed.before) - first :]
    lines = (*before, *listed.lines, *listed.after[:last])
    return _entries(listed._replace(lines=lines), paragraphs)


def _missing_before(listed: FoundList, entries: ListEntries) -> int:
    numbered = missing_start(listed.lines, entries.marks, listed.before)
    return max(numbered, dated_start(listed.before) if listed.headed else 0)


def _missing_after(listed: FoundList, entries: ListEntries) -> int:
    last = continuation(listed.lines, entries.starts, entries.marks, listed.after)
    return last + dated_lines(listed.after[last:]) if listed.headed else last


def _entries(listed: FoundList, paragraphs: bool) -> ListEntries:
    lines = listed.lines[: _announcement(listed.lines)]
    marks = _marks(lines, paragraphs)
    sections = [at for at, line in enumerate(lines) if line.start in listed.sections]
    starts = sorted({*_starts(lines, marks, paragraphs), *sections}) if lines else []
    if not paragraphs:
        last = end_of_last(lines, starts)
        if can_be_reference(" ".join(line.text for line in lines[last:])):
            starts = [*starts, last]
        else:
            lines = lines[:last]
    first, end = _bounds(lines, starts, marks)
    kept = [at for at in starts if first <= at < end]
    if not paragraphs and end < len(lines):
        end = end_of_last(lines[:end], kept)
    return ListEntries(listed.lines, kept, end, marks)


def _marks(lines: Sequence[Line], paragraphs: bool) -> Mapping[int, int]:
    """Return the lines with markers; in a list of paragraphs, most have one, or none counts."""
    marks = marks_of(lines) or {}
    if paragraphs and 2 * len(marks) < sum(not line.broken for line in lines):
        return {}
    return marks


def _announcement(lines: Sequence[Line]) -> int:
    """Return the index of the line that announces publications of a series, or the number of lines."""
    return next((at for at, line in enumerate(lines) if announces_others(line.text)), len(lines))


def _bounds(
    lines: Sequence[Line], starts: Sequence[int], marks: Mapping[int, int]
) -> tuple[int, int]:
    """Return the indexes of the first line of the list, and of the first line after it."""
    texts = [
        " ".join(line.text for line in lines[start:end])[marks.get(start, 0) :]
        for start, end in pairwise([*starts, len(lines)])
    ]
    first, end = bounds_of(texts)
    marked = [at for at, start in enumerate(starts) if start in marks]
    if marked:
        last = marked[_last_numbered(lines, marks)] + 1
        first, end = min(first, marked[0]), max(min(end, last + second_list(texts[last:])), last)
    edges = [*starts, len(lines)]
    return edges[first], edges[end]


def _last_numbered(lines: Sequence[Line], marks: Mapping[int, int]) -> int:
    """Return the place of the last marker of a list among its markers; another list begins with 1 again."""
    texts = [lines[at].text[: marks[at]].strip(" []().") for at in sorted(marks)]
    again = next((at for at, text in enumerate(texts) if at and text == "1"), len(texts))
    return again - 1


def _starts(lines: Sequence[Line], marks: Mapping[int, int], paragraphs: bool) -> Iterable[int]:
    if marks:
        return _marked_starts(lines, marks, paragraphs)
    if paragraphs:
        return _paragraph_starts(lines)
    return _one_a_line(lines) or starts_of(lines)


def _marked_starts(
    lines: Sequence[Line], marks: Mapping[int, int], paragraphs: bool
) -> Iterator[int]:
    """Yield the lines with markers, and those between them that begin a reference without one."""
    for start, end in pairwise([*sorted({0, *marks}), len(lines)]):
        if paragraphs:
            yield start
            yield from (at for at in range(start + 1, end) if _is_own_paragraph(lines, at))
        else:
            yield from _also_inside(lines, start, end)


def _is_own_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a paragraph without a marker is a whole reference, not the rest of the one before it."""
    return not lines[index].broken and _is_ended(lines[index - 1]) and _is_dated(lines[index])


def _paragraph_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where references begin if each paragraph is one, or several with breaks between them."""
    firsts = [at for at, line in enumerate(lines) if at == 0 or not line.broken]
    for start, end in pairwise([*firsts, len(lines)]):
        paragraph = lines[start:end]
        if len(paragraph) == 1:
            yield start
        else:
            inside = _one_a_line(paragraph) or {
                *starts_of(paragraph),
                *_starts_with_year(paragraph),
            }
            yield from (start + at for at in sorted(inside))


def _starts_with_year(lines: Sequence[Line]) -> list[int]:
    """Return which lines have a year of their own, if all have one or the line before ends like a reference."""
    dated = [_is_dated(line) for line in lines]
    if all(dated):
        return [*range(len(lines))]
    later = range(1, len(lines))
    return [at for at in later if dated[at - 1] and dated[at] and _is_ended(lines[at - 1])]


def _is_dated(line: Line) -> bool:
    return (
        len(line.text) >= _SHORTEST_WITH_YEAR
        and _begins(line)
        and _YEAR.search(line.text, 0, 2000) is not None
        and head_of(line.text) not in ("link", "in")
    )


def _also_inside(lines: Sequence[Line], start: int, end: int) -> list[int]:
    """Return where references begin from a marked line to the next: there, and where unmarked ones follow."""
    size = end - start
    if size < _SEVERAL:
        return [start]
    inside = _one_a_line(lines[start:end]) or (
        starts_of(lines[start:end]) if size > _MOST_LINES else [0]
    )
    return [start + at for at in inside]


def _one_a_line(lines: Sequence[Line]) -> list[int]:
    """Return where references begin in a list with one per line, except for a few wrapped ones, or nothing."""
    whole = [_is_whole(line) for line in lines]
    if sum(whole) < _NEARLY_ALL * len(lines):
        return _one_a_line_first(lines, whole)
    later = range(1, len(lines))
    return [
        0,
        *(at for at in later if whole[at] or (_is_ended(lines[at - 1]) and _begins(lines[at]))),
    ]


def _one_a_line_first(lines: Sequence[Line], whole: Sequence[bool]) -> list[int]:
    """Return where references begin if other text follows a list with one per line, or nothing."""
    size = next((at for at, is_whole in enumerate(whole) if not is_whole), len(lines))
    if size < _FIRST_LINES or _WRAPPED * size < len(lines):
        return []
    return [*range(size), *(size + at for at in starts_of(lines[size:]))]


def _is_whole(line: Line) -> bool:
    """Return whether a line by itself resembles a reference: it has a year and ends with a full stop."""
    has_year = _YEAR.search(line.text, 0, 2000) is not None
    return has_year and line.text.endswith(_STOPS) and head_of(line.text) not in ("link", "in")


def _is_ended(line: Line) -> bool:
    return line.text.endswith(_STOPS) or _ADDRESS.search(line.text[-80:]) is not None


def _begins(line: Line) -> bool:
    first = next((char for char in line.text[:8] if char.isalnum()), "a")
    return not first.islower()
