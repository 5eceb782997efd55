"""Find the reference lists in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from refkit.formats.text.finding.headings import Heading, heading_of
from refkit.formats.text.finding.likeness import around, chunks_of, clues, is_dated_part, likeness
from refkit.formats.text.finding.lines import Line, without_furniture


class FoundList(NamedTuple):
    """A reference list: its lines without headings and page numbers, and its start and end among all lines.

    `sections` contains the starts of the lines below a heading inside the list, such as `Primary sources`. `before`
    and `after` are the nearest lines outside the list, up to a heading; `prose` contains the starts of those that were
    removed from the list.
    """

    lines: tuple[Line, ...]
    headed: bool
    start: int
    end: int
    sections: frozenset[int] = frozenset()
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    prose: frozenset[int] = frozenset()


# What it costs, in log odds, to go from text to list and back, with and without a heading there.
_ENTER, _ENTER_MAYBE, _ENTER_HEADED = 40.0, 12.0, -4.0
_ENTER_AT_TOP = 1.5
_ENTER_BELOW, _BELOW = 8.0, 12  # the cost in the first lines below a heading, and their number
_LEAVE, _LEAVE_AT_GAP, _LEAVE_AT_HEADING, _STAY_AT_END = 9.0, 4.0, 1.0, 12.0
_MOST, _LEAST = 2.5, -3.5
_TRUST = 1.0
_LEAST_OF_A_LIST = 0.0
_INTERRUPTION = 12
_NEAREST = 40  # lines outside a list that are kept with it
_PROSE = -2.5
_PATIENCE = 5.0  # the highest odds of paragraphs before prose


def find_lists(
    lines: Sequence[Line], headings: frozenset[int] = frozenset(), paragraphs: bool = False
) -> list[FoundList]:
    """Return the reference lists among the lines of a document.

    `headings` are the starts of lines that are headings in the document's syntax; with `paragraphs`, each line is a
    paragraph.
    """
    kept = [*without_furniture(lines, _is_list_heading)]
    if not kept:
        return []
    kinds = [_kind(line, headings) for line in kept]
    scores: list[float] = []
    headed = False
    for section in _sections(kept, kinds):
        headed = headed or heading_of(section[0].text) is Heading.LIST
        scores += _scores(section, _TRUST if headed else 0.0)
    below = _below_heading(kinds)
    inside = _viterbi(scores, kinds, [line.gap for line in kept], below)
    runs = _runs(kept, kinds, inside, scores, below)
    return _wanted([trimmed for run in runs if (trimmed := _trimmed(run, paragraphs)).lines])


def _trimmed(found: FoundList, paragraphs: bool) -> FoundList:
    """Return a list without the paragraphs of body text at its ends."""
    blocks = _blocks(found.lines, paragraphs)
    odds = [_odds(block, found.headed) for block in blocks]
    patience = _PATIENCE if paragraphs and not found.headed else 0.0
    end = len(blocks) - _prose_before(odds[::-1], patience)
    start = min(_prose_before(odds, patience), max(end - 1, 0))
    first, kept, last = map(_joined, (blocks[:start], blocks[start:end], blocks[end:]))
    prose = frozenset(line.start for line in (*first, *last))
    return found._replace(
        lines=kept, before=(*found.before, *first), after=(*last, *found.after), prose=prose
    )


def _prose_before(odds: Sequence[float], patience: float) -> int:
    """Return how many paragraphs precede the first reference: they end with prose and are unlike references.

    With `patience`, a paragraph among them may resemble a reference, if their odds together are low.
    """
    found, total = 0, 0.0
    for count, value in enumerate(odds, 1):
        total += value
        if value >= _PROSE and (not patience or total > patience):
            break
        if value < _PROSE and total < _PROSE:
            found = count
    return found


def _odds(block: Sequence[Line], headed: bool) -> float:
    """Return how likely a paragraph is part of a list; below a heading, a year and a volume or pages suffice."""
    alone = _alone(block)
    if headed and alone < 0 and any(is_dated_part(line.text) for line in block):
        return 0.0
    return alone


def _joined(blocks: Sequence[Sequence[Line]]) -> tuple[Line, ...]:
    return tuple(line for block in blocks for line in block)


def _blocks(lines: Sequence[Line], paragraphs: bool) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or (paragraphs and not line.broken) or line.gap > 0:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _alone(block: Sequence[Line]) -> float:
    """Return how likely a paragraph is part of a list, from itself only: the mean of its lines."""
    rows = around([clues(chunk) for line in block for chunk in chunks_of(line.text)])
    return sum(likeness(row) for row in rows) / len(rows)


def _wanted(found: Sequence[FoundList]) -> list[FoundList]:
    """Return the lists below a heading, with their continuation directly after, or else all lists."""
    wanted: list[FoundList] = []
    if not any(listed.headed for listed in found):
        return [*found]
    for listed in found:
        near = wanted and listed.start - wanted[-1].end <= _INTERRUPTION
        if listed.headed or near:
            wanted.append(listed)
    return wanted


def _is_list_heading(line: Line) -> bool:
    return heading_of(line.text) is Heading.LIST


def _kind(line: Line, headings: frozenset[int]) -> Heading | None:
    kind = heading_of(line.text)
    if kind is None and line.start in headings:
        return Heading.END
    return kind


def _sections(lines: Sequence[Line], kinds: Sequence[Heading | None]) -> Iterator[Sequence[Line]]:
    """Yield the lines from one heading to the next, because a line is independent of text beyond a heading."""
    ends = [at for at, kind in enumerate(kinds) if kind is not None and at]
    for start, end in pairwise([0, *ends, len(lines)]):
        yield lines[start:end]


def _scores(lines: Sequence[Line], trust: float) -> list[float]:
    """Return the log odds of each line to belong to a reference; a long line counts as several.

    `trust` is added to every line if there was a heading of references.
    """
    chunks = [chunks_of(line.text) for line in lines]
    rows = around([clues(chunk) for line in chunks for chunk in line])
    scores, at = [], 0
    for line in chunks:
        each = [likeness(row) for row in rows[at : at + len(line)]]
        at += len(line)
        mean = sum(each) / len(each) + trust
        scores.append(max(_LEAST, min(_MOST, mean)) * min(len(each), 4) ** 0.5)
    return scores


def _below_heading(kinds: Sequence[Heading | None]) -> list[bool]:
    """Return which lines are among the first ones below a heading of references."""
    found: list[bool] = []
    distance = _BELOW
    for kind in kinds:
        found.append(kind is None and distance < _BELOW)
        distance = 0 if kind is Heading.LIST else _BELOW if kind else distance + 1
    return found


def _viterbi(
    scores: Sequence[float],
    kinds: Sequence[Heading | None],
    gaps: Sequence[int],
    below: Sequence[bool],
) -> list[bool]:
    """Return whether each line is inside a list, from the most likely path through text and lists."""
    out, into = 0.0, -_ENTER_AT_TOP + scores[0]
    came: list[tuple[bool, bool]] = [(False, False)]
    for at in range(1, len(scores)):
        enter, leave, stay = _costs(kinds[at - 1], kinds[at], gaps[at])
        if below[at]:
            enter = min(enter, _ENTER_BELOW)
        from_text, from_list = out - enter, into - stay
        left = into - leave
        came.append((left > out, from_list >= from_text))
        out, into = (
            max(out, left),
            max(from_text, from_list) + (scores[at] if kinds[at] is None else 0.0),
        )
    state = into > out
    inside = [state]
    for was_left, was_list in reversed(came[1:]):
        state = was_list if state else was_left
        inside.append(state)
    return inside[::-1]


def _costs(before: Heading | None, here: Heading | None, gap: int) -> tuple[float, float, float]:
    """Return the costs of entering a list at a line, of leaving one before it, and of staying inside."""
    enter = {Heading.LIST: _ENTER_HEADED, Heading.MAYBE: _ENTER_MAYBE}.get(
        before or Heading.END, _ENTER
    )
    if here is Heading.END:
        return enter, 0.0, _STAY_AT_END
    if here is not None:
        return enter, _LEAVE_AT_HEADING, 0.0
    return enter, _LEAVE_AT_GAP if gap > 0 else _LEAVE, 0.0


def _runs(
    lines: Sequence[Line],
    kinds: Sequence[Heading | None],
    inside: Sequence[bool],
    scores: Sequence[float],
    below: Sequence[bool],
) -> list[FoundList]:
    found: list[FoundList] = []
    at = 0
    while at < len(lines):
        if not inside[at]:
            at += 1
            continue
        end = at
        while end < len(lines) and inside[end]:
            end += 1
        headed = below[at] or (at > 0 and kinds[at - 1] is Heading.LIST)
        body = tuple(
            line for line, kind in zip(lines[at:end], kinds[at:end], strict=True) if kind is None
        )
        if body and (sum(scores[at:end]) > _LEAST_OF_A_LIST or (headed and _has_reference(body))):
            sections = _sections_inside(lines[at:end], kinds[at:end])
            before, after = _outside(lines, kinds, at, -1), _outside(lines, kinds, end - 1, 1)
            found.append(FoundList(body, headed, at, end, sections, before[::-1], after))
        at = end
    return found


def _has_reference(lines: Sequence[Line]) -> bool:
    """Whether one of the lines below a heading is a reference by itself."""
    return any(is_dated_part(line.text) and _alone([line]) > 0 for line in lines)


def _outside(
    lines: Sequence[Line], kinds: Sequence[Heading | None], index: int, step: int
) -> tuple[Line, ...]:
    """Return the nearest lines before or after a line, up to a heading."""
    found: list[Line] = []
    index += step
    while 0 <= index < len(lines) and kinds[index] is None and len(found) < _NEAREST:
        found.append(lines[index])
        index += step
    return tuple(found)


def _sections_inside(lines: Sequence[Line], kinds: Sequence[Heading | None]) -> frozenset[int]:
    """Return the starts of lines below a heading of references inside a list."""
    headings = (Heading.LIST, Heading.MAYBE)
    return frozenset(
        line.start
        for before, kind, line in zip(kinds, kinds[1:], lines[1:], strict=False)
        if before in headings and kind is None
    )
