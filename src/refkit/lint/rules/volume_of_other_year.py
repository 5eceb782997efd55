"""The volume belongs to another year of the journal.

In large journals, volumes and years advance together. A volume from another decade or from the future belongs
to another article or journal, or is a typo.

Example:

    @article{hill2018,
      author = {Hill, May},
      title = {Terraces of the Wadi},
      journal = {Science},
      volume = {15},
      year = {2018},
    }

Use instead:

    @article{hill2018,
      author = {Hill, May},
      title = {Terraces of the Wadi},
      journal = {Science},
      volume = {360},
      year = {2018},
    }

Fix: none, because only the publisher's record can decide.
Source: the journals' archives of issues, in `refkit/data/journal_volumes.py`, with a tolerance of one year.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from refkit.data.journal_volumes import KNOWN_UNTIL, ONE_PER_YEAR, SEVERAL_PER_YEAR, VolumeRun
from refkit.integers import read_int
from refkit.lint.item_facts import field_name, plain_text, year_of_item
from refkit.lint.journals import one_journal, telling_words
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT235", "volume-of-other-year", verdict=Verdict.INCONSISTENT,
    needs=("volume", "container-title", "issued"), types=("article-journal", "article-magazine"),
)  # fmt: skip
def volume_of_other_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the volume with those of the year, the year before and the year after."""
    volume, journal = item.volume, plain_text(item, "container-title")
    if not volume.isdecimal():
        return
    runs = _runs(journal)
    year = year_of_item(item) if runs else None
    if year is None or year > KNOWN_UNTIL or year < runs[0][0] + 1:
        return
    first, last = _volumes(runs, year - 1)[0], _volumes(runs, year + 1)[1]
    if not first <= read_int(volume) <= last:
        low, high = _volumes(runs, year)
        of_year = f"volume {low}" if low == high else f"volumes {low} to {high}"
        yield Finding(
            item.place("volume"),
            f"`{field_name(item, 'volume')}` is {volume}, but {year} corresponds to {of_year} of `{journal}`; "
            "check which is right",
        )


def _volumes(runs: tuple[VolumeRun, ...], year: int) -> tuple[int, int]:
    since, first, each = max(run for run in runs if run[0] <= year)
    start = first + (year - since) * each
    return start, start + each - 1


def _runs(journal: str) -> tuple[VolumeRun, ...]:
    """Return how the volumes of a journal run, by its name or abbreviation; none for an unknown journal."""
    words = telling_words(journal)
    for name, known, runs in _by_initials().get("".join(word[0] for word in words), ()):
        if words == known or (len(words) > 1 and one_journal(name, journal)):
            return runs
    return ()


@cache
def _by_initials() -> dict[str, list[tuple[str, tuple[str, ...], tuple[VolumeRun, ...]]]]:
    table: dict[str, list[tuple[str, tuple[str, ...], tuple[VolumeRun, ...]]]] = {}
    single = {
        name: ((max(1990, before + 1), max(1990, before + 1) - before, 1),)
        for name, before in ONE_PER_YEAR.items()
    }
    for name, runs in {**SEVERAL_PER_YEAR, **single}.items():
        words = telling_words(name)
        table.setdefault("".join(word[0] for word in words), []).append((name, words, runs))
    return table
