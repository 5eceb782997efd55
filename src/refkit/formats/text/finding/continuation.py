"""Lines just outside a list that belong to it: the rest of its last reference, its next number, entries like its own.

Lists are found by the words of references in general; what is like the references of this list is known only after it
has been split.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refkit.formats.text.finding.likeness import is_dated_part, is_prose
from refkit.formats.text.finding.lines import Line
from refkit.formats.text.finding.shapes import end_of, head_of, year_marks
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

# Ends of lines after which a reference continues.
_UNFINISHED = frozenset(("hyphen", "comma", "colon", "&", "lower", "short", "initial."))
_MOST_UNFINISHED = 3  # lines that can be missing from a reference
_NEXT = 8  # lines in which the next number or the next entry begins
_COMMON = 0.25  # of the entries of a list
_FEW = 5  # entries of which nothing is learned
_LINES_OF_SOURCE = 4  # of an entry of another form
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NUMBER = lazy_pattern(r"[^\w\s]?(\d{1,4})(?!\d)")
Lines = Sequence[Line]
Form = tuple[str, str]


def continuation(
    lines: Lines, starts: Sequence[int], marks: Mapping[int, int], after: Lines
) -> int:
    """Return how many of the lines after a list belong to it."""
    count = _unfinished(lines, starts, after)
    size = max((b - a for a, b in pairwise([*starts, len(lines)])), default=1)
    forms = _common_forms(lines, starts) if not marks else frozenset()
    number = _number(lines[max(marks)].text) if marks else None
    begun = 0  # the line after the start of the last entry
    for index, line in enumerate(after[count:], count):
        if index - max(count, begun) >= _NEXT:
            break
        if number is not None and _number(line.text) == number + 1:
            number, begun = number + 1, index + 1
        elif forms and _form(after[index : index + 2]) in forms:
            begun = index + 1
    return _end(after, begun, size) if begun else count


def missing_start(lines: Lines, marks: Mapping[int, int], before: Lines) -> int:
    """Return how many of the lines before a numbered list belong to it, because the first numbers are there."""
    number = _number(lines[min(marks)].text) if marks else None
    if number is None or number > _NEXT:
        return 0
    count = 0
    for index, line in enumerate(reversed(before), 1):
        if number > 1 and _number(line.text) == number - 1:
            number, count = number - 1, index
    return count if number == 1 else 0


def dated_start(before: Lines) -> int:
    """Return how many of the lines between a heading and its list begin with a reference."""
    return next((len(before) - at for at, line in enumerate(before) if is_dated_part(line.text)), 0)


def dated_lines(after: Lines) -> int:
    """Return how many of the lines after a list are entries of another form, each with a year."""
    count = 0
    for index, line in enumerate(after):
        if index - count >= _LINES_OF_SOURCE or is_prose(line.text):
            break
        if _YEAR.search(line.text):
            count = index + 1
    return count


def _unfinished(lines: Lines, starts: Sequence[int], after: Lines) -> int:
    """Return how many lines after the list complete its last reference."""
    inside = max((line.gap for at, line in enumerate(lines) if at not in starts), default=0)
    before = lines[-1]
    for count, line in enumerate(after[:_MOST_UNFINISHED]):
        if end_of(before.text) not in _UNFINISHED or line.gap > max(inside, 0):
            return count
        before = line
    return 0 if end_of(before.text) in _UNFINISHED else min(_MOST_UNFINISHED, len(after))


def _end(after: Lines, begun: int, size: int) -> int:
    """Return the end of an entry whose first line is the one before `begun`: at a gap, or after the usual size."""
    for index in range(begun, min(begun + size - 1, len(after))):
        if after[index].gap > 0 and after[begun - 1].gap <= after[index].gap:
            return index
    return min(begun + size - 1, len(after))


def _common_forms(lines: Lines, starts: Sequence[int]) -> frozenset[Form]:
    """Return the forms of the first lines of entries, if they have a year there."""
    if len(starts) < _FEW:
        return frozenset()
    counts = Counter(_form(lines[start : start + 2]) for start in starts)
    return frozenset(
        form
        for form, count in counts.items()
        if form[1] != "none" and count >= _COMMON * len(starts)
    )


def _form(lines: Lines) -> Form:
    """Return the kind of head of an entry, and the marks around the year in it."""
    text = " ".join(line.text for line in lines)
    return head_of(text), year_marks(text)


def _number(text: str) -> int | None:
    match = _NUMBER.match(text)
    return read_int(match[1]) if match else None
