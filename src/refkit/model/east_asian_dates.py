"""Dates in Chinese and Japanese characters: 2003年5月7日, and the years of Japanese emperors."""

from __future__ import annotations

from refkit.integers import read_int
from refkit.model.date import DatePoint
from refkit.patterns import lazy_pattern

# The year before the first year of each emperor.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

_DATE = lazy_pattern(
    rf"({'|'.join(_ERAS)}|)\s*([0-9]{{1,4}}|元)\s*年(?:\s*([0-9]{{1,2}})\s*月(?:\s*([0-9]{{1,2}})\s*日)?)?\Z"
)


def east_asian_point(text: str) -> DatePoint | None:
    """date = [era] year "年" [month "月" [day "日"]]; the first year of an era may be 元."""
    found = _DATE.match(text)
    if found is None:
        return None
    era, year = found[1], 1 if found[2] == "元" else read_int(found[2])
    if not era and (found[2] == "元" or len(found[2]) < 3):
        return None
    month, day = (read_int(part) if part else None for part in (found[3], found[4]))
    return DatePoint(year + _ERAS.get(era, 0), month, day)
