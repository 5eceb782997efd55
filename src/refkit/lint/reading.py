"""Read identifiers, years and venues from the fields of an entry, without building its item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from refkit.integers import read_int
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_arxiv, patterns
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)([12]\d{3})(?!\d)")
_DOI = lazy_pattern(rf"\b{patterns.DOI_IN_FIELD}")
_ARXIV = lazy_pattern(patterns.ARXIV_IN_FIELD, re.IGNORECASE)

_BEFORE = lazy_pattern(
    r"(?:in:? )?(?:proc(?:eedings|\.)? (?:of )?(?:the )?)?(?:\d+(?:st|nd|rd|th) )?"
)
_AFTER = lazy_pattern(r"[\s,'’-]*\(?\b(?:19|20)?\d\d\)?\.?$")

PREPRINT_PLACES = (
    "eprint",
    "doi",
    "url",
    "journal",
    "journaltitle",
    "note",
    "howpublished",
    "booktitle",
    "volume",
)


class Identifier(NamedTuple):
    """A normalized identifier, and the field that contains it."""

    value: str
    field: Field


def year_field(entry: Entry) -> Field | None:
    """Return the field with the year: `date`, or else `year`."""
    return entry.get("date") or entry.get("year")


def year_of(entry: Entry) -> int | None:
    """Return the year of publication, the first one of a range, or None without four digits."""
    return year_in(entry.by_name())


def year_in(fields: Mapping[str, Field]) -> int | None:
    """Return the year of publication from fields by name, as `year_of` does."""
    written = fields.get("date") or fields.get("year")
    if written is None:
        return None
    value = written.value
    return (
        int(value)
        if len(value) == 4 and value.isdecimal() and value[0] in "12"
        else first_year(value)
    )


def first_year(text: str) -> int | None:
    """Return the first four-digit number from 1000 to 2999."""
    match = _YEAR.search(text)
    return read_int(match[1]) if match else None


def venue_of(entry: Entry) -> Field | None:
    """Return the field with the name of the journal or of the proceedings."""
    return entry.get("journal") or entry.get("booktitle") or entry.get("journaltitle")


def bare_venue(name: str) -> str:
    """Return the name of a venue in lower case without braces, "Proceedings of the", number and year."""
    plain = name.lower().replace("{", "").replace("}", "")
    if plain[-1:] in "0123456789).":
        plain = _AFTER.sub("", plain)
    match = _BEFORE.match(plain)
    return plain[match.end() :].strip() if match else plain.strip()


def doi_of(entry: Entry) -> Identifier | None:
    """Return the DOI in lower case: from the field `doi`, or else from a link to it."""
    fields = entry.by_name()
    written = fields.get("doi")
    if written is not None:
        found = doi_in(written.value)
        return Identifier(found, written) if found else None
    for name in ("url", "note", "howpublished"):
        field = fields.get(name)
        if field is not None and "/10." in field.value:
            found = doi_in(field.value)
            if found:
                return Identifier(found, field)
    return None


@lru_cache(8192)
def doi_in(text: str) -> str:
    """Return the DOI in a text in lower case, without TeX's backslashes, or an empty string."""
    if "10." not in text:
        return ""
    match = _DOI.search(text.replace("\\", "") if "\\" in text else text)
    return match[0].rstrip(".,;").lower() if match else ""


@lru_cache(512)  # several rules request it for the same few entries
def arxiv_of(entry: Entry) -> Identifier | None:
    """Return the arXiv identifier without its version, and the field that contains it."""
    fields = entry.by_name()
    eprint = fields.get("eprint")
    if eprint is None and not _mentions_arxiv(entry):
        return None
    if eprint is not None:
        arxiv = parse_arxiv(eprint.value)
        if arxiv is not None:
            return Identifier(arxiv.id, eprint)
    for name in PREPRINT_PLACES:
        field = fields.get(name)
        # Few values contain "Xiv", the end of "arXiv"; this test costs less than the call.
        if field is not None and (
            "Xiv" in field.value or "xiv" in field.value or "XIV" in field.value
        ):
            found = arxiv_in(field.value)
            if found:
                return Identifier(found, field)
    return None


def _mentions_arxiv(entry: Entry) -> bool:
    """Whether the source text of the entry contains the word, which is cheaper than a search in each field."""
    text, (start, end) = entry.source.text, entry.span
    return (
        text.find("rXiv", start, end) >= 0
        or text.find("rxiv", start, end) >= 0
        or text.find("RXIV", start, end) >= 0
    )


def arxiv_in(text: str) -> str:
    """Return the arXiv identifier in a text, or an empty string."""
    if "xiv" not in text.lower():
        return ""
    match = _ARXIV.search(text)
    arxiv = parse_arxiv(match["id"]) if match else None
    return arxiv.id if arxiv else ""


def arxiv_month(identifier: str) -> tuple[int, int]:
    """Return the year and month in an arXiv identifier: 2211.04567 and hep-th/9901001."""
    digits = identifier.rpartition("/")[2]
    yy, month = read_int(digits[:2]), read_int(digits[2:4])
    return (1900 + yy if yy > 90 else 2000 + yy), month
