"""Two entries for the same work have the same authors in a different order.

A work has one order of authors, so one of the two entries is wrong.

Example:

    @article{holm2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
      doi = {10.1016/j.desert.2015.01.003},
    }

    @article{holm2015a,
      author = {Berg, Olav and Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
      doi = {10.1016/j.desert.2015.01.003},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
      doi = {10.1016/j.desert.2015.01.003},
    }

Fix: none, because the file does not show which order is right.
Source: the DOI identifies the work.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.items import item_finder
from refkit.lint.places import name_place
from refkit.lint.reading import doi_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library


@rule("NAM239", "authors-reordered", verdict=Verdict.INCONSISTENT, across=True)
def authors_reordered(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the authors of entries with the same DOI."""
    item_of = item_finder(library)
    first: dict[str, Entry] = {}
    for entry in library.entries:
        doi = doi_of(entry)
        known = first.setdefault(doi.value, entry) if doi else entry
        if known is entry:
            continue
        item, other = item_of(entry), item_of(known)
        index = _first_moved(item, other) if item and other else -1
        if item and index >= 0:
            yield Finding(
                name_place(item, "author", index),
                f"`{item.author[index]}` has a different position among the authors of `{known.key}`, which has "
                "the same DOI; check which order is right",
                source=entry.source,
                key=entry.key,
            )


def _first_moved(item: Item, other: Item) -> int:
    """Return the index of the first author who has a different position in the other item, or -1."""
    fields = item.source_field("author"), other.source_field("author")
    if fields[0] and fields[1] and fields[0].value == fields[1].value:
        return -1
    one = [name.family.lower() for name in item.author]
    two = [name.family.lower() for name in other.author]
    if one == two or sorted(one) != sorted(two):
        return -1
    return next(at for at, (left, right) in enumerate(zip(one, two, strict=True)) if left != right)
