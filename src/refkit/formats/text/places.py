"""Places of publication: a city, with its state or country, or several cities."""

from __future__ import annotations

from refkit.data.countries import COUNTRIES
from refkit.data.publishers import REGIONS
from refkit.data.publishing_places import PLACES
from refkit.data.words.conjunctions import and_pattern
from refkit.patterns import lazy_pattern

_BETWEEN = lazy_pattern(rf"\s*(?:[-–/&]|,|\b(?:{and_pattern()})\b)\s*")
_LONGEST = 60  # characters


def is_place(words: str) -> bool:
    """Whether words are one or more cities: Roma-Bari, Cambridge, MA, Boston Mass., London and New York."""
    words = words.strip(" \xa0.,;:()[]").lower()
    if words in PLACES or len(words) > _LONGEST:
        return words in PLACES
    first, *others = _BETWEEN.split(words)
    if first in PLACES and all(
        part in PLACES or part in REGIONS or part in COUNTRIES for part in others
    ):
        return True
    city, _, region = words.rpartition(" ")
    bracketed = region[:1] == "(" and city.isalpha()  # Armidale (NSW)
    return region.removeprefix("(") in REGIONS and (bracketed or city in PLACES)
