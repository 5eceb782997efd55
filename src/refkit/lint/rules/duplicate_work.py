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
and words of the title. Parts, years more than one apart, other pages and volumes, different DOIs, and the days
of talks distinguish two works.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import doi_of_item, variable_text
from refkit.lint.items import ItemFinder, item_finder
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.works import KIND, Work, named, place_of, twins, words_of
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.patterns import lazy_pattern


@rule("DUP221", "duplicate-work", across=True)
def duplicate_work(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the works in each block and report the later one."""
    item_of = item_finder(library)
    for one, two in same_works(library):
        yield Finding(
            two.entry.key_span,
            f"{named(two.entry)} has {_same_title(one, two)} and first author as "
            f"{place_of(one.entry, two.entry)}; {_advice(item_of(one.entry), item_of(two.entry))}",
            source=two.entry.source,
            key=two.entry.key,
        )


def same_works(library: Library) -> Iterator[tuple[Work, Work]]:
    """Yield pairs of entries with the same title and first author, the later one last."""
    item_of = item_finder(library)
    for one, two in twins(library):
        if one.preprint == two.preprint and not _are_distinct(one, two, item_of):
            yield one, two


def _same_title(one: Work, two: Work) -> str:
    return "the same title" if one.words == two.words else "nearly the same title"


def _advice(left: Item | None, right: Item | None) -> str:
    """Return what to do: a work of two types or venues was published twice, such as a report and a paper."""
    if left is None or right is None:
        return "keep one entry"
    if left.type != right.type or _is_published_twice(left, right):
        return "cite one of the versions, or both on purpose"
    return "keep one entry"


def _is_published_twice(left: Item, right: Item) -> bool:
    """Whether each venue has a characteristic word that the other one lacks."""
    if left.container_title == right.container_title:
        return False
    one, two = _venue(left), _venue(right)
    return bool(one - two and two - one)


def _are_distinct(one: Work, two: Work, item_of: ItemFinder) -> bool:
    """Whether the entries differ in key, identifiers, kind, links, pages or volume."""
    if one.entry.source is two.entry.source and one.entry.key == two.entry.key:
        return True  # another rule reports the key
    left, right = item_of(one.entry), item_of(two.entry)
    if left is None or right is None or (doi_of_item(left) and doi_of_item(right)):
        # Another rule reports equal DOIs, and different DOIs identify different works.
        return True
    if _are_two_kinds(one, two, left, right) or _are_two_talks(left, right):
        return True
    if _is_related(one.entry) or _is_related(two.entry):
        return True
    if one.year != two.year and _have_other_venues(left, right):
        return True
    variables = (*_NUMBERS, "URL", "howpublished") if left.type in ONLINE else _NUMBERS
    return any(_differ(left, right, variable) for variable in variables)


def _are_two_kinds(one: Work, two: Work, left: Item, right: Item) -> bool:
    """Whether the types are of different publications, or of wholes that differ in year or title."""
    if {one.entry.type, two.entry.type} & WHOLE:
        return (one.entry.type, one.year, one.words) != (two.entry.type, two.year, two.words)
    kinds = KIND.get(left.type), KIND.get(right.type)
    return all(kinds) and kinds[0] != kinds[1]


def _are_two_talks(left: Item, right: Item) -> bool:
    """Whether both are unpublished and dated to different days: a talk is often given again elsewhere."""
    if not {left.type, right.type} <= UNPUBLISHED:
        return False
    one, two = left.issued.start, right.issued.start
    if one is None or two is None:
        return False
    return None not in (one.day, two.day) and one != two


def _is_related(entry: Entry) -> bool:
    """Whether the entry names another one that it belongs to."""
    return not _RELATIONS.isdisjoint(entry.by_name())


def _have_other_venues(left: Item, right: Item) -> bool:
    """Whether both venues are known and have no characteristic word in common."""
    one, two = _venue(left), _venue(right)
    return bool(one and two) and one.isdisjoint(two)


def _venue(item: Item) -> frozenset[str]:
    """Return the characteristic words of the venue: a short version often appears elsewhere a year later."""
    return frozenset(words_of(item.container_title)) - _COMMON_WORDS


_RELATIONS = frozenset({"related", "xref", "entryset"})
_COMMON_WORDS = frozenset(
    "proceedings proc of the in on and for international annual conference conf workshop symposium journal ieee acm "
    "computer science research meeting joint".split()
)
WHOLE = frozenset({"proceedings", "periodical", "set"})
UNPUBLISHED = frozenset({"manuscript", "speech"})
_NUMBERS = (
    "volume", "edition", "chapter-number", "issue", "number", "collection-number", "page",
)  # fmt: skip
# Web pages and films with the same title differ in their addresses.
ONLINE = frozenset({"document", "webpage", "dataset", "software", "motion_picture", "broadcast"})
_FIRST = lazy_pattern(r"\d+|\S+")


def _differ(left: Item, right: Item, variable: str) -> bool:
    one, two = variable_text(left, variable), variable_text(right, variable)
    if one == two or not one or not two:
        return False
    if variable == "page":
        return _FIRST.findall(one)[:1] != _FIRST.findall(two)[:1]
    return True
