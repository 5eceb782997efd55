"""The journal did not exist in the year of the entry.

PLOS ONE began in 2006. An article from 1995 has another year or another journal.

Example:

    @article{ames1995,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {PLoS ONE},
      year = {1995},
    }

Use instead:

    @article{ames2015,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {PLoS ONE},
      year = {2015},
    }

Fix: none, because only the publisher's record can decide.
Source: the journals' archives of issues, in `refkit/data/journal_volumes.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from refkit.data.journal_volumes import FIRST_YEARS
from refkit.lint.item_facts import field_name, plain_text, year_of_item
from refkit.lint.journals import initials, one_journal, telling_words
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT237", "before-journal", verdict=Verdict.INCONSISTENT,
    needs=("container-title", "issued"), types=("article-journal", "article-magazine"),
)  # fmt: skip
def before_journal(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year with the first year of the journal."""
    journal = plain_text(item, "container-title")
    first = _first_year(journal)
    year = year_of_item(item) if first else None
    if year is not None and year < first:
        yield Finding(
            item.place("issued"),
            f"`{field_name(item, 'issued')}` is {year}, but `{journal}` began in {first}; check which is right",
        )


def _first_year(journal: str) -> int:
    words = telling_words(journal)
    for name in _by_initials().get("".join(word[0] for word in words), ()):
        if words == telling_words(name) or (len(words) > 1 and one_journal(name, journal)):
            return FIRST_YEARS[name]
    return 0


@cache
def _by_initials() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for name in FIRST_YEARS:
        table.setdefault(initials(name), []).append(name)
    return table
