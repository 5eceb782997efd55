"""Read the year, volume, page, ISSN and ISBN that a publisher put into a DOI."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.data.doi_anatomy import PATTERNS, SCANNED, TOLERANCE
from refkit.integers import read_int
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_SCANNED = lazy_pattern(SCANNED)
PII_SINCE = 1999  # all journals with these identifiers assign them at publication from then on
PII_OF_BOOKS_SINCE = 2010  # the volumes of book series were scanned for longer


@dataclass(slots=True, frozen=True)
class Anatomy:
    """The parts of a DOI; a missing part is None or empty.

    The year of publication is between `earliest` and `latest`, given the year in the DOI.
    """

    publisher: str
    kind: str = ""
    year: int | None = None
    volume: str = ""
    page: str = ""
    issn: str = ""
    isbn: str = ""

    @property
    def earliest(self) -> int:
        """The first possible year of publication."""
        return (self.year or 0) + TOLERANCE[self.kind][0]

    @property
    def latest(self) -> int:
        """The last possible year of publication."""
        return (self.year or 9999) + TOLERANCE[self.kind][1]


@lru_cache(4096)
def anatomy(doi: str) -> Anatomy | None:
    """Return the parts of a DOI in lower case, or None if the practice of its publisher is unknown."""
    registrant, _, suffix = doi.partition("/")
    for pattern, kind, base, source in _patterns(registrant):
        match = pattern.match(suffix)
        if match:
            part = match.groupdict()
            return Anatomy(
                source.partition(":")[0].partition(",")[0],
                kind,
                _year(part, base) if kind else None,
                (part.get("volume") or "").lstrip("0"),
                (part.get("page") or "").lstrip("0"),
                (part.get("issn") or "").replace("-", ""),
                (part.get("isbn") or "").replace("-", ""),
            )
    return None


def may_be_scanned(doi: str, year: int, is_article: bool) -> bool:
    """Whether a DOI that is newer than the work may have been assigned when an old volume was scanned."""
    since = PII_SINCE if is_article else PII_OF_BOOKS_SINCE
    return year < since and _SCANNED.match(doi) is not None


@lru_cache(256)
def _patterns(registrant: str) -> list[tuple[re.Pattern[str], str, int, str]]:
    return [
        (re.compile(pattern), kind, base, source)
        for registrants, pattern, kind, base, source in PATTERNS
        if registrant in registrants.split()
    ]


def _year(part: dict[str, str | None], base: int) -> int | None:
    if year := part.get("year"):
        return read_int(year)
    if yy := part.get("yy"):
        return century(read_int(yy))
    if digit := part.get("c"):
        return base + read_int(digit)
    volume = part.get("volume")
    return base + read_int(volume) if base and volume else None


def century(yy: int) -> int:
    """Return the year of a two-digit year in an identifier: DOIs go back to about 1945."""
    return 2000 + yy if yy < 45 else 1900 + yy
