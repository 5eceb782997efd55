"""The volume, the number, the pages or the journal contain a number that belongs in another field.

Pages in the volume, the number in the volume, or an address in the pages are printed in the wrong place, and
programs that look up the work do not find it.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {105(3)},
      pages = {214--221},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {105},
      number = {3},
      pages = {214--221},
    }

Fix: none, because the numbers do not show which field was meant.
Source: common practice. Double volumes (`12--13`), double numbers, and pages that begin with an article number
(`12:1--12:15`) are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.months import months
from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.places import written_text
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.rules.reversed_pages import is_rising
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

VARIABLES = ("volume", "issue", "page", "container-title")
TYPES = ("article-journal", "article-magazine", "paper-conference")
_RANGE = lazy_pattern(r"\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*")
_WITH_NUMBER = lazy_pattern(
    r"(?i)\s*(\d{1,5})\s*(?:\(\s*(\d{1,4}(?:[-–/]+\d{1,4})?)\s*\)"
    r"|[,;]?\s*(?:no|nos|nr|num|number|issue|iss|heft)\b\.?\s*(\d{1,4})|[:;]\s*(\d{1,2}))\s*"
)
_WITH_VOLUME = lazy_pattern(
    r"(?i)\s*(?:vol(?:ume|\.)?\s*)?(\d{1,5})\s*\(\s*\d{1,4}(?:[-–/]+\d{1,4})?\s*\)\s*[:,]\s*(?:pp?\.?\s*)?\w*\d+.*"
)
_PAGES = lazy_pattern(r"(?i)\s*(?:pp?\.|pages?\b)[\s~]*\d+.*")
_VOLUME_BEFORE = lazy_pattern(
    r"(?i)\s*(?:vol(?:ume|\.)?|bd\.|band|tome?|no\.|number|issue)[\s~]*\d+\s*[,;:]\s*(?:(?:pp?\.|no\.|pages?)?[\s~]*\w*\d+.*)"
)
# "Coastal Botany, vol. 12", "Coastal Botany 12 (3), 101--119"
_AFTER_JOURNAL = lazy_pattern(
    r"(?i)[\s,]+(vol(?:ume|\.)?[\s~]*\d+\b.*|\d+\s*\(\d+(?:[-–/]\d+)?\)\s*[,:]\s*(?:pp?\.?[\s~]*)?\d.*|pp\.[\s~]*\d.*)$"
)
_AFTER_COLON = lazy_pattern(r"\s*(\d{1,5})\s*:\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*")
_ADDRESS = lazy_pattern(rf"(?i)(?:https?://|www\.|doi\b|{patterns.DOI_START})")
DOUBLE = 2  # the most that the ends of a double or triple volume are apart
MANY = 12  # the ends of a range of numbers that must be pages are this far apart
HIGH = 60  # few journals have higher numbers in a year


@rule("PAG228", "misplaced-number", variables=VARIABLES, types=TYPES, prose=False)
def misplaced_number(item: Item, context: Context) -> Iterator[Finding]:
    """Report values with a form that only another variable has."""
    volume, number, pages, journal = (_as_written(item, variable) for variable in VARIABLES)
    for variable, problem in (
        ("volume", _in_volume(volume, pages)),
        ("issue", _in_number(number, pages)),
        ("page", _in_pages(pages, volume, item.issued.year)),
        ("container-title", _in_journal(journal) if item.type != "paper-conference" else ""),
    ):
        if problem:
            yield Finding(item.place(variable), problem)


def _as_written(item: Item, variable: str) -> str:
    """Return the text of a variable, with the dashes that the file has."""
    text = item.text.get(variable, "")
    is_plain = not text or text.isdecimal() or is_rising(text)
    return text if is_plain else written_text(item, variable)


def _in_volume(volume: str, pages: str) -> str:
    """Return the problem of a volume: it contains a range of pages or the number, or an empty string."""
    if volume.isdecimal():
        return ""
    if match := _WITH_NUMBER.fullmatch(volume):
        number = match[2] or match[3] or match[4]
        return f"the volume {shown(volume)} contains the number; write volume {match[1]}, number {number}"
    match = _RANGE.fullmatch(volume)
    if match and read_int(match[2]) - read_int(match[1]) > DOUBLE and not _RANGE.fullmatch(pages):
        return f"the volume {shown(volume)} is a range of pages; check the volume and the pages"
    if _PAGES.fullmatch(volume):
        return f"the volume {shown(volume)} contains pages; move them to `pages`"
    return _address(volume, "volume")


def _in_number(number: str, pages: str) -> str:
    """Return the problem of a number: it contains a range of pages, or an empty string."""
    if number.isdecimal():
        return ""
    if number.isalpha() and number.lower() in months():
        return f"the number {shown(number)} is a month; move it to `month`"
    match = _RANGE.fullmatch(number)
    apart = read_int(match[2]) - read_int(match[1]) if match else 0
    if match and (apart >= MANY or (apart > DOUBLE and read_int(match[1]) > HIGH)):
        return f"the number {shown(number)} is a range of pages; check the number and the pages"
    return _address(number, "number")


def _in_pages(pages: str, volume: str, year: int | None) -> str:
    """Return the problem of pages: they are the year, or contain the volume and number, or an empty string."""
    if pages.isdecimal():
        is_year = year is not None and len(pages) == 4 and read_int(pages) == year
        return (
            f"the pages {shown(pages)} are the year; write the first and the last page"
            if is_year
            else ""
        )
    if is_rising(pages):
        return ""
    if _VOLUME_BEFORE.fullmatch(pages):
        return f"the pages {shown(pages)} contain the volume or the number; keep only the pages"
    if "(" in pages and (match := _WITH_VOLUME.fullmatch(pages)):
        return f"the pages {shown(pages)} contain the volume and the number; keep only the pages"
    if ":" in pages and (match := _AFTER_COLON.fullmatch(pages)) and match[1] == volume:
        return f"the pages {shown(pages)} contain volume {volume}; keep only the pages"
    return _address(pages, "pages")


def _in_journal(journal: str) -> str:
    """Return the problem of a journal that is followed by the volume or the pages, or an empty string."""
    if not journal or not _may_have_digit(journal):
        return ""
    match = _AFTER_JOURNAL.search(journal)
    advice = "move it to the fields for volume, number and pages"
    return f"{shown(match[1])} in the journal is not part of its name; {advice}" if match else ""


def _may_have_digit(journal: str) -> bool:
    """Whether a journal contains a digit of ASCII, or any other character outside it, as few do."""
    return not journal.isascii() or any(map(journal.__contains__, "0123456789"))


def _address(value: str, name: str) -> str:
    if ("." in value or "doi" in value.lower()) and _ADDRESS.match(value):
        return f"{shown(value)} in the {name} is a URL or a DOI; move it to `url` or `doi`"
    return ""
