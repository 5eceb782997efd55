"""Dates as files write them: EDTF levels 0 and 1, BibTeX's year and month, RIS, and free text.

EDTF is ISO 8601-2:2019 in the Library of Congress's profile (loc.gov/standards/datetime), which
BibLaTeX's date fields follow (manual, 2.3.8). Its years are astronomical: 0000 is 1 BC, -0044 is 45 BC.
An unspecified year is the range that it stands for, marked approximate: 199X is 1990 to 1999. Times are
kept in `raw` only. What is written is never mended: an impossible date keeps its parts and gets a `problem`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from refkit.data.months import CIRCA, MONTHS, NO_DATE, SEASONS
from refkit.integers import read_int
from refkit.model.date import Date, DatePoint
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"[0-9]{4}\Z")
_POINT = lazy_pattern(
    r"(?P<year>Y-?[0-9]{5,12}|-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|-?[0-9]X{3})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<time>T[0-9:.]+(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"(?P<mark>[?~%]?)\Z"
)
_LOOSE = lazy_pattern(r"(-?[0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?\Z")
_DAY_FIRST = lazy_pattern(r"([0-9]{1,2})([./-])\s?([0-9]{1,2})\2\s?([0-9]{4})\Z")
_ERA = lazy_pattern(
    r"(?:\b([0-9]{1,4})\s*(b\.?\s?c\.?(?:\s?e\.?)?|c\.?\s?e\.?|a\.?\s?d\.?)|\b(?:a\.?d\.?)\s*([0-9]{1,4}))\Z",
    re.IGNORECASE,
)
_EARLY = lazy_pattern(r"[0-9]{3}\Z")
_COMPACT = lazy_pattern(r"([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\Z")
_YEARS = lazy_pattern(r"([0-9]{4})\s*(?:-{1,3}|–|—|/|\\slash|to|bis)\s*([0-9]{4})\Z")
_SCHOOL_YEAR = lazy_pattern(r"([0-9]{2})([0-9]{2})\s*(?:-{1,3}|–|/|\\slash)\s*([0-9]{2})\Z")
_ABOUT = lazy_pattern(r"([a-z]+\.?)\s*(?=[0-9\[])", re.IGNORECASE)
_WORDS = lazy_pattern(r"[0-9]+|[^\W\d_]+|--?-?|[–—/&+]|\\slash")
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "de", "of", "the", "le", "den", "am", "del"))
_TO = frozenset(
    ("-", "--", "---", "–", "—", "/", "\\slash", "&", "+", "and", "und", "et", "to", "bis", "y")
)
_WEEKDAYS = lazy_pattern(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE
)
_TEX = lazy_pattern(r"[{}\"]|\\(?:slash|,|\s)")
_WINTER = 4
_SEASON_CODES = range(21, 25)


def parse_date(text: str) -> Date:
    """date = edtf | what people write; words that are no date are kept as `literal`."""
    if _YEAR.match(text):
        return Date(text, DatePoint(read_int(text)))
    written = text.strip()
    if not written:
        return Date(text)
    return _edtf(written) or _free(written)


def is_edtf(text: str) -> bool:
    """Tell whether the text is a date by EDTF level 0 or 1, possible or not."""
    return _edtf(text) is not None


# measured: a file of 10,000 entries has some hundred dates, and each takes 300 bytes and 30 us
@lru_cache(maxsize=4096)
def year_month_date(year: str, month: str = "", day: str = "") -> Date:
    """Return the date that BibTeX's `year`, `month` and `day` fields give together."""
    year, month, day = year.strip(), month.strip(), day.strip()
    if not month and not day and _YEAR.match(year):
        return Date(year, DatePoint(read_int(year)))
    raw = " ".join(part for part in (day, month, year) if part)
    years = _years(_untexed(year))
    if years.start is None:
        return replace(years, raw=raw)
    if not month:
        return _with_day(replace(years, raw=raw), day)
    points, problem = _months(_without_year(_untexed(month), year), day)
    if not points:
        return replace(years, raw=raw, problem=years.problem or problem)
    return _combined(years, points, raw)


def parse_ris_date(text: str) -> Date:
    """ris = year ["/" [month] ["/" [day] ["/" words]]] (RIS specification, tags PY, Y1, DA)"""
    parts = [part.strip() for part in text.split("/", 3)]
    if not parts[0].isdecimal() or len(parts[0]) != 4 or (len(parts) == 2 and len(parts[1]) == 4):
        return parse_date(text)
    numbers = [read_int(part) if part.isdecimal() else None for part in parts[:3]] + [None, None]
    words = parts[3].lower() if len(parts) > 3 else ""
    season = SEASONS.get(words) if numbers[1] is None else None
    return _checked(Date(text, DatePoint(numbers[0], numbers[1], numbers[2], season)))


def format_edtf(date: Date) -> str:
    """Return the date in EDTF level 1, "" where it is only words; times and unspecified digits stay."""
    if date.raw and _edtf(date.raw) == date:
        return date.raw
    mark = {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
        (date.uncertain, date.approximate), ""
    )
    first = _format_point(date.start, mark)
    last = _format_point(date.end, mark)
    if date.open_end:
        return f"{first}/.."
    if date.open_start:
        return f"../{last}"
    return f"{first}/{last}" if last else first


def earliest(date: Date) -> tuple[int, int, int] | None:
    """Return the first day that the date can mean, or None where that is not known."""
    point = date.start
    if point is None or point.year is None:
        return None
    month = point.month or _season_months(point)[0]
    return point.year, month, point.day or 1


def latest(date: Date) -> tuple[int, int, int] | None:
    """Return the last day that the date can mean, or None where that is not known."""
    point = date.end or date.start
    if point is None or point.year is None or date.open_end:
        return None
    year, month = point.year, point.month or _season_months(point)[1]
    return year, month, point.day or _days_in(year, month)


def _season_months(point: DatePoint) -> tuple[int, int]:
    """A season may lie in either hemisphere, so it only narrows the year where it is a month range."""
    return 1, 12


def _days_in(year: int, month: int) -> int:
    """The days of a month; the Gregorian rule of leap years holds for years out of the calendar too."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _edtf(text: str) -> Date | None:
    """edtf = point | point "/" point | point "/" [".."] | [".."] "/" point"""
    if "/" not in text:
        return _edtf_point(text, text)
    first, _, last = text.partition("/")
    if "/" in last:
        return None
    left = None if first in ("", "..") else _edtf_point(first, text)
    right = None if last in ("", "..") else _edtf_point(last, text)
    if (left is None and first not in ("", "..")) or (right is None and last not in ("", "..")):
        return None
    if left is None and right is None:
        return None
    return _interval(text, left, right)


def _interval(text: str, left: Date | None, right: Date | None) -> Date:
    sides = [side for side in (left, right) if side is not None]
    return Date(
        text,
        start=left.start if left else None,
        end=(right.end or right.start) if right else None,
        open_start=left is None,
        open_end=right is None,
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
        problem=next((side.problem for side in sides if side.problem), ""),
    )


def _edtf_point(text: str, raw: str) -> Date | None:
    """point = year ["-" month ["-" day [time]]] [mark]"""
    found = _POINT.match(text)
    if found is None:
        return None
    year, month, day, mark = found["year"], found["month"], found["day"], found["mark"]
    if found["time"] and (day is None or day == "XX"):
        return None
    uncertain, approximate = mark in ("?", "%") and mark != "", mark in ("~", "%") and mark != ""
    if "X" in year:
        digits = year.lstrip("-")
        if month or len(digits) != 4:
            return None
        low, high = read_int(digits.replace("X", "0")), read_int(digits.replace("X", "9"))
        if year[0] == "-":
            low, high = -high, -low
        return Date(raw, DatePoint(low), DatePoint(high), approximate=True, uncertain=uncertain)
    number = read_int(year.removeprefix("Y"))
    point = _edtf_month(number, month, day)
    return _checked(Date(raw, point, approximate=approximate, uncertain=uncertain))


def _edtf_month(year: int, month: str | None, day: str | None) -> DatePoint:
    """Month and day of a point; XX is one that is not specified, 21 to 24 are the seasons."""
    if month is None or month == "XX":
        return DatePoint(year)
    number = read_int(month)
    if number in _SEASON_CODES and day is None:
        return DatePoint(year, season=number - 20)
    return DatePoint(year, number, None if day in (None, "XX") else read_int(day or "0"))


def _checked(date: Date) -> Date:
    """The date with its problem, if it has one."""
    problem = _problem(date.start) or _problem(date.end)
    return replace(date, problem=problem) if problem else date


def _problem(point: DatePoint | None) -> str:
    """Why a point cannot be, or nothing."""
    if point is None or point.month is None:
        return ""
    if not 1 <= point.month <= 12:
        return f"there is no month {point.month}"
    if point.day is None:
        return ""
    if (
        point.year is not None
        and 1 <= point.day <= 31
        and point.day > _days_in(point.year, point.month)
    ):
        return f"{_MONTH_NAMES[point.month - 1]} {point.year} has no day {point.day}"
    return "" if 1 <= point.day <= 31 else f"there is no day {point.day}"


_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _free(text: str) -> Date:
    """What people write and EDTF does not know; the text is `raw`, and `literal` where it is no date."""
    plain = _untexed(text)
    lower = plain.lower()
    if lower in NO_DATE:
        return Date(text, literal=text)
    about = _ABOUT.match(plain)
    if about is not None and about[1].lower() in CIRCA:
        return replace(_free_point(plain[about.end() :], text), approximate=True)
    if plain[:1] == "[" and plain[-1:] == "]":
        inside = plain[1:-1].strip()
        known = inside and inside[0] != "["
        return replace(parse_date(inside), raw=text) if known else Date(text, literal=text)
    return _free_point(plain, text)


def _free_point(plain: str, text: str) -> Date:
    """A date in numbers, else in words, else a literal."""
    if plain[:1] == "[" and plain[-1:] == "]":
        plain = plain[1:-1]
    doubtful = plain.endswith("?")
    date = _edtf(plain) or _numbers(plain.rstrip("? "), text) or _words(plain.rstrip("? "), text)
    if date is None:
        return Date(text, literal=text)
    return replace(date, raw=text, uncertain=date.uncertain or doubtful)


def _numbers(plain: str, text: str) -> Date | None:
    """Years with a dash, and days, months and years in either order."""
    if _EARLY.match(plain):
        return Date(text, DatePoint(read_int(plain)))
    era = _ERA.search(plain)
    if era is not None:
        return _of_era(plain[: era.start()], era, text)
    compact = _COMPACT.match(plain)
    if compact is not None:
        return _checked(
            Date(text, DatePoint(read_int(compact[1]), read_int(compact[2]), read_int(compact[3])))
        )
    years = _YEARS.match(plain)
    if years is not None:
        return Date(text, DatePoint(read_int(years[1])), DatePoint(read_int(years[2])))
    loose = _LOOSE.match(plain)
    if loose is not None:
        return _loose(loose, text)
    school = _SCHOOL_YEAR.match(plain)
    if school is not None:
        return Date(
            text,
            DatePoint(read_int(school[1] + school[2])),
            DatePoint(read_int(school[1] + school[3])),
        )
    day_first = _DAY_FIRST.match(plain)
    return _day_or_month_first(day_first, text) if day_first is not None else None


def _of_era(before: str, era: re.Match[str], text: str) -> Date | None:
    """44 BC, 15 March 44 BC, AD 79: a year with its era, before it at most a month and a day."""
    written = read_int(era[1] or era[3])
    year = 1 - written if (era[2] or "")[:1].lower() == "b" else written
    pieces = _WORDS.findall(before.replace(".", " ").replace(",", " "))
    if not pieces:
        return None if before.strip() else Date(text, DatePoint(year))
    points, problem = _month_points(pieces)
    if problem or len(points) != 1:
        return None
    return _checked(Date(text, DatePoint(year, points[0].month, points[0].day, points[0].season)))


def _loose(found: re.Match[str], text: str) -> Date:
    """2004-6-5, 2004/06/15, 2004.06; 2004-13 has a month that cannot be, 2004/13 is 2004 to 2013."""
    year, month = read_int(found[1]), read_int(found[3])
    if found[4]:
        return _checked(Date(text, DatePoint(year, month, read_int(found[4]))))
    if month > 12 and len(found[3]) == 2 and found[2] == "/" and month > year % 100:
        return Date(text, DatePoint(year), DatePoint(year - year % 100 + month))
    if found[2] == "/" and month == year % 100 + 1:
        problem = f"`{text}` can be month {month} of {year} or {year} to {year + 1}"
        return Date(text, DatePoint(year), problem=problem)
    return _checked(Date(text, DatePoint(year, month)))


def _day_or_month_first(found: re.Match[str], text: str) -> Date:
    """15.06.2004 is the 15th of June; with slashes only one order may be possible, else neither is taken."""
    first, second, year = read_int(found[1]), read_int(found[3]), read_int(found[4])
    if found[2] == "." or first > 12 or first == second:
        return _checked(Date(text, DatePoint(year, second, first)))
    if second > 12:
        return _checked(Date(text, DatePoint(year, first, second)))
    problem = f"`{text}` can be read with the day or with the month first"
    return Date(text, DatePoint(year), problem=problem)


def _words(plain: str, text: str) -> Date | None:
    """words = year, month names or seasons, day numbers, in any order, and nothing else"""
    plain = _WEEKDAYS.sub(" ", plain)
    pieces = _WORDS.findall(plain.replace(".", " ").replace(",", " "))
    years = [read_int(piece) for piece in pieces if len(piece) == 4 and piece.isdecimal()]
    rest = [piece for piece in pieces if not (len(piece) == 4 and piece.isdecimal())]
    if not years or len(years) > 2 or not rest:
        return (
            Date(text, DatePoint(years[0]))
            if len(years) == 1 and pieces == [str(years[0])]
            else None
        )
    points, problem = _month_points(rest)
    if problem or not points:
        return None
    if len(years) == 2 and len(points) < 2:
        if points[0].season != _WINTER or years[1] != years[0] + 1:
            return None
        points = points * 2
    first = DatePoint(years[0], points[0].month, points[0].day, points[0].season)
    if len(points) == 1:
        return _checked(Date(text, first))
    last = DatePoint(years[-1], points[1].month, points[1].day, points[1].season)
    return _checked(Date(text, first, last))


def _untexed(text: str) -> str:
    """The text without braces, quotes and ties, as they come in year and month fields."""
    if text.isalnum():
        return text
    return " ".join(_TEX.sub(lambda m: "/" if m[0] == "\\slash" else "" if m[0] in "{}\"" else " ", text)
                    .replace("~", " ").replace("#", " ").split())  # fmt: skip


def _years(year: str) -> Date:
    """The year field: a year, an interval, or words; 2004/05 is 2004 to 2005 here."""
    if _YEAR.match(year):
        return Date(year, DatePoint(read_int(year)))
    school = _SCHOOL_YEAR.match(year)
    if school is not None and read_int(school[3]) == (read_int(school[2]) + 1) % 100:
        first = read_int(school[1] + school[2])
        return Date(year, DatePoint(first), DatePoint(first + 1))
    return parse_date(year)


def _without_year(month: str, year: str) -> str:
    """A month field without the weekday, and without the year where it says that again."""
    if len(month) < 5 or month.isalpha():
        return month
    return _WEEKDAYS.sub(" ", month.replace(year, " ") if len(year) == 4 else month).strip(" ,")


def _with_day(date: Date, day: str) -> Date:
    if not day:
        return date
    return replace(date, problem=date.problem or f"day `{day}` without a month")


def _months(month: str, day: str) -> tuple[list[DatePoint], str]:
    """One or two months, seasons or days, from a month field and a day field."""
    if month.isdecimal() and not day:
        return [DatePoint(None, read_int(month))], ""
    single = MONTHS.get(month.rstrip(".").lower())
    if single is not None and day.isdecimal():
        return [DatePoint(None, single, read_int(day))], ""
    if month.isdecimal() and day.isdecimal():
        return [DatePoint(None, read_int(month), read_int(day))], ""
    pieces = _WORDS.findall(month.replace(".", " ").replace(",", " "))
    if all(piece.isdecimal() or piece in _TO for piece in pieces):
        return _numeric_months(pieces, month)
    points, problem = _month_points(pieces + _WORDS.findall(_untexed(day)))
    return points, problem and f"`{month}` is no month"


def _numeric_months(pieces: list[str], month: str) -> tuple[list[DatePoint], str]:
    numbers = [read_int(piece) for piece in pieces if piece.isdecimal()]
    if len(numbers) == 2 and all(1 <= number <= 12 for number in numbers):
        return [DatePoint(None, number) for number in numbers], ""
    return [], f"`{month}` is no month"


def _month_points(pieces: list[str]) -> tuple[list[DatePoint], str]:
    """Up to two points from month names, seasons and day numbers in any order."""
    months: list[tuple[int | None, int | None]] = []
    days: list[int] = []
    for piece in pieces:
        word = piece.lower()
        if word.isdecimal() and len(word) <= 2:
            days.append(read_int(word))
        elif word in MONTHS:
            months.append((MONTHS[word], None))
        elif word in SEASONS:
            months.append((None, SEASONS[word]))
        elif word not in _TO and word not in _ORDINALS:
            return [], f"`{piece}` is no month"
    if not months or len(months) > 2 or len(days) > 2:
        return [], f"`{' '.join(pieces)}` is no month"
    if len(months) == 2 and len(days) not in (0, 2):
        return [], f"`{' '.join(pieces)}` is no range of months"
    if len(months) < len(days):
        months = months * 2
    filled = [*days, None, None]
    return [
        DatePoint(None, month, filled[at], season) for at, (month, season) in enumerate(months)
    ], ""


def _combined(years: Date, points: list[DatePoint], raw: str) -> Date:
    """The months set into the year or the two years."""
    assert years.start is not None  # the caller has seen to it
    first, last = points[0], points[-1]
    start = DatePoint(years.start.year, first.month, first.day, first.season)
    end_year = years.end.year if years.end else years.start.year
    crosses = years.end is None and len(points) == 2 and (last.month or 0) < (first.month or 0)
    if crosses and end_year is not None:
        end_year += 1
    end = None
    if len(points) == 2 or years.end is not None:
        end = DatePoint(end_year, last.month, last.day, last.season)
    return _checked(replace(years, raw=raw, start=start, end=end))


def _format_point(point: DatePoint | None, mark: str) -> str:
    if point is None or point.year is None:
        return ""
    sign, size = ("-" if point.year < 0 else ""), abs(point.year)
    year = f"Y{sign}{size}" if size > 9999 else f"{sign}{size:04}"
    if point.season is not None:
        return f"{year}-{20 + point.season}{mark}"
    month = f"-{point.month:02}" if point.month is not None else ""
    return year + month + (f"-{point.day:02}" if month and point.day is not None else "") + mark
