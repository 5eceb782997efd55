"""The volumes and years of the journals that a library cites."""

from __future__ import annotations

from functools import lru_cache

from refkit.data.journal_volumes import RESTARTING
from refkit.integers import read_int
from refkit.lint.journals import one_journal, telling_words
from refkit.lint.reading import journal_field, year_in
from refkit.lint.works import words_of
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Issue:
    """The volume and year of an article in its journal."""

    entry: Entry
    volume: int
    year: int

    @property
    def journal(self) -> str:
        """The name of the journal as written; not stored, because a library has many articles."""
        field = journal_field(self.entry)
        return field.value if field else ""


# A TeX macro that stands for a name (`\\apj`), not one for markup or an accent (`\\emph{Nature}`).
_MACRO = lazy_pattern(r"\\[A-Za-z]{2,}(?![A-Za-z]|\s*\{)")
_NAMES = frozenset({"volume", "journal", "journaltitle", "date", "year", "series"})


@lru_cache(1)
def issues_by_journal(library: Library) -> dict[tuple[str, ...], list[Issue]]:
    """Return the articles with volume and year, by the words of the journal's name. Do not change the result."""
    found: dict[tuple[str, ...], list[Issue]] = {}
    as_written: dict[tuple[str, str], list[Issue]] = {}
    for entry in library.entries:
        if entry.type != "article":
            continue
        fields = entry.fields_named(_NAMES)
        volume, journal = fields.get("volume"), fields.get("journal") or fields.get("journaltitle")
        if volume is None or journal is None or not _is_count(volume.value):
            continue
        year = year_in(fields)
        if year is not None and year != read_int(volume.value):
            # A new series restarts its volumes.
            series = fields.get("series")
            name = journal.value, series.value if series else ""
            if name not in as_written:
                words = _name_words(name[0])
                as_written[name] = found.setdefault((*words, name[1]), []) if words else []
            as_written[name].append(Issue(entry, read_int(volume.value), year))
    return found


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
