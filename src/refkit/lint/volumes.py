"""The volumes and years of the journals that a library cites."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from refkit.integers import read_int
from refkit.lint.reading import year_of
from refkit.lint.works import words_of
from refkit.model.entry import Entry
from refkit.model.library import Library


@dataclass(slots=True, frozen=True)
class Issue:
    """One article's place in its journal."""

    entry: Entry
    journal: str
    volume: int
    year: int


def issues_by_journal(library: Library) -> dict[tuple[str, ...], list[Issue]]:
    """Return the articles with volume and year, by the words of the journal's name."""
    found: dict[tuple[str, ...], list[Issue]] = defaultdict(list)
    for entry in library.entries:
        if entry.type != "article":
            continue
        volume, journal = entry.get("volume"), entry.get("journal") or entry.get("journaltitle")
        if (
            volume is None
            or journal is None
            or not volume.value.isdecimal()
            or len(volume.value) > 5
        ):
            continue
        year = year_of(entry)
        if year is not None and year != read_int(volume.value):
            # A series begins its volumes anew.
            series = entry.get("series")
            name = (*words_of(journal.value), series.value if series else "")
            found[name].append(Issue(entry, journal.value, read_int(volume.value), year))
    return dict(found)
