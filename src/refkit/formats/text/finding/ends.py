"""The ends of a list: the entries at its front and at its tail that are unlike the others.

The entries of a list are described by a few properties: marks around the year, kind of start, last mark, year, length.
The list ends where its entries, counted by their own shares, and the rest, counted by the shares of other text,
together are most likely. In a sorted list, an alphabet that begins again is the strongest sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

from refkit.formats.text.finding.best_split import sort_key
from refkit.formats.text.finding.shapes import end_of, head_of, year_marks
from refkit.patterns import lazy_pattern

_NAMED = frozenset(
    ("caps, I.", "caps,", "name, I.", "name I,", "name (", "I. name", "name, name", "name name,", "name name and")
)  # fmt: skip
_BEGINNING = _NAMED | {"dash", "quote", "words (year", "words. year"}
# The shares of each property in the text around lists: notes on authors, numbers of a series, addresses.
_ELSEWHERE: tuple[dict[str, float], ...] = (
    {"none": 0.8, "": 0.03},
    {"named": 0.35, "": 0.13},
    {".": 0.5, "": 0.17},
    {"year": 0.45, "none": 0.55},
    {"short": 0.3, "usual": 0.6, "long": 0.1},
)
_FEW = 6  # entries of which nothing is learned
_CHANGE = 5.0  # log odds required for a change
_SHRINK = 3.0  # entries that have the same weight as the shares of other text
_SORTED = 0.9  # share of neighbors in a sorted list that are in order
_NEAR = 6  # entries whose middle is the place in the alphabet
# How often an entry of a sorted list, and of other text after it, precedes this place.
_WITHIN, _BEYOND = 0.03, 0.55
_USUAL_HEAD = 0.2  # share of a kind of start in a list that is usual there
_DATED, _SECOND = 0.75, 3  # share of entries with a year in a second list, and its smallest size
_SHORT, _LONG, _LONGEST = 40, 400, 1000
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# "Bisher in dieser Reihe erschienen:", "Also published in this series", "Déjà parus dans la même collection :"
_SERIES = lazy_pattern(
    r"\b(?:series|reihe|schriftenreihe|serie|collection|collana|colección|coleção|seria|serii|reeks|серии|серия)\b",
    re.IGNORECASE,
)
_PUBLISHED = lazy_pattern(
    r"\b(?:published|issues|titles|volumes|available|erschien|bände|titel|hefte|lieferbar|veröffentlicht|parus?\b|parues?\b"
    r"|ouvrages|titres|publicad|títulos|pubblicat|usciti|volumi|títulos|publicações|wydan|ukazał|verschenen|delen|вышл"
    r"|выпуск|изда)",
    re.IGNORECASE,
)
_ANNOUNCED = 110  # characters of a line that announces other publications
_LETTERS = lazy_pattern(r"[^\W\d_]{2}")


class Look(NamedTuple):
    """The properties of an entry, and the word that it is sorted by."""

    properties: tuple[str, ...]
    key: str

    @property
    def has_year(self) -> bool:
        """Whether the entry contains a year."""
        return "year" in self.properties


def bounds_of(texts: Sequence[str]) -> tuple[int, int]:
    """Return the first entry that belongs to the list, and the first one after the list."""
    written = [index for index, text in enumerate(texts) if _LETTERS.search(text, 0, 400)]
    looks = [look_of(texts[index]) for index in written]
    ranks = _ranks([look.key for look in looks])
    end = _kept(looks, ranks)
    backward = [None if rank is None else -rank for rank in reversed(ranks[:end])]
    start = end - _kept(looks[:end][::-1], backward)
    return (
        written[start] if start else 0,
        written[end] if end < len(written) else len(texts),
    )


def announces_others(text: str) -> bool:
    """Whether a line announces the publications of a series or of an institute, which are not references."""
    if len(text) > _ANNOUNCED or _YEAR.search(text):
        return False
    return _SERIES.search(text) is not None and _PUBLISHED.search(text) is not None


def can_be_reference(text: str) -> bool:
    """Whether a text after the last reference can be another one: it has a year and is not a page of text."""
    return _YEAR.search(text) is not None and head_of(text) in _BEGINNING and len(text) < _LONGEST


def second_list(texts: Sequence[str]) -> int:
    """Return how many of the first entries after a numbered list are a list of their own."""
    return _second_list([look_of(text) for text in texts])


def look_of(text: str) -> Look:
    """Return the properties of an entry."""
    head, end = head_of(text), end_of(text)
    size = "short" if len(text) < _SHORT else "long" if len(text) > _LONG else "usual"
    has_year = _YEAR.search(text) is not None
    return Look(
        (
            year_marks(text),
            "named" if head in _NAMED else head,
            _last_mark(end),
            "year" if has_year else "none",
            size,
        ),
        sort_key(text),
    )


def _last_mark(end: str) -> str:
    if "." in end:
        return "."
    return "digit" if end in ("digit", "pages", "year") else end


def _ranks(keys: Sequence[str]) -> list[int | None]:
    """Return the places of keys in the alphabet; None for an entry without a word."""
    order = {key: rank for rank, key in enumerate(sorted({*keys} - {""}), 1)}
    return [order.get(key) for key in keys]


def _kept(looks: Sequence[Look], ranks: Sequence[int | None]) -> int:
    """Return how many entries belong to the list; a second list, whose entries have years, belongs to it."""
    end = _change(looks, ranks)
    end += _similar(looks, ranks, end)
    return end + _second_list(looks[end:])


def _similar(looks: Sequence[Look], ranks: Sequence[int | None], end: int) -> int:
    """Return how many entries after a change are still like the list: they have years, its heads and its order."""
    heads = Counter(look.properties[1] for look in looks[:end])
    places = _places(ranks)
    count = 0
    for look, rank, place in zip(looks[end:], ranks[end:], places[end:], strict=False):
        in_order = place is None or rank is None or rank >= place
        is_usual = heads[look.properties[1]] >= _USUAL_HEAD * end
        if not (look.has_year and in_order and is_usual):
            break
        count += 1
    return count


def _second_list(looks: Sequence[Look]) -> int:
    """Return how many of the first entries after a list are a list of their own: all, some or none of them.

    They have years; an entry that begins with a number is an issue of a series.
    """
    dated = [look.has_year and "digit" not in look.properties[1] for look in looks]
    ends = (
        size
        for size, count in enumerate(accumulate(dated), 1)
        if count >= _DATED * size and dated[size - 1] and (size >= _SECOND or size == len(looks))
    )
    return max(ends, default=0)


def _change(looks: Sequence[Look], ranks: Sequence[int | None]) -> int:
    """Return the index from which on entries are unlike those before; their number if there is none."""
    count = len(looks)
    if count <= _FEW:
        return count
    order = _disorder_after(ranks)
    gains = [alike + order[end] for end, alike in enumerate(_likelihoods(looks), 1)]
    best = max(range(_FEW, count + 1), key=lambda end: gains[end - 1])
    return best if gains[best - 1] - gains[-1] > _CHANGE else count


def _likelihoods(looks: Sequence[Look]) -> list[float]:
    """Return the log likelihood of all entries if the list ends after the first, the second, and so on."""
    usual = [
        [shares.get(value, shares.get("", 0.1)) for shares, value in zip(_ELSEWHERE, look.properties, strict=True)]
        for look in looks
    ]  # fmt: skip
    outside = [sum(map(log, row)) for row in usual]
    remaining = sum(outside)
    counts: list[Counter[str]] = [Counter() for _ in _ELSEWHERE]
    prior: list[dict[str, float]] = [{} for _ in _ELSEWHERE]
    found = []
    for end, (look, row) in enumerate(zip(looks, usual, strict=True), 1):
        for counted, known, value, share in zip(counts, prior, look.properties, row, strict=True):
            counted[value] += 1
            known[value] = share
        remaining -= outside[end - 1]
        found.append(remaining + _inside(counts, prior, end))
    return found


def _inside(counts: Sequence[Counter[str]], prior: Sequence[dict[str, float]], size: int) -> float:
    """Return the log likelihood of a list's properties by their own shares."""
    return sum(
        times * log((times + _SHRINK * known[value]) / (size + _SHRINK))
        for counted, known in zip(counts, prior, strict=True)
        for value, times in counted.items()
    )


def _disorder_after(ranks: Sequence[int | None]) -> list[float]:
    """Return for each number of entries how much likelier the order of the others is if the list ends there."""
    places = _places(ranks)
    found = [0.0] * (len(ranks) + 1)
    rest: list[int] = []
    for end in range(len(ranks) - 1, -1, -1):
        rank, place = ranks[end], places[end]
        if rank is not None:
            insort(rest, rank)
        if place is not None:
            before = bisect_left(rest, place)
            found[end] = before * (log(_BEYOND) - log(_WITHIN)) + (len(rest) - before) * (
                log(1 - _BEYOND) - log(1 - _WITHIN)
            )
    return found


def _places(ranks: Sequence[int | None]) -> list[int | None]:
    """Return for each number of entries the place in the alphabet that a sorted list has reached; or None."""
    found: list[int | None] = []
    known: list[int] = []
    ordered = 0
    for rank in ranks:
        is_sorted = len(known) >= _FEW and ordered >= _SORTED * (len(known) - 1)
        found.append(sorted(known[-_NEAR:])[-3] if is_sorted else None)
        if rank is not None:
            ordered += bool(known) and known[-1] <= rank
            known.append(rank)
    return found
