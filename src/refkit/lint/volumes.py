"""The volumes and years of the journals that a library cites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from refkit.data.journal_volumes import RESTARTING
from refkit.integers import read_int
from refkit.lint.items import item_finder
from refkit.lint.journals import one_journal, telling_words
from refkit.lint.reading import year_in
from refkit.lint.rule import TEX_FORMATS
from refkit.lint.works import words_of
from refkit.model.entry import Entry, Field
from refkit.model.library import Library
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Issue:
    """The volume and year of an article in its journal, as the journal is written there."""

    entry: Entry
    journal: str
    volume: int
    year: int


class _Article(NamedTuple):
    """What an article states about its place in a journal."""

    journal: str
    series: str
    volume: str
    year: int | None


# A TeX macro that stands for a name (`\\apj`), not one for markup or an accent (`\\emph{Nature}`).
_MACRO = lazy_pattern(r"\\[A-Za-z]{2,}(?![A-Za-z]|\s*\{)")
_NAMES = frozenset({"volume", "journal", "journaltitle", "date", "year", "series"})


@lru_cache(1)
def issues_by_journal(library: Library) -> dict[tuple[str, ...], list[Issue]]:
    """Return the articles with volume and year, by the words of the journal's name. Do not change the result."""
    found: dict[tuple[str, ...], list[Issue]] = {}
    as_written: dict[tuple[str, str], list[Issue]] = {}
    journals: dict[str, str] = {}  # each name is in memory once
    for entry, article in _articles(library):
        if not article.journal or not _is_count(article.volume):
            continue
        if article.year is not None and article.year != read_int(article.volume):
            # A new series restarts its volumes.
            name = journals.setdefault(article.journal, article.journal), article.series
            if name not in as_written:
                words = _name_words(name[0])
                as_written[name] = found.setdefault((*words, name[1]), []) if words else []
            as_written[name].append(Issue(entry, name[0], read_int(article.volume), article.year))
    return found


def _articles(library: Library) -> Iterator[tuple[Entry, _Article]]:
    """Yield the articles; those of a .bib file are read from a few fields, which is faster than from items."""
    item_of = item_finder(library)
    for entry in library.entries:
        if entry.source.format in TEX_FORMATS:
            if entry.type == "article":
                yield entry, _in_fields(entry.fields_named(_NAMES))
        elif (item := item_of(entry)) is not None and item.type == "article-journal":
            names = item.container_title, item.collection_title
            yield entry, _Article(*names, item.volume, item.issued.year)


def _in_fields(fields: Mapping[str, Field]) -> _Article:
    journal = _value(fields, "journal") or _value(fields, "journaltitle")
    return _Article(journal, _value(fields, "series"), _value(fields, "volume"), year_in(fields))


def _value(fields: Mapping[str, Field], name: str) -> str:
    field = fields.get(name)
    return field.value if field is not None else ""


def _is_count(volume: str) -> bool:
    """Whether a volume is a number; `04` is a month, and `0604` a year and month."""
    return volume.isdecimal() and len(volume) <= 5 and volume[0] != "0"


def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of a journal's name, or nothing if its volumes do not determine the year.

    Names that are macros may be any journal, so they differ if they are written differently.
    """
    if _MACRO.search(name):
        return (name,)
    words = words_of(name)
    return () if _restarts(name) else words


def _restarts(name: str) -> bool:
    words = telling_words(name)
    return any(
        words == telling_words(known) or (len(words) > 1 and one_journal(known, name))
        for known in RESTARTING
    )
