"""The listed cite keys that a mistyped one probably means.

A key differs in a typo of its letters (one is missing, doubled, wrong, or two are swapped), in signs and capitals, or
in a letter after the year. Other digits mean another year, and thus another work, unless two are swapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_SIGN = lazy_pattern(r"[\W_]+")
_LAST_LETTER = lazy_pattern(r"(?<=\d)[a-z]\Z")
_SHORT = 4  # characters; a shorter key has too many neighbors
_MOST = 3  # suggestions; more neighbors say nothing


@dataclass(slots=True, eq=False)
class NearKeys:
    """An index of listed keys by what is left of them without one character."""

    by_rest: dict[str, list[str]]

    def near(self, key: str) -> list[str]:
        """Return the listed keys that a key probably means, the nearest first; none if there are many."""
        folded = _folded(key)
        found = dict.fromkeys(
            listed for rest in _rests(folded) for listed in self.by_rest.get(rest, ())
        )
        good = [listed for listed in found if _is_typo(folded, _folded(listed))]
        least = min((_distance(folded, _folded(listed)) for listed in good), default=0)
        nearest = [listed for listed in good if _distance(folded, _folded(listed)) == least]
        return sorted(nearest) if len(nearest) <= _MOST else []


def near_keys(listed: Iterable[str]) -> NearKeys:
    """Return an index of keys."""
    by_rest: dict[str, list[str]] = {}
    for key in listed:
        for rest in _rests(_folded(key)):
            by_rest.setdefault(rest, []).append(key)
    return NearKeys(by_rest)


def _folded(key: str) -> str:
    return _SIGN.sub("", key.lower())


def _rests(folded: str) -> Iterator[str]:
    """Yield a key, the key without one of its characters, and without the letter after the year."""
    yield folded
    if len(folded) >= _SHORT:
        yield from dict.fromkeys(folded[:at] + folded[at + 1 :] for at in range(len(folded)))


def _is_typo(one: str, two: str) -> bool:
    """Whether one key is probably meant by the other."""
    digits = [_digits(key) for key in (one, two)]
    if digits[0] == digits[1]:
        return True
    is_swapped = sorted(digits[0]) == sorted(digits[1]) and len(one) == len(two)
    return is_swapped and _letters(one) == _letters(two)


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _letters(key: str) -> str:
    return "".join(char for char in key if not char.isdigit())


def _distance(one: str, two: str) -> int:
    """Return 0 for equal keys, 1 for those that differ in a character or in swapped ones, and 2 otherwise."""
    if one == two:
        return 0
    if _LAST_LETTER.sub("", one) == _LAST_LETTER.sub("", two):
        return 1
    short, long = sorted((one, two), key=len)
    start = next((at for at, char in enumerate(short) if char != long[at]), len(short))
    if len(short) == len(long):
        rest = short[start + 1 :] == long[start + 1 :]
        swapped = (
            short[start : start + 2] == long[start : start + 2][::-1]
            and short[start + 2 :] == long[start + 2 :]
        )
        return 1 if rest or swapped else 2
    return 1 if short[start:] == long[start + 1 :] else 2
