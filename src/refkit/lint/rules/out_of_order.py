"""A reference is out of alphabetical order.

Readers look for names in alphabetical order. The reference was added later, or sorted by something other than
its family name.

Example (as text):

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Dunmore, P. (2016). A history of dykes. Tidal Books.
    Okafor, B. (2019). Rivers under ice. Northern Press.
    Ellery, S. (2012). Estuaries in winter. Harbour Press.
    Farrow, T. (2017). Sand and silt. Tidal Books.
    Granger, H. (2010). On old maps. Northern Press.

Use instead:

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.
    Dunmore, P. (2016). A history of dykes. Tidal Books.
    Ellery, S. (2012). Estuaries in winter. Harbour Press.
    Farrow, T. (2017). Sand and silt. Tidal Books.
    Granger, H. (2010). On old maps. Northern Press.
    Okafor, B. (2019). Rivers under ice. Northern Press.

Fix: none, because plain-text references are not rewritten.
Source: APA Publication Manual (7th ed.), 9.44; The Chicago Manual of Style (17th ed.), 14.65. The rule
applies only to lists that are clearly alphabetical. Any usual treatment of accents, particles, articles,
spaces and special letters is accepted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from refkit.lint.listed import Listed, listings, parted, shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.lint.sorting import loose_keys, sort_key, sort_keys
from refkit.model.library import Library

ENOUGH = 7  # one shuffled list of seven in 140 has six in order by chance, of eight one in 800
ONE_IN = 12


@rule("REF225", "out-of-order", verdict=Verdict.INCONSISTENT, formats=("text",))
def out_of_order(library: Library, context: Context) -> Iterator[Finding]:
    """Find the longest ordered sequence, and report references that no sort order puts into it."""
    for listing in listings(library):
        for part in parted(listing):
            yield from _in_part([one for one in part if sort_key(one)])


def _in_part(part: Sequence[Listed]) -> Iterator[Finding]:
    if len(part) < ENOUGH:
        return
    kept = _in_order([sort_key(one) for one in part])
    if len(part) - len(kept) > max(1, len(part) // ONE_IN):
        return
    standing = set(kept)
    for at in range(len(part)):
        if at not in standing and not _could_stand(at, part, kept):
            yield _finding(at, part, kept)


def _finding(at: int, part: Sequence[Listed], kept: Sequence[int]) -> Finding:
    one = part[at]
    place = bisect_right(kept, sort_key(one), key=lambda other: sort_key(part[other]))
    advice = f"before {shown_head(part[kept[place]])}" if place < len(kept) else "to the end"
    beside = f"follows {shown_head(part[at - 1])}" if at else f"precedes {shown_head(part[1])}"
    return Finding(
        one.head,
        f"{shown_head(one)} {beside} in an alphabetical list; move it {advice}",
        source=one.entry.source,
        key=one.entry.key,
    )


def _in_order(keys: Sequence[str]) -> list[int]:
    """Return the positions of the longest nondecreasing sequence of keys (patience sorting)."""
    tops: list[str] = []
    places: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        pile = bisect_right(tops, key)
        before.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [key]
        places[pile : pile + 1] = [at]
    run = []
    at = places[-1] if places else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def _could_stand(at: int, part: Sequence[Listed], kept: Sequence[int]) -> bool:
    """Whether another common way to sort its name puts a reference in order."""
    after = bisect_right(kept, at)
    lows = sort_keys(part[kept[after - 1]]) if after else ("",)
    highs = sort_keys(part[kept[after]]) if after < len(kept) else ("\U0010ffff",)
    top = max(highs)
    return any(min(lows) <= key and key[: len(top)] <= top for key in loose_keys(part[at]))
