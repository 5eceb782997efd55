"""Two entries describe the same work.

First author and title are the same, except for case, braces and typos, so the list contains the work twice.

Example:

    @article{okafor2015,
      author = {Okafor, Ben},
      title = {Migration of Dunes in the Great Desert},
      journal = {Desert Letters},
      year = {2015},
    }

    @article{okafor15,
      author = {B. Okafor},
      title = {Migration of dunes in the {Great} desert.},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{okafor2015,
      author = {Okafor, Ben},
      title = {Migration of Dunes in the Great Desert},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because documents may cite both keys.
Source: JabRef's duplicate finder and bibtex-tidy. refkit compares only entries that share the first author
and words of the title. Parts, years more than one apart, other pages and volumes, and different DOIs
distinguish two works.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.reading import doi_of, venue_of
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.works import KIND, Work, named, place_of, twins, words_of
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.patterns import lazy_pattern


@rule("DUP221", "duplicate-work", across=True)
def duplicate_work(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the works in each block and report the later one."""
    for one, two in twins(library):
        if one.preprint == two.preprint and not _told_apart(one, two):
            yield Finding(
                two.entry.key_span,
                f"{named(two.entry)} has the same title and first author as "
                f"{place_of(one.entry, two.entry)}; keep one entry",
                source=two.entry.source,
                key=two.entry.key,
            )


def _told_apart(one: Work, two: Work) -> bool:
    """Whether the entries differ in key, identifiers, links, pages or volume."""
    left, right = one.entry, two.entry
    if left.source is right.source and left.key == right.key:
        return True
    if doi_of(left) and doi_of(right):
        # Another rule reports equal DOIs, and different DOIs identify different works.
        return True
    if {left.type, right.type} & WHOLE and (left.type, one.year, one.words) != (
        right.type,
        two.year,
        two.words,
    ):
        return True
    kinds = KIND.get(left.type), KIND.get(right.type)
    if all(kinds) and kinds[0] != kinds[1]:
        return True
    if any(
        name in entry.by_name()
        for entry in (left, right)
        for name in ("related", "xref", "entryset")
    ):
        return True
    if (
        one.year != two.year
        and _venue(left)
        and _venue(right)
        and _venue(left).isdisjoint(_venue(right))
    ):
        return True
    names = (*_NUMBERS, "url", "howpublished") if left.type in ONLINE else _NUMBERS
    return any(_differ(left, right, name) for name in names)


def _venue(entry: Entry) -> frozenset[str]:
    """Return the characteristic words of the venue: a short version often appears elsewhere a year later."""
    venue = venue_of(entry)
    return frozenset(words_of(venue.value)) - _COMMON_WORDS if venue else frozenset()


_COMMON_WORDS = frozenset(
    "proceedings proc of the in on and for international annual conference conf workshop symposium journal ieee acm "
    "computer science research meeting joint".split()
)
WHOLE = frozenset({"proceedings", "periodical", "set"})
_NUMBERS = ("volume", "edition", "chapter", "number", "pages")
# Web pages and films with the same title differ in their addresses.
ONLINE = frozenset({"misc", "online", "electronic", "www", "dataset", "software", "video"})
_FIRST = lazy_pattern(r"\d+|\S+")


def _differ(left: Entry, right: Entry, name: str) -> bool:
    one, two = left.get(name), right.get(name)
    if one is None or two is None or not one.value or not two.value:
        return False
    if name == "pages":
        return _FIRST.findall(one.value)[:1] != _FIRST.findall(two.value)[:1]
    return one.value != two.value
