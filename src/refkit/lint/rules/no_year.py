"""The year is malformed.

Styles print the value of `year` and sort by it. Text such as "to appear" belongs in `pubstate` or `note`.
A letter or a space in place of a digit, as in `2O18`, parentheses and a comma at the end are reported, too. Words
that styles print instead of the year, such as "in press", "forthcoming" and "n.d.", are allowed in `year`, but not
in `date`, which biber parses.

Example:

    @article{smith2020,
      year = {to appear},
    }

Use instead:

    @article{smith2020,
      pubstate = {forthcoming},
    }

Fix: none, because refkit does not know the right year.
Source: BibTeXing (btxdoc, 1988), section 3.2: "Standard styles can handle any year whose last four
nonpunctuation characters are numerals"; biblatex manual, 2.2.2, `pubstate`, `year`; APA Publication Manual (7th
ed.), 9.14 to 9.17.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data import date_words
from refkit.integers import read_int, read_roman
from refkit.lint.access_dates import statement
from refkit.lint.calendars import is_of_other_calendar
from refkit.lint.facts import dialect, shown
from refkit.lint.item_facts import date_text, is_tex
from refkit.lint.rule import Context, Finding, rule
from refkit.model.date import Date
from refkit.model.dates import is_edtf
from refkit.model.entry import Field
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# Four digits with letters around them are a year with something more (`2019a`, `[1850]`), three an early
# one; another rule reports two.
_ROMAN = lazy_pattern(r"M{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_NO_DATE = lazy_pattern(rf"(?i)\W*(?:n\W*d|s\W*[ad]|o\W*j|{date_words.NO_DATE})\W*")
_STATUS = lazy_pattern(rf"(?i)\W*(?:{date_words.PUBLICATION_STATUS})\W*")
# Styles print these words instead of the year, but "to appear" as a note.
_IN_PLACE_OF_YEAR = lazy_pattern(r"(?i)forthcoming|im erscheinen|à paraître")
_HAS_YEAR = lazy_pattern(r"(?<!\d)-?(?:\d{1,4}|\d{1,3}X{1,3})(?!\d)")
_FOUR_DIGITS = lazy_pattern(r"(?<!\d)(?:\d{4}|\d{1,3}X{1,3})(?!\d)")
# Letters that look like digits, in a word with at least two digits.
_LOOKALIKES = str.maketrans("OoIlSB", "001158")
_TYPED_LETTER = lazy_pattern(
    r"(?<![^\W_])(?=\w*[OoIlSB])(?=(?:[OoIlSB]*\d){2})[12Il][\dOoIlSB]{3}(?![^\W_])"
)
_ASCII_WORD = lazy_pattern(r"[0-9A-Za-z]")
_LETTER_AT_END = lazy_pattern(
    r"(?:19\d|20[0-2])[a-rtvwyz]"
)  # `195x`, `195u` and `190s` are decades
_IN_PARENTHESES = lazy_pattern(r"\((\d{4})\)")
_MARK_AT_END = lazy_pattern(r"([12]\d{3})[,;:]")  # BibTeX's styles add no second full stop
_DIVIDED = lazy_pattern(r"([12]\d? ?[,. ] ?\d{2,3})")
# Three digits that are a typo of a recent year, and types of works that did not exist in antiquity.
LATEST_OF_THREE_DIGITS = 999
_LOST_DIGIT = range(190, 210)
_MODERN = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "dataset", "paper-conference", "patent",
     "report", "software", "thesis", "webpage"}
)  # fmt: skip


@rule("DAT102", "no-year", variables=("issued",))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report years and dates that contain no year."""
    date = item.issued
    field = item.source_field("issued")
    marks = field is not None and (field.value[:1] == "(" or field.value[-1:] in (",", ";", ":"))
    if _has_only_year(date) and not marks:
        return
    written = field.value if field is not None and is_tex(item) else _text(date)
    value = written.strip("{} ")
    if _is_for_bibtex(item, field, context):
        return
    problem = _problem(value, date, field.name if field is not None else "", item)
    if problem:
        yield Finding(item.place("issued"), f"{shown(written)} {problem}")


def _has_only_year(date: Date) -> bool:
    """Whether a date is a year of four digits or more, without words around it."""
    is_long = date.year is not None and abs(date.year) > LATEST_OF_THREE_DIGITS
    return is_long and not date.literal


def _text(date: Date) -> str:
    """Return a date as it is written, and an early year without EDTF's zeros."""
    is_year = not date.raw and not date.literal and date.year is not None and not date.month
    return str(date.year) if is_year else date_text(date)


def _is_for_bibtex(item: Item, field: Field | None, context: Context) -> bool:
    """Whether BibTeX prints `year`, and `date` has something else, such as the days of a meeting."""
    has_both = field is not None and field.name == "date" and item.entry and item.entry.get("year")
    return bool(has_both) and is_tex(item) and dialect(context) == "bibtex"


def _problem(value: str, date: Date, name: str, item: Item) -> str:
    """Return what is wrong with a year, or an empty string."""
    # In EDTF, 0000 is the year 1 BC, but programs write it into `year` if the year is unknown.
    zeros = name == "year" and not value.strip("0")
    if not value or (is_edtf(value) and not zeros and len(value) > 3):
        return ""
    typed = _TYPED_LETTER.search(value)
    if typed:
        return f"contains a letter instead of a digit; write `{typed[0].translate(_LOOKALIKES)}`"
    if _LETTER_AT_END.fullmatch(value):
        return "has a letter in place of the last digit; write all four digits"
    if name == "year" and (ended := _MARK_AT_END.fullmatch(value)):
        return f"ends in a mark, which is printed, too; write `{ended[1]}`"
    bare = _IN_PARENTHESES.fullmatch(value)
    if bare:
        return f"has parentheses, which styles add themselves; write `{bare[1]}`"
    if _DIVIDED.fullmatch(value) and sum(map(str.isdigit, value)) == 4:
        return "contains a character between its digits; remove it"
    if name == "year" and statement(value):
        return "is an access date; move it to `urldate`, and give the year of publication here"
    if _lost_digit(value, item):
        return "has three digits; write all four"
    has_year = _FOUR_DIGITS if name == "date" and is_tex(item) else _HAS_YEAR
    if not value.isascii() and not _ASCII_WORD.search(value):
        return ""  # a period of another calendar
    if (has_year.search(value) and not zeros) or (name != "date" and _is_in_place_of_year(value)):
        return ""
    if zeros or name == "date" or (date.start is None and date.end is None):
        return f"is not a year; {_advice(value, item)}"
    return ""


def _lost_digit(value: str, item: Item) -> bool:
    """Whether a number of three digits is a recent year without one of its digits."""
    if len(value) != 3 or not value.isdecimal():
        return False
    year = read_int(value)
    if is_of_other_calendar(item, year):
        return False
    has_given_name = any(name.given for name in item.author)
    return item.type in _MODERN or (year in _LOST_DIGIT and has_given_name)


def _is_in_place_of_year(value: str) -> bool:
    """Whether styles print a word instead of the year."""
    status = _STATUS.fullmatch(value)
    is_printed = status is not None and (status["press"] or _IN_PLACE_OF_YEAR.search(value))
    return bool(is_printed) or _NO_DATE.fullmatch(value) is not None


def _advice(value: str, item: Item) -> str:
    """Return what to do about common values of this kind."""
    if _ROMAN.fullmatch(value.upper()):
        return f"write it in digits: `{read_roman(value)}`"
    if not value.strip("0") or _NO_DATE.fullmatch(value):
        return (
            "add the year, or omit the field: styles have their own text for works without a date"
        )
    status = "pubstate" if is_tex(item) else "status"
    return f"put text into `{status}` or `note`, and the year here when it is known"
