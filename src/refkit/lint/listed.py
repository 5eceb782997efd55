"""Represent plain-text reference lists for rules: marker, authors, year and letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from refkit.integers import read_int
from refkit.lint.rule import TEXT
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# A number before a reference; without brackets, dot or parenthesis only if nothing else is before it.
_AT_START = lazy_pattern(r"\s*[*_]{0,2}(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.)](?!\d))")
_BEFORE = lazy_pattern(
    r"[\s>*_]*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,4})[.):]?|\[[^\[\]]{1,40}\])[\s*_]*"
)
_LABEL_LENGTH = 48
_MARKED = lazy_pattern(r"\s*[\[(]?[\w+-]{1,12}[\]).]?\s*$")
_LETTER = lazy_pattern(r"(?<![\w./-])([1-2]\d{3})([a-z])?(?![\w/])")
_BREAK = lazy_pattern(r"[^\W\d_]{3}")
# The most characters between two references of one list: the header and footer of a page.
_FAR = 600


@dataclass(slots=True, eq=False)
class Listed:
    """A reference of a list, with its number, if any, and the letter after its year.

    `span` covers the reference and its number.
    """

    entry: Entry
    item: Item
    span: Span
    number: int | None
    year: int | None
    letter: str

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that determine the order of the list: the authors, or else the editors."""
        return self.item.author or self.item.editor

    @property
    def authors(self) -> tuple[str, ...]:
        """The family names, or names of organizations, folded."""
        return tuple(folded(family_of(name)) for name in self.names)

    @property
    def text(self) -> str:
        """The reference as written, with its number or label."""
        return self.entry.source.slice(self.span)

    @property
    def head(self) -> Span:
        """The span of the authors, or the start of the reference."""
        field = self.entry.get("author") or self.entry.get("editor")
        start, end = self.entry.span
        if field and start <= field.value_span.start < field.value_span.end <= end:
            return field.value_span
        return Span(start, min(end, start + 40))


@dataclass(slots=True, eq=False)
class Listing:
    """The consecutive references of one source, in order."""

    source: Source
    references: list[Listed]

    @property
    def numbered(self) -> bool:
        """Whether the list clearly numbers its references."""
        known = sum(one.number is not None for one in self.references)
        return known >= 3 and known * 10 >= len(self.references) * 9

    @property
    def span(self) -> Span:
        """The span from the first reference to the last."""
        return Span(self.references[0].entry.span.start, self.references[-1].entry.span.end)


def folded(text: str) -> str:
    """Return letters and digits without accents and in lower case, with one space between words."""
    plain = text if text.isascii() else _plain(text)
    return " ".join(re.findall(r"\w+", plain.lower().replace("'", "").replace("’", "")))


_STROKES = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i",
                          "đ": "d", "Đ": "D"})  # fmt: skip


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.translate(_STROKES))
    return "".join(char for char in parts if not unicodedata.combining(char))


def family_of(name: Name) -> str:
    """Return the part of a name that determines its order, without its particle."""
    return name.literal or name.family or name.given


@lru_cache(1)
def listings(library: Library) -> tuple[Listing, ...]:
    """Return the reference lists in the texts of a library; the result is cached for other rules."""
    if all(source.format != TEXT for source in library.sources):
        return ()
    if len(library.items) != len(library.entries):
        return ()
    return tuple(_listings(library))


def shelves(library: Library) -> dict[int, int]:
    """Return the number of the list, from 1, of each plain-text reference, by the id of its entry."""
    return {
        id(one.entry): at
        for at, listing in enumerate(listings(library), 1)
        for one in listing.references
    }


def _listings(library: Library) -> Iterator[Listing]:
    together: list[Listed] = []
    for at, entry in enumerate(library.entries):
        if entry.source.format != TEXT:
            continue
        one = _listed(entry, library.items[at])
        if together and not _follows(together[-1], one):
            yield Listing(together[0].entry.source, together)
            together = []
        together.append(one)
    if together:
        yield Listing(together[0].entry.source, together)


def _follows(one: Listed, other: Listed) -> bool:
    """Whether two references belong to the same list: they are near each other and the numbers do not restart."""
    if one.entry.source is not other.entry.source:
        return False
    between = other.entry.span.start - one.entry.span.end
    begins = other.number == 1 and one.number is not None and one.number > 1
    return 0 <= between <= _FAR and not begins


def _listed(entry: Entry, item: Item) -> Listed:
    year = item.issued.year
    letter = item.text.get("year-suffix", "") or _letter(entry, year)
    start, number = _number(entry)
    return Listed(entry, item, Span(start, entry.span.end), number, year, letter)


def _number(entry: Entry) -> tuple[int, int | None]:
    """Return where a reference starts, including its number or label, and the number."""
    text, start = entry.source.text, entry.span.start
    line = max(text.rfind(end, max(0, start - _LABEL_LENGTH), start) for end in "\n\u2028") + 1
    labelled = _BEFORE.fullmatch(text, line, start) if line or start < _LABEL_LENGTH else None
    found = labelled or _AT_START.match(text, start, entry.span.end)
    number = next(filter(None, found.groups()), "") if found else ""
    return line if labelled else start, read_int(number) if number else None


def _letter(entry: Entry, year: int | None) -> str:
    """Return the letter after the first occurrence of the year of publication, as in "2020a"."""
    for found in _LETTER.finditer(entry.source.text, *entry.span):
        if found[1] == str(year):
            return found[2] or ""
    return ""


def parted(listing: Listing) -> list[Sequence[Listed]]:
    """Return the parts of a list between its subheadings."""
    parts: list[list[Listed]] = [[listing.references[0]]]
    text = listing.source.text
    for one, other in pairwise(listing.references):
        between = text[one.entry.span.end : other.entry.span.start]
        if _BREAK.search(between) and not _MARKED.match(between):
            parts.append([])
        parts[-1].append(other)
    return list(parts)


def by_author_and_year(listing: Listing) -> bool:
    """Whether nearly all references of an unnumbered list have the year next to the authors."""
    dated = [one for one in listing.references if one.year and one.item.title and one.names]
    after = sum(_year_before_title(one) for one in dated)
    return len(dated) >= 4 and after * 10 >= len(dated) * 9 and not listing.numbered


def _year_before_title(one: Listed) -> bool:
    return one.item.place("issued").start < one.item.place("title").start


def shown_head(one: Listed) -> str:
    """Return the name of a reference in messages: first author and year, or its key."""
    first = one.names[0] if one.names else None
    name = family_of(first) if first else (one.item.title or one.entry.key)
    name = name if len(name) <= 40 else name[:39] + "…"
    year = f", {one.year}{one.letter}" if one.year else ""
    return f"`{name}{year}`"
