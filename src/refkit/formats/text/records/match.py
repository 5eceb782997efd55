"""Whether the text of a printed reference means the same work as a record."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

LONG_TITLE = 16  # letters; shorter titles are words of other references
SHORT_TITLE = 4
_MARKUP = lazy_pattern(r"<[^<>]{0,80}>")
_NUMBERS = lazy_pattern(r"\w*[0-9]\w*")
_NOT_LETTERS = lazy_pattern(r"[\W_]+")


@dataclass(slots=True, frozen=True)
class Printed:
    """A printed reference: its text in lower case, its letters, and the numbers in it."""

    text: str
    letters: str
    numbers: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Printed:
        """Return a text prepared for comparison."""
        lower = text.casefold()
        return cls(lower, letters_of(text), frozenset(_NUMBERS.findall(lower)))


def letters_of(text: str) -> str:
    """Return the letters and digits of a text without accents and case."""
    plain = unicodedata.normalize("NFKD", _MARKUP.sub("", text).casefold())
    return _NOT_LETTERS.sub("", "".join(char for char in plain if not unicodedata.combining(char)))


def matcher(item: Item) -> Callable[[Printed], bool]:
    """Return a function that decides whether a printed reference is that of an item.

    A DOI is enough; so is a long title with the year or the first name. A short title needs both. Styles of physics
    print no titles: there, name, year, volume and first page must agree.
    """
    doi = item.text.get("DOI", "").casefold()
    title = letters_of(item.text.get("title", ""))
    year, family = _year(item), letters_of(_family(item))
    numbers = {value for value in (item.text.get("volume", ""), _first_page(item)) if value}

    def is_printed(printed: Printed) -> bool:
        if doi and _contains_whole(printed.text, doi):
            return True
        has_title = len(title) >= SHORT_TITLE and title in printed.letters
        if not has_title and not (len(numbers) == 2 and numbers <= printed.numbers):
            return False
        has_year = bool(year) and any(number.startswith(year) for number in printed.numbers)
        has_name = bool(family) and family in printed.letters
        if has_title and len(title) >= LONG_TITLE:
            return has_year or has_name or not (year or family)
        return has_year and has_name

    return is_printed


def identity(item: Item) -> str:
    """Return a text that is equal for records of the same work, or an empty string."""
    doi = item.text.get("DOI", "").casefold()
    title = letters_of(item.text.get("title", ""))
    if doi:
        return f"doi:{doi}"
    return f"{title}|{_year(item)}|{letters_of(_family(item))}|{item.type}" if title else ""


def _contains_whole(text: str, doi: str) -> bool:
    start = text.find(doi)
    following = text[start + len(doi) : start + len(doi) + 1]
    return start >= 0 and not following.isalnum()


def _year(item: Item) -> str:
    issued = item.dates.get("issued")
    return str(issued.start.year) if issued and issued.start else ""


def _family(item: Item) -> str:
    names = item.names.get("author") or item.names.get("editor") or ()
    return names[0].family or names[0].literal if names else ""


def _first_page(item: Item) -> str:
    numbers = _NUMBERS.findall(item.text.get("page", "").casefold())
    return numbers[0] if numbers else ""
