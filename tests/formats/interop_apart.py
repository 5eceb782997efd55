"""Reasons to count an expected value apart: it contradicts a specification, or cannot be known from the file.

A reason compares values, so that it holds for cases that nobody has read. "blx" is the BibLaTeX manual, "csl" the
CSL 1.0.2 specification.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from refkit.data.bibtex_csl import COUNTRIES, GENRES, LANGUAGES
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.model.bibtex_words import edition_number
from refkit.model.sentence_case import NAMED_TYPES
from refkit.tex.decode import decode

_TITLES = frozenset("title title-short volume-title".split())
_CONTAINERS = frozenset("container-title collection-title event-title".split())
_DASHES = re.compile(r"\s*[-–—‐−]+\s*")
_TAG = re.compile(r"</?[a-z]+[^>]*>")
_COMMAND = re.compile(r"\\[a-zA-Z\"'`^~&%$#_{]|[{}$]")
_WORD = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")


class Value(NamedTuple):
    """An expected value that differs from the one that was found, with the record and the text around it."""

    variable: str
    expected: str
    found: str
    record: Mapping[str, str]
    text: str


class Reason(NamedTuple):
    """A reason, its source, and the test for it."""

    name: str
    source: str
    applies: Callable[[Value], bool]


@lru_cache(4)
def _plain(text: str) -> str:
    """Return a file's text without TeX, and without line ends, so that titles can be found in it."""
    return " ".join(decode(text.replace("{", "").replace("}", ""), False)[0].split())


@lru_cache(4)
def _words(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", f"{text} {_plain(text)}").casefold()
    return frozenset(_WORD.findall(folded))


def _has_typed_case(value: str, text: str) -> bool:
    return _TAG.sub("", value) in _plain(text)


def _differ_in_case(value: Value) -> bool:
    return value.expected != value.found and value.expected.casefold() == value.found.casefold()


def _is_dash(value: Value) -> bool:
    return value.variable == "page" and _DASHES.sub("-", value.expected) == value.found


def _is_language_name(value: Value) -> bool:
    known = LANGUAGES.get(value.expected.strip().lower())
    return value.variable == "language" and known == value.found


def _is_hyphenated_isbn(value: Value) -> bool:
    is_number = value.variable in ("ISBN", "ISSN")
    same = value.expected.replace("-", "") == value.found.replace("-", "")
    return is_number and same and value.found in value.text


def _is_title_case(value: Value) -> bool:
    is_title = value.variable in _TITLES or value.variable == "container-title"
    return is_title and _differ_in_case(value) and _has_typed_case(value.expected, value.text)


def _is_name_in_lower_case(value: Value) -> bool:
    language = value.record.get("language", "en")
    is_kept = (
        value.variable in _CONTAINERS
        or value.record.get("type") in NAMED_TYPES
        or (value.variable in _TITLES and not language.lower().startswith("en"))
    )
    return is_kept and _differ_in_case(value) and _has_typed_case(value.found, value.text)


def _is_subtitle_after_full_stop(value: Value) -> bool:
    if value.variable not in (*_TITLES, "container-title"):
        return False
    return value.expected.replace(". ", ": ") == value.found.replace(". ", ": ")


def _is_ordinal(value: Value) -> bool:
    return value.variable == "edition" and edition_number(value.expected) == value.found


def _is_tex(value: Value) -> bool:
    return bool(_COMMAND.search(value.expected)) and not _COMMAND.search(value.found)


def _is_earlier_year(value: Value) -> bool:
    years = [re.match(r"-?\d+", part) for part in (value.expected, value.found)]
    if value.variable not in DATE_VARIABLES or None in years:
        return False
    stated, found = (int(year[0]) for year in years if year)
    return stated < 0 and found == stated - 1


def _is_place_of_event(value: Value) -> bool:
    place = value.record.get("event-place")
    return value.variable == "publisher-place" and value.expected == place


def _is_script(value: Value) -> bool:
    """Whether a text differs only in the markup of raised and lowered characters."""
    plain = [_TAG.sub("", unicodedata.normalize("NFKC", v)) for v in (value.expected, value.found)]
    return "<su" in value.found and plain[0].casefold() == plain[1].casefold()


def _is_key(value: Value) -> bool:
    words = {**GENRES, **COUNTRIES}.get(value.expected.lower())
    return (
        value.variable in ("genre", "jurisdiction") and words is not None and words == value.found
    )


def _is_from_elsewhere(value: Value) -> bool:
    """Whether a text has words in ASCII that are not in the file, such as the full name of a journal."""
    is_text = value.variable not in {"type", "genre", "language", *DATE_VARIABLES, *NAME_VARIABLES}
    words = set(
        _WORD.findall(unicodedata.normalize("NFKC", _TAG.sub("", value.expected)).casefold())
    )
    return is_text and "://" not in value.expected and bool(words - _words(value.text))


def _is_type_of_program(value: Value) -> bool:
    is_software = value.found in ("software", "dataset") and value.expected in (
        "document",
        "webpage",
    )
    return "cff-version" in value.text and value.variable == "type" and is_software


def _is_suffix_in_family_name(value: Value) -> bool:
    """Whether the suffix of a person in a CITATION.cff is expected after the family name, as a part of it."""
    is_name = "cff-version" in value.text and value.variable in NAME_VARIABLES
    return is_name and sorted(re.split(r"[| ]+", value.expected)) == sorted(
        re.split(r"[| ]+", value.found)
    )


def _is_day_of_release(value: Value) -> bool:
    is_date = "cff-version" in value.text and value.variable == "issued"
    return is_date and value.found in value.text and value.found[:-3] == value.expected


def _is_organization(value: Value) -> bool:
    """Whether an organization without braces was read as a person."""
    is_name = value.variable in NAME_VARIABLES and "|" in value.expected
    words = [sorted(re.findall(r"\w+", text)) for text in (value.expected, value.found)]
    return is_name and "|" not in value.found and words[0] == words[1]


def _is_pubmed_book(value: Value) -> bool:
    """Whether a book of PubMed's is expected as an article, or as a book without its chapter."""
    if "<BookDocument" not in value.text:
        return False
    is_type = value.variable == "type" and value.expected == "article-journal"
    is_title = value.variable == "title" and value.expected == value.record.get("container-title")
    return is_type or is_title


REASONS = (
    Reason("dash in pages", "csl, Number: hyphens separate the numbers of a range", _is_dash),
    Reason("name of a language", "csl, Appendix IV, language: an ISO 639-1 code", _is_language_name),
    Reason("hyphens added to a number", "blx 2.2.2, isbn: the number in the file", _is_hyphenated_isbn),
    Reason("title case kept", "csl, Text-case: titles are stored in sentence case", _is_title_case),
    Reason("name in lower case", "csl, Text-case: processors do not know proper nouns", _is_name_in_lower_case),
    Reason("full stop before subtitle", "blx, subtitlepunct: decided by the style", _is_subtitle_after_full_stop),
    Reason("ordinal of an edition", "csl, Appendix IV, edition: a number variable", _is_ordinal),
    Reason("TeX in a value", "csl, Appendix IV: variables are text", _is_tex),
    Reason("year before Christ", "blx 2.3.8: the year 0 of EDTF is 1 BC", _is_earlier_year),
    Reason("place of the event", "csl, Appendix IV, event-place: not the publisher's place", _is_place_of_event),
    Reason("raised or lowered characters", "csl, Rich Text: sup and sub", _is_script),
    Reason("localization key", "blx 4.9.2.13: a key is replaced by words", _is_key),
    Reason("type of a program", "Guide to CFF 1.2.0, type: software unless stated", _is_type_of_program),
    Reason("suffix in the family name", "Guide to CFF 1.2.0, name-suffix", _is_suffix_in_family_name),
    Reason("day of the release", "Guide to CFF 1.2.0, date-released: a date with a day", _is_day_of_release),
    Reason("organization without braces", "BibTeX: a name outside braces is a person's", _is_organization),
    Reason("book as an article", "PubMed's DTD, BookDocument: a book or its chapter", _is_pubmed_book),
    Reason("words that the file does not contain", "the value comes from elsewhere", _is_from_elsewhere),
)  # fmt: skip


def reason_for(value: Value) -> Reason | None:
    """Return the first reason to count a value apart, or None if it is wrong."""
    return next((reason for reason in REASONS if reason.applies(value)), None)
