"""Parser for dates: EDTF levels 0 and 1, BibTeX's year and month, RIS, and free text.

EDTF is ISO 8601-2:2019 in the Library of Congress's profile (loc.gov/standards/datetime), which
BibLaTeX's date fields follow (manual, 2.3.8). Its years are astronomical: 0000 is 1 BC, -0044 is 45 BC.
An unspecified year becomes a range that is marked approximate: 199X is 1990 to 1999. Times are kept in `raw`
only. Dates are never corrected: an impossible date keeps its parts and gets a `problem`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.data.date_words import CIRCA, UNDATED
from refkit.data.words.conjunctions import ANDS
from refkit.data.words.months import english_month, months, seasons
from refkit.integers import read_int
from refkit.model.date import Date, DatePoint
from refkit.patterns import lazy_pattern
from refkit.records import replace

_YEAR = lazy_pattern(r"[0-9]{4}\Z")
_POINT = lazy_pattern(
    r"(?P<year>Y-?[0-9]{5,12}|-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|-?[0-9]X{3})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<time>T(?:[01][0-9]|2[0-4])(?::?[0-5][0-9]){0,2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
    r"(?P<mark>[?~%]?)\Z"
)
_TIME = r"T?Z|[T ][0-9]{1,2}:[0-9]{2}(?::[0-9.]{2,9})?(?: ?(?:Z|UTC|GMT|[+-][0-9:]{4,5}))?"  # Zotero: 2014-06-18TZ
_LOOSE = lazy_pattern(rf"(-?[0-9]{{4}})([-/.])([0-9]{{1,2}})(?:\2([0-9]{{1,2}})(?:{_TIME})?)?\Z")
_DAY_FIRST = lazy_pattern(r"([0-9]{1,2})([./-])\s?([0-9]{1,2})\2\s?([0-9]{4})\Z")
_MONTH_FIRST = lazy_pattern(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})\Z")
_ERA = lazy_pattern(
    r"(?:\b([0-9]{1,4})\s*(b\.?\s?c\.?(?:\s?e\.?)?|c\.?\s?e\.?|a\.?\s?d\.?)|\b(?:a\.?d\.?)\s*([0-9]{1,4}))\Z",
    re.IGNORECASE,
)
_EARLY = lazy_pattern(r"[0-9]{3}\Z")
_COMPACT = lazy_pattern(r"([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\Z")
_YEARS = lazy_pattern(r"([0-9]{4})\s*(?:-{1,3}|–|—|/|\\slash|to|bis)\s*([0-9]{4})\Z")
_SCHOOL_YEAR = lazy_pattern(r"([0-9]{2})([0-9]{2})\s*(?:-{1,3}|–|/|\\slash)\s*([0-9]{2})\Z")
_CIRCA_WORD = lazy_pattern(r"([a-z]+\.?)\s*(?=[0-9\[])", re.IGNORECASE)
_WORDS = lazy_pattern(r"[0-9]+|[^\W\d_]+|--?-?|[–—/&+]|\\slash")
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "de", "of", "the", "le", "den", "am", "del"))
_RANGE_WORDS = ANDS | {"-", "--", "---", "–", "—", "/", "\\slash", "&", "+", "to", "bis"}
_WEEKDAYS = lazy_pattern(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE
)
_TEX = lazy_pattern(r"[{}\"]|\\(?:slash|,|\s)")
_WINTER = 4
_SEASON_CODES = range(21, 25)


def parse_date(text: str) -> Date:
    """date = edtf | free text; words that are not a date are kept as `literal`."""
    if _YEAR.match(text):
        return Date(text, DatePoint(read_int(text)))
    stripped = text.strip()
    if not stripped:
        return Date(text)
    return _parse_edtf(stripped) or _parse_free_text(stripped)


def is_edtf(text: str) -> bool:
    """Whether the text has the syntax of EDTF level 0 or 1, even if the date is impossible."""
    return _parse_edtf(text) is not None


# Measured: a file of 10,000 entries has a few hundred different dates, and each takes 300 bytes and 30 us.
@lru_cache(maxsize=4096)
def year_month_date(year: str, month: str = "", day: str = "") -> Date:
    """Return the date in BibTeX's fields `year`, `month` and `day`."""
    year, month, day = year.strip(), month.strip(), day.strip()
    if not month and not day and _YEAR.match(year):
        return Date(year, DatePoint(read_int(year)))
    raw = " ".join(part for part in (day, month, year) if part)
    years = _parse_years(_strip_tex(year))
    if years.start is None:
        return replace(years, raw=raw)
    if not month:
        return _with_day(replace(years, raw=raw), day)
    points, problem = _parse_months(_strip_year(_strip_tex(month), year), day)
    if not points:
        return replace(years, raw=raw, problem=years.problem or problem)
    return _combine(years, points, raw)


def parse_ris_date(text: str) -> Date:
    """ris = year ["/" [month] ["/" [day] ["/" words]]] (RIS specification, tags PY, Y1, DA)"""
    parts = [part.strip() for part in text.split("/", 3)]
    if not parts[0].isdecimal() or len(parts[0]) != 4 or (len(parts) == 2 and len(parts[1]) == 4):
        return parse_date(text)
    numbers = [read_int(part) if part.isdecimal() else None for part in parts[:3]] + [None, None]
    words = parts[3].lower().removesuffix(parts[0]).strip() if len(parts) > 3 else ""
    season = seasons().get(words) if numbers[1] is None else None
    return check_date(Date(text, DatePoint(numbers[0], numbers[1], numbers[2], season)))


def format_edtf(date: Date) -> str:
    """Return the date in EDTF level 1, or "" for words; times and unspecified digits are kept."""
    if date.raw and _parse_edtf(date.raw) == date:
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
    """Return year, month and day of the first possible day, or None if it is unknown."""
    point = date.start
    if point is None or point.year is None:
        return None
    return point.year, point.month or 1, point.day or 1


def latest(date: Date) -> tuple[int, int, int] | None:
    """Return year, month and day of the last possible day, or None if it is unknown."""
    point = date.end or date.start
    if point is None or point.year is None or date.open_end:
        return None
    # A season can be in any month, because the hemisphere is unknown.
    year, month = point.year, point.month or 12
    return year, month, point.day or _days_in(year, month)


def _days_in(year: int, month: int) -> int:
    """Return the number of days in a month of the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _parse_edtf(text: str) -> Date | None:
    """edtf = point | point "/" point | point "/" [".."] | [".."] "/" point"""
    if "/" not in text:
        return _parse_edtf_point(text, text)
    first, _, last = text.partition("/")
    if "/" in last:
        return None
    start = None if first in ("", "..") else _parse_edtf_point(first, text)
    end = None if last in ("", "..") else _parse_edtf_point(last, text)
    if (start is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    if start is None and end is None:
        return None
    return _interval(text, start, end)


def _interval(text: str, start: Date | None, end: Date | None) -> Date:
    sides = [side for side in (start, end) if side is not None]
    return Date(
        text,
        start=start.start if start else None,
        end=(end.end or end.start) if end else None,
        open_start=start is None,
        open_end=end is None,
        approximate=any(side.approximate for side in sides),
        uncertain=any(side.uncertain for side in sides),
        problem=next((side.problem for side in sides if side.problem), ""),
    )


def _parse_edtf_point(text: str, raw: str) -> Date | None:
    """point = year ["-" month ["-" day [time]]] [mark]"""
    match = _POINT.match(text)
    if match is None:
        return None
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if match["time"] and (day is None or day == "XX"):
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
    point = _parse_edtf_month(number, month, day)
    return check_date(Date(raw, point, approximate=approximate, uncertain=uncertain))


def _parse_edtf_month(year: int, month: str | None, day: str | None) -> DatePoint:
    """Return a point with month and day; XX is unspecified, 21 to 24 are the seasons."""
    if month is None or month == "XX":
        return DatePoint(year)
    number = read_int(month)
    if number in _SEASON_CODES and day is None:
        return DatePoint(year, season=number - 20)
    return DatePoint(year, number, None if day in (None, "XX") else read_int(day or "0"))


def check_date(date: Date) -> Date:
    """Return the date with its problem, if it has one."""
    problem = _describe_problem(date.start) or _describe_problem(date.end)
    return replace(date, problem=problem) if problem else date


def _describe_problem(point: DatePoint | None) -> str:
    """Return why a point is impossible, or ""."""
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
        return f"{english_month(point.month)} {point.year} has no day {point.day}"
    return "" if 1 <= point.day <= 31 else f"there is no day {point.day}"


def _parse_free_text(text: str) -> Date:
    """Return a date that is not EDTF; the text is `raw`, and `literal` if it is not a date."""
    plain = _strip_tex(text)
    lower = plain.lower()
    if lower in UNDATED:
        return Date(text, literal=text)
    circa = _CIRCA_WORD.match(plain)
    if circa is not None and circa[1].lower() in CIRCA:
        return replace(_parse_free_point(plain[circa.end() :], text), approximate=True)
    if plain[:1] == "[" and plain[-1:] == "]":
        content = plain[1:-1].strip()
        is_date = content and content[0] != "["
        return replace(parse_date(content), raw=text) if is_date else Date(text, literal=text)
    return _parse_free_point(plain, text)


def _parse_free_point(plain: str, text: str) -> Date:
    """Return a date in numbers or words, or else a literal."""
    if plain[:1] == "[" and plain[-1:] == "]":
        plain = plain[1:-1]
    doubtful, bare = plain.endswith("?"), plain.rstrip("? ")
    if "年" in bare:
        from refkit.model.east_asian_dates import east_asian_point

        point = east_asian_point(bare)
        return check_date(Date(text, point)) if point else Date(text, literal=text)
    date = _parse_edtf(plain) or _parse_numbers(bare, text) or _parse_words(bare, text)
    if date is None:
        return Date(text, literal=text)
    return replace(date, raw=text, uncertain=date.uncertain or doubtful)


def _parse_numbers(plain: str, text: str) -> Date | None:
    """Return a date in numbers: years with a dash, or days, months and years in either order."""
    if _EARLY.match(plain):
        return Date(text, DatePoint(read_int(plain)))
    era = _ERA.search(plain)
    if era is not None:
        return _parse_era(plain[: era.start()], era, text)
    compact = _COMPACT.match(plain)
    if compact is not None:
        return check_date(Date(text, DatePoint(*map(read_int, compact.groups()))))
    years = _YEARS.match(plain)
    if years is not None:
        return Date(text, DatePoint(read_int(years[1])), DatePoint(read_int(years[2])))
    loose = _LOOSE.match(plain)
    if loose is not None:
        return _parse_year_first(loose, text)
    school = _SCHOOL_YEAR.match(plain)
    if school is not None:
        start, end = (read_int(school[1] + school[part]) for part in (2, 3))
        century = 100 if end < start and start % 100 >= 90 else 0  # 1998-02 ends in 2002
        return Date(text, DatePoint(start), DatePoint(end + century))
    month_first = _MONTH_FIRST.match(plain)
    if month_first is not None:
        return Date(text, DatePoint(read_int(month_first[2]), read_int(month_first[1])))
    day_first = _DAY_FIRST.match(plain)
    return _parse_year_last(day_first, text) if day_first is not None else None


def _parse_era(before: str, era: re.Match[str], text: str) -> Date | None:
    """Return a year with its era and an optional month and day before it: 44 BC, 15 March 44 BC, AD 79."""
    number = read_int(era[1] or era[3])
    year = 1 - number if (era[2] or "")[:1].lower() == "b" else number
    pieces = _WORDS.findall(before.replace(".", " ").replace(",", " "))
    if not pieces:
        return None if before.strip() else Date(text, DatePoint(year))
    points, problem = _parse_month_words(pieces)
    if problem or len(points) != 1:
        return None
    return check_date(Date(text, replace(points[0], year=year)))


def _parse_year_first(match: re.Match[str], text: str) -> Date:
    """Return a date like 2004-6-5, 2004/06/15 or 2004.06; 2004-13 is impossible, 2004/13 is 2004 to 2013."""
    year, month = read_int(match[1]), read_int(match[3])
    if match[4]:
        return check_date(Date(text, DatePoint(year, month, read_int(match[4]))))
    if month > 12 and len(match[3]) == 2 and match[2] == "/" and month > year % 100:
        return Date(text, DatePoint(year), DatePoint(year - year % 100 + month))
    if match[2] == "/" and month == year % 100 + 1:
        problem = f"`{text}` can be month {month} of {year} or {year} to {year + 1}"
        return Date(text, DatePoint(year), problem=problem)
    return check_date(Date(text, DatePoint(year, month)))


def _parse_year_last(match: re.Match[str], text: str) -> Date:
    """Return a date like 15.06.2004 or 6/15/2004; if both orders are possible, keep only the year."""
    first, second, year = read_int(match[1]), read_int(match[3]), read_int(match[4])
    if match[2] == "." or first > 12 or first == second:
        return check_date(Date(text, DatePoint(year, second, first)))
    if second > 12:
        return check_date(Date(text, DatePoint(year, first, second)))
    problem = f"`{text}` can be read with the day or with the month first"
    return Date(text, DatePoint(year), problem=problem)


def _parse_words(plain: str, text: str) -> Date | None:
    """words = years, month names or seasons, and day numbers, in any order"""
    plain = _WEEKDAYS.sub(" ", plain)
    pieces = _WORDS.findall(plain.replace(".", " ").replace(",", " "))
    years = [read_int(piece) for piece in pieces if len(piece) == 4 and piece.isdecimal()]
    other_pieces = [piece for piece in pieces if not (len(piece) == 4 and piece.isdecimal())]
    if not years or len(years) > 2 or not other_pieces:
        return (
            Date(text, DatePoint(years[0]))
            if len(years) == 1 and pieces == [str(years[0])]
            else None
        )
    points, problem = _parse_month_words(other_pieces)
    if problem or not points:
        return None
    if len(years) == 2 and len(points) < 2:
        if points[0].season != _WINTER or years[1] != years[0] + 1:
            return None
        points = points * 2
    first = DatePoint(years[0], points[0].month, points[0].day, points[0].season)
    if len(points) == 1:
        return check_date(Date(text, first))
    last = DatePoint(years[-1], points[1].month, points[1].day, points[1].season)
    return check_date(Date(text, first, last))


def _strip_tex(text: str) -> str:
    """Return the text of a year or month field without braces, quotes and ties."""
    if text.isalnum():
        return text
    return " ".join(_TEX.sub(lambda m: "/" if m[0] == "\\slash" else "" if m[0] in "{}\"" else " ", text)
                    .replace("~", " ").replace("#", " ").split())  # fmt: skip


def _parse_years(year: str) -> Date:
    """Return the date in a year field: a year, an interval or words; 2004/05 is 2004 to 2005 here."""
    if _YEAR.match(year):
        return Date(year, DatePoint(read_int(year)))
    school = _SCHOOL_YEAR.match(year)
    if school is not None and read_int(school[3]) == (read_int(school[2]) + 1) % 100:
        first = read_int(school[1] + school[2])
        return Date(year, DatePoint(first), DatePoint(first + 1))
    return parse_date(year)


def _strip_year(month: str, year: str) -> str:
    """Return a month field without weekday and without the repeated year."""
    if len(month) < 5 or month.isalpha():
        return month
    return _WEEKDAYS.sub(" ", month.replace(year, " ") if len(year) == 4 else month).strip(" ,")


def _with_day(date: Date, day: str) -> Date:
    if not day:
        return date
    return replace(date, problem=date.problem or f"day `{day}` without a month")


def _parse_months(month: str, day: str) -> tuple[list[DatePoint], str]:
    """Return one or two points from a month field and a day field, and the problem."""
    if month.isdecimal() and not day:
        return [DatePoint(None, read_int(month))], ""
    single = months().get(month.rstrip(".").lower())
    if single is not None and day.isdecimal():
        return [DatePoint(None, single, read_int(day))], ""
    if month.isdecimal() and day.isdecimal():
        return [DatePoint(None, read_int(month), read_int(day))], ""
    pieces = _WORDS.findall(month.replace(".", " ").replace(",", " "))
    if all(piece.isdecimal() or piece in _RANGE_WORDS for piece in pieces):
        return _parse_numeric_months(pieces, month)
    points, problem = _parse_month_words(pieces + _WORDS.findall(_strip_tex(day)))
    return points, problem and f"`{month}` is not a month"


def _parse_numeric_months(pieces: list[str], month: str) -> tuple[list[DatePoint], str]:
    numbers = [read_int(piece) for piece in pieces if piece.isdecimal()]
    if len(numbers) == 2 and all(1 <= number <= 12 for number in numbers):
        return [DatePoint(None, number) for number in numbers], ""
    return [], f"`{month}` is not a month"


def _parse_month_words(pieces: list[str]) -> tuple[list[DatePoint], str]:
    """Return up to two points from month names, seasons and day numbers, and the problem."""
    named: list[tuple[int | None, int | None]] = []
    days: list[int] = []
    for piece in pieces:
        word = piece.lower()
        if word.isdecimal() and len(word) <= 2:
            days.append(read_int(word))
        elif word in months():
            named.append((months()[word], None))
        elif word in seasons():
            named.append((None, seasons()[word]))
        elif word not in _RANGE_WORDS and word not in _ORDINALS:
            return [], f"`{piece}` is not a month"
    if not named or len(named) > 2 or len(days) > 2:
        return [], f"`{' '.join(pieces)}` is not a month"
    if len(named) == 2 and len(days) not in (0, 2):
        return [], f"`{' '.join(pieces)}` is not a range of months"
    if len(named) < len(days):
        named = named * 2
    pairs = zip(named, [*days, None, None], strict=False)
    return [DatePoint(None, month, day, season) for (month, season), day in pairs], ""


def _combine(years: Date, points: list[DatePoint], raw: str) -> Date:
    """Return a date of one or two years with the months."""
    assert years.start is not None  # checked by the caller
    first, last = points[0], points[-1]
    start = DatePoint(years.start.year, first.month, first.day, first.season)
    end_year = years.end.year if years.end else years.start.year
    is_later_year = years.end is None and (last.month or 0) < (first.month or 0)
    if is_later_year and end_year is not None:
        end_year += 1
    end = None
    if len(points) == 2 or years.end is not None:
        end = DatePoint(end_year, last.month, last.day, last.season)
    return check_date(replace(years, raw=raw, start=start, end=end))


def _format_point(point: DatePoint | None, mark: str) -> str:
    if point is None or point.year is None:
        return ""
    sign, size = ("-" if point.year < 0 else ""), abs(point.year)
    year = f"Y{sign}{size}" if size > 9999 else f"{sign}{size:04}"
    if point.season is not None:
        return f"{year}-{20 + point.season}{mark}"
    month = f"-{point.month:02}" if point.month is not None else ""
    return year + month + (f"-{point.day:02}" if month and point.day is not None else "") + mark
