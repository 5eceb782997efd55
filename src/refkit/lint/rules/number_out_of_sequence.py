"""A number of the list is missing, repeated or out of order.

Manual numbers become wrong when a reference is added or removed. Citations in the text then refer to another
work.

Example (as text):

    References

    [1] L. Abbott, Lakes of the North. Harbour Press, 2011.
    [2] K. Brandt, Rivers and Their Names. Harbour Press, 2014.
    [3] M. Castell, The Shape of Deltas. Tidal Books, 2009.
    [5] P. Dunmore, A History of Dykes. Tidal Books, 2016.
    [6] S. Ellery, Estuaries in Winter. Harbour Press, 2012.

Use instead:

    References

    [1] L. Abbott, Lakes of the North. Harbour Press, 2011.
    [2] K. Brandt, Rivers and Their Names. Harbour Press, 2014.
    [3] M. Castell, The Shape of Deltas. Tidal Books, 2009.
    [4] P. Dunmore, A History of Dykes. Tidal Books, 2016.
    [5] S. Ellery, Estuaries in Winter. Harbour Press, 2012.

Fix: none, because the citations in the text would have to change, too.
Source: common practice; the rule applies to lists in which nearly all references are numbered in sequence. A number
that is elsewhere between its neighbors counts as misread, not as missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from refkit.integers import read_int
from refkit.lint.listed import Listed, Listing, listings
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

ENOUGH = 4
_SHOWN = 20  # characters that a finding covers
_INSIDE = lazy_pattern(r"\n\s*(?:\[(\d{1,4})\]|(\d{1,4})[.)])(?=\s)")


class Counted(NamedTuple):
    """A number of the list and its position."""

    number: int
    start: int


@rule("REF226", "number-out-of-sequence", verdict=Verdict.INCONSISTENT, formats=("text",))
def number_out_of_sequence(library: Library, context: Context) -> Iterator[Finding]:
    """Compare each number with the one before it."""
    for listing in listings(library):
        counted = [found for one in listing.references for found in _counted(one)]
        if listing.numbered and len(counted) >= ENOUGH and _counts(counted):
            yield from _in_list(counted, listing)


def _counted(one: Listed) -> Iterator[Counted]:
    """Yield the number of a reference, and of another one that was read as its next line."""
    if one.number is None:
        return
    yield Counted(one.number, one.span.start)
    for inside in _INSIDE.finditer(one.text):
        if read_int(inside[1] or inside[2]) in (one.number, one.number + 1):
            yield Counted(
                read_int(inside[1] or inside[2]),
                one.span.start + inside.start(inside.lastindex or 0),
            )


def _counts(counted: Sequence[Counted]) -> bool:
    """Whether most numbers follow their predecessor."""
    steps = sum(other.number - one.number == 1 for one, other in pairwise(counted))
    return steps * 4 >= (len(counted) - 1) * 3 or len(counted) - 1 - steps <= 1


def _in_list(counted: Sequence[Counted], listing: Listing) -> Iterator[Finding]:
    seen = {counted[0].number}
    for one, other in pairwise(counted):
        problem = _problem(one, other, seen, listing.source.text)
        seen.add(other.number)
        if problem:
            end = min(other.start + _SHOWN, listing.span.end)
            yield Finding(Span(other.start, end), problem, source=listing.source)


def _problem(one: Counted, other: Counted, seen: set[int], text: str) -> str:
    step, number = other.number - one.number, other.number
    if step == 1:
        return ""
    if number in seen:
        return f"the number `{number}` appears twice in the list; renumber the references"
    if step < 1:
        return f"`{number}` follows `{one.number}` in the list; put it in order"
    missing = range(one.number + 1, number)
    between = text[one.start : other.start]
    if len(missing) > 20 or any(_stands(absent, between) for absent in missing):
        return ""
    shown = f"`{missing[0]}`" if len(missing) == 1 else f"`{missing[0]}` to `{missing[-1]}`"
    verb = "is" if len(missing) == 1 else "are"
    return f"{shown} {verb} missing before `{number}` in the list; add the reference or renumber the list"


def _stands(number: int, text: str) -> bool:
    """Whether the text contains a number by itself, so that a reference was not separated from its neighbor."""
    return re.search(rf"(?<!\d){number}(?!\d)", text) is not None
