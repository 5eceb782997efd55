"""Conversion between dates and the date objects of CSL-JSON, including variants that other tools write.

CSL-JSON's year -1 is 1 BC, and the year 0 is an open end of a range. A value that is not a date is kept as
`literal`, and a value that cannot be kept is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refkit.integers import read_int
from refkit.model.csl_text import is_true, text_from
from refkit.model.date import NO_DATE, Date, DatePoint
from refkit.patterns import lazy_pattern
from refkit.records import replace

_NUMBER = lazy_pattern(r"-?[0-9]{1,6}\Z")
_TEXTS = ("edtf", "raw", "date-time")
_MEMBERS = frozenset(
    (*_TEXTS, "date-parts", "season", "circa", "literal", "timestamp", "year", "month", "day")
)
_FIRST_SEASON_CODE = 21  # of EDTF, which citation processors read as a month
_OPEN_SIDE = [0]

Side = tuple[Date, str]  # one side of a range, and its text


def date_from(value: object) -> Date | None:
    """Return the date in a CSL-JSON date object, a text or a year, or None for other values."""
    return read_date(value)[0]


def read_date(value: object) -> tuple[Date | None, list[str]]:
    """Return the date of a value as `date_from` does, and the problems of its parts."""
    if type(value) is dict and len(value) == 1:
        plain = _plain_date(value.get("date-parts"))
        if plain is not None:
            return plain, []
    if isinstance(value, (str, int)):
        return _parse_text(str(value)), []
    if not isinstance(value, Mapping):
        return None, []
    problems = [f"`{name}` is not a part of a date" for name in value if name not in _MEMBERS]
    date = _with_season(_date_of_parts(value, problems), value.get("season"), problems)
    date = _with_texts(date, value)
    if not date and any(map(str.isdigit, _part_text(value.get("date-parts")))):
        problems.append("0 is not a year")
    return replace(date, approximate=True) if is_true(
        value.get("circa")
    ) and date else date, problems


def _plain_date(parts: object) -> Date | None:
    """Return the date of one year, month and day as numbers, which nearly all dates are, or None for other values."""
    if type(parts) is not list or len(parts) != 1 or type(parts[0]) is not list:
        return None
    numbers = parts[0]
    if not 1 <= len(numbers) <= 3 or any(type(number) is not int for number in numbers):
        return None
    year, month, day = (*numbers, 1, 1)[:3]
    if not (0 < year <= 999_999 and 1 <= month <= 12 and 1 <= day <= 28):
        return None
    return Date(start=DatePoint(*numbers))


def _parse_text(text: str) -> Date:
    from refkit.model.dates import parse_date

    return parse_date(text)


def _date_of_parts(value: Mapping[str, object], problems: list[str]) -> Date:
    """Return the date or range in `date-parts`, or in the older `year`, `month` and `day`."""
    parts = value.get("date-parts")
    if not parts and ("year" in value or "month" in value):
        parts = [[value.get("year"), value.get("month"), value.get("day")]]
    if not parts:
        return NO_DATE
    if isinstance(parts, str) or not isinstance(parts, Sequence):
        return _parse_text(_part_text(parts))
    is_nested = isinstance(parts[0], Sequence | None) and not isinstance(parts[0], str)
    elements = parts if is_nested else [parts]
    if len(elements) > 2:
        problems.append(f"a range has two dates, not {len(elements)}; the others are ignored")
    return _range([_side(element, problems) for element in elements[:2]], problems)


def _range(sides: Sequence[Side], problems: list[str]) -> Date:
    """Return the date of one side, or the range of two."""
    (first, first_text), (last, last_text) = sides[0], sides[-1]
    if len(sides) == 1 or not (first or last):
        return first
    if not first.start and not first.open_start and first:
        return Date(literal=f"{first_text}/{last_text}")
    if last.literal:
        problems.append(f"`{last_text}` is not the end of a range")
        return first
    return Date(
        start=first.start,
        end=last.end or last.start,
        open_start=not first,
        open_end=not last,
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
        problem=first.problem or last.problem,
    )


def _side(element: object, problems: list[str]) -> Side:
    """Return the date of year, month and day as numbers or words; without them it is false."""
    parts = element if isinstance(element, (list, tuple)) else [element]
    texts = [_part_text(part) for part in parts]
    while texts and texts[-1] in ("", "0"):
        texts.pop()
    if len(texts) > 3:
        problems.append(f"a date has a year, a month and a day, not {len(texts)} parts")
    text = "-".join(texts)
    if all(not part or _NUMBER.match(part) for part in texts):
        return _date_of_numbers(
            [read_int(part) if part else None for part in texts[:3]], problems
        ), text
    return _date_of_words(texts), text


def _part_text(part: object) -> str:
    if isinstance(part, (list, tuple, Mapping)):
        import json

        return json.dumps(part, ensure_ascii=False, default=str)
    return text_from(part).strip()


def _date_of_numbers(numbers: Sequence[int | None], problems: list[str]) -> Date:
    year, month, day = (*numbers, None, None, None)[:3]
    if not (year or month or day):
        return NO_DATE
    if not year or (day and not month):
        problems.append("a date has a month without a year or a day without a month")
    return Date(start=_point(year, month, day), problem=_problem(year, month, day))


def _problem(year: int | None, month: int | None, day: int | None) -> str:
    """Return why a date is not in the calendar, or an empty string."""
    is_season = month is not None and 13 <= month <= 24 and not day
    if is_season or (0 <= (month or 0) <= 12 and 0 <= (day or 0) <= 28):
        return ""
    from refkit.model.dates import check_date

    return check_date(Date(start=DatePoint(year, month or None, day or None))).problem


def _point(year: int | None, month: int | None, day: int | None) -> DatePoint:
    """Return a point for CSL-JSON's numbers: year -1 is 1 BC, 0 means no year; months 13-24 are seasons."""
    if year is not None and year <= 0:
        year = year + 1 if year else None
    if month is not None and 13 <= month <= 24:
        return DatePoint(year, season=(month - 1) % 4 + 1)
    return DatePoint(year, month or None, day or None)


def _date_of_words(texts: Sequence[str]) -> Date:
    """Return the date of parts such as `c. 1850` or 2000 and `March`, or all of them as a literal."""
    from refkit.model.dates import year_month_date

    if len(texts) == 1:
        return _parse_text(texts[0])
    date = year_month_date(*texts) if len(texts) <= 3 else NO_DATE
    return replace(date, raw="") if date.start else Date(literal=" ".join(filter(None, texts)))


def _with_season(date: Date, season: object, problems: list[str]) -> Date:
    """Return a date with its season; a season without a year is a literal."""
    text = text_from(season).strip()
    if not text:
        return date
    if date.start is None:
        return date if date else Date(literal=text)
    number = _season_number(text)
    has_month = bool(date.start.month and not date.start.season)
    if has_month or (number is None and text.isdecimal()):
        reason = "is ignored, because there is a month" if has_month else "is not a season"
        problems.append(f"season `{text}` {reason}")
        return date
    if number is None:
        return replace(date, season=text)
    return replace(date, start=DatePoint(date.start.year, season=number))


def _season_number(text: str) -> int | None:
    from refkit.data.words.months import seasons

    return seasons().get(text.lower()) or (read_int(text) if text in ("1", "2", "3", "4") else None)


def _with_texts(date: Date, value: Mapping[str, object]) -> Date:
    """Return a date with `literal` or, if it says something else, the text it was made from."""
    literal = text_from(value.get("literal"))
    text = next(filter(None, (text_from(value.get(name)) for name in _TEXTS)), "")
    if text:
        parsed = _parse_text(text)
        if not date:
            date = parsed
        elif replace(parsed, approximate=date.approximate, problem=date.problem) != date:
            literal = literal or text
    return replace(date, literal=literal) if literal else date


def record_from_date(date: Date) -> dict[str, object]:
    """Return the CSL-JSON object for a date."""
    record: dict[str, object] = {}
    if date.start is None and not date.end:
        text = date.literal or date.raw
        return {"literal": text} if text else {}
    if date.end is None and not date.open_end:
        record["date-parts"] = [_date_parts(date.start)]
        if date.start and date.start.season:
            record["season"] = date.start.season
    else:
        record["date-parts"] = [_range_parts(date.start), _range_parts(date.end)]
    if date.season:
        record["season"] = date.season
    if date.approximate or date.uncertain:
        record["circa"] = True
    if date.literal:
        record["literal"] = date.literal
    return record


def _range_parts(point: DatePoint | None) -> list[int]:
    """Return the parts of one side of a range, with its season as a month."""
    if point is None:
        return _OPEN_SIDE
    parts = _date_parts(point)
    return [*parts[:1], _FIRST_SEASON_CODE - 1 + point.season] if point.season else parts


def _date_parts(point: DatePoint | None) -> list[int]:
    if point is None or point.year is None:
        return []
    year = point.year if point.year > 0 else point.year - 1
    date_parts = [year, *(part for part in (point.month, point.day) if part)]
    return date_parts if point.month or not point.day else date_parts[:1]
