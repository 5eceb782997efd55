"""Helpers for rules: words, fields, entries and dates."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from refkit.formats.bibtex import is_broken
from refkit.lint.rule import Context, Edit
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import DOI, parse_doi
from refkit.model.misspelt_names import distance
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.tex.signs import decode_signs

SHOWN = 60


def shown(value: str) -> str:
    """Return a value in backticks for a message, shortened if it is long."""
    text = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    return f"`{text}`"


def near_word(word: str, words: Collection[str]) -> str:
    """Return the known word closest to a misspelled one, or an empty string.

    One typo is allowed (a missing, additional, wrong or swapped letter), or two in words of six or more letters.
    """
    slips = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
    letters = frozenset(word)
    near = [
        (distance(word, known), known)
        for known in words
        if slips
        and abs(len(known) - len(word)) <= slips
        and len(known) > 2
        # a typo changes at most two letters of the two sets
        and len(letters.symmetric_difference(known)) <= 2 * slips
    ]
    best = min(near, default=(slips + 1, ""))
    return best[1] if best[0] <= slips else ""


def remove_field(entry: Entry, field: Field) -> Edit | None:
    """Return the edit that removes a field and the comma before it, or None if there is no comma.

    Fields of broken entries are not removed: the text after the field may be part of its value.
    """
    if is_broken(entry):
        return None
    text = entry.source.text
    at = field.span.start
    while at > entry.span.start and text[at - 1].isspace():
        at -= 1
    if text[at - 1] != ",":
        return None
    return Edit(Span(at - 1, field.span.end), "")


# In TeX, a DOI may be escaped or verbatim, with commands for single characters.
_TEX = lazy_pattern(r"\\(?:url|href|path|nolinkurl)\b\s*|[{}]|\\(?=[_%&#$<>{}-])|\\-")


def doi_in(value: str) -> DOI | None:
    """Return the DOI in the value of a field, without TeX."""
    return parse_doi(_TEX.sub("", decode_signs(value)))


def inherits(entry: Entry) -> bool:
    """Whether the entry may inherit fields."""
    own = entry.by_name()
    return "crossref" in own or "xdata" in own or "entryset" in own


def all_fields(entry: Entry) -> Mapping[str, Field]:
    """Return the fields of the entry by name, including inherited fields."""
    if not inherits(entry):
        return entry.by_name()
    from refkit.formats.bibtex import resolved_fields

    return resolved_fields(entry)


def dialect(context: Context) -> str:
    """Return the dialect that the user chose, or else that of the file."""
    return context.dialect or context.written_in


# Words for works that are not published yet (biblatex manual, 4.9.2.11, and common usage).
PENDING = lazy_pattern(
    r"(?i)forthcoming|in\s?-?press|submitted|prepublished|pre-?print|to appear|accepted|in preparation"
    r"|under review|inpreparation|erscheint|im druck|à paraître|en prensa"
)


@lru_cache(16384)
def read_date(text: str) -> Date:
    """Parse the text of a date field."""
    return parse_date(text)


def ordinal(day: tuple[int, int, int] | None) -> int | None:
    """Return an approximate number of days, precise enough to compare dates a year apart."""
    return None if day is None else day[0] * 372 + day[1] * 31 + day[2]
