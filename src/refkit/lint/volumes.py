"""The volumes and years of the journals that a library cites."""

from __future__ import annotations

from functools import lru_cache

from refkit.integers import read_int
from refkit.lint.reading import journal_field, year_in
from refkit.lint.works import words_of
from refkit.model.entry import Entry
from refkit.model.library import Library
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
        if (
            volume is None
            or journal is None
            or not volume.value.isdecimal()
            or len(volume.value) > 5
        ):
            continue
        year = year_in(fields)
        if year is not None and year != read_int(volume.value):
            # A new series restarts its volumes.
            series = fields.get("series")
            name = journal.value, series.value if series else ""
            if name not in as_written:
                as_written[name] = found.setdefault((*words_of(name[0]), name[1]), [])
            as_written[name].append(Issue(entry, read_int(volume.value), year))
    return found
