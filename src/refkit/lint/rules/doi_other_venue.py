"""The DOI belongs to another venue or publisher.

Publishers put the abbreviation of the journal or conference into the DOI, and some venues use the DOIs of
only one registrant. A CVPR DOI on an ICLR paper belongs to another work, or the venue is wrong.

Example:

    @inproceedings{west2023,
      author = {West, Kim},
      title = {Seeing through Fog},
      booktitle = {International Conference on Learning Representations},
      year = {2023},
      doi = {10.1109/CVPR52729.2023.04321},
    }

Use instead:

    @inproceedings{west2023,
      author = {West, Kim},
      title = {Seeing through Fog},
      booktitle = {IEEE/CVF Conference on Computer Vision and Pattern Recognition},
      year = {2023},
      doi = {10.1109/CVPR52729.2023.04321},
    }

Fix: none, because only the publisher's record can decide.
Source: the publishers' practice, row by row in `refkit/data/doi_owners.py`. Registrants have years, because
venues change publishers. DOIs of preprint servers and repositories fit every venue. The publisher is compared
for books and proceedings only, because journals change publishers and keep their DOIs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from refkit.data.doi_owners import BOOK_REGISTRANTS, PUBLISHERS, REPOSITORIES, SERIES, VENUES
from refkit.data.isbn_publishers import NAMES
from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.item_facts import ItemIdentifier, doi_of_item, field_name
from refkit.lint.reading import bare_venue
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_BOOKS = ("book", "chapter", "paper-conference", "collection")
_PERIODICALS = ("article", "article-journal", "article-magazine", "document")
_NAMES = {owner: lazy_pattern(words) for owner, words in NAMES.items()}
# Words before the first word that names a publisher; a place is not a publisher.
_START = r"(?:the |john |association for |institute of |society for )?"
_NAMES_AT_START = {owner: lazy_pattern(rf"{_START}(?:{words})") for owner, words in NAMES.items()}


@rule(
    "IDS228", "doi-other-venue", verdict=Verdict.INCONSISTENT,
    needs=("DOI|URL", "container-title|publisher"), types=(*_BOOKS, *_PERIODICALS),
)  # fmt: skip
def doi_other_venue(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the series in the DOI with the venue, and its registrant with the publisher."""
    doi = doi_of_item(item)
    if doi is None or doi.value.partition("/")[0] in REPOSITORIES:
        return
    if item.container_title and item.type not in ("book", "chapter", "collection"):
        yield from _compare_venue(item, doi)
    if (
        item.publisher
        and item.type in _BOOKS
        and (owner := _other_publisher(doi.value, item.publisher))
    ):
        yield Finding(
            item.place(doi.variable),
            f"DOI `{doi.value}` belongs to {owner}, but `{field_name(item, 'publisher')}` is "
            f"{shown(item.publisher)}; check which is right",
        )


def _other_publisher(doi: str, publisher: str) -> str:
    """Return the owner of a DOI if the publisher of a book or of proceedings is another large one."""
    owner = BOOK_REGISTRANTS.get(doi.partition("/")[0], "")
    name = publisher.lower()
    if not owner or _NAMES[owner].search(name):
        return ""
    return owner if any(words.match(name) for words in _NAMES_AT_START.values()) else ""


def _compare_venue(item: Item, doi: ItemIdentifier) -> Iterator[Finding]:
    venue = item.container_title
    name = venue.lower()
    if not name.isascii() or name[:1] == "\\":
        return  # a translation, or an unknown macro
    other = _series(doi.value, name) or _owner(doi.value, name, item.issued.year)
    if other and "arxiv" not in name and name != "corr":
        yield Finding(
            item.place(doi.variable),
            f"DOI `{doi.value}` belongs to {other}, but `{field_name(item, 'container-title')}` is {shown(venue)}; "
            "check which is right",
        )


@lru_cache(8192)
def _series(doi: str, venue: str) -> str:
    """Return the series in the DOI if the venue contains none of its words."""
    registrant, _, suffix = doi.partition("/")
    starts, rows = _rows(registrant)
    match = starts.match(suffix)
    if match is None or match.lastindex is None:
        return ""
    series, words = rows[match.lastindex - 1]
    return "" if words.search(venue) else series


@lru_cache(256)
def _rows(registrant: str) -> tuple[re.Pattern[str], list[tuple[str, re.Pattern[str]]]]:
    """Return a pattern with one group per series of the registrant, and the series."""
    rows = [row for row in SERIES if row[0] == registrant]
    starts = "|".join(f"({start})" for _, start, _, _ in rows)
    return re.compile(starts or "(?!)"), [
        (series, re.compile(words)) for _, _, series, words in rows
    ]


def _owner(doi: str, venue: str, year: int | None) -> str:
    """Return the publisher of the DOI if the venue only has DOIs of others."""
    registrant = doi.partition("/")[0]
    allowed = VENUES.get(bare_venue(venue))
    if allowed is None:
        return ""
    for word in allowed.split():
        own, _, until = word.partition("<")
        if own == registrant and (not until or year is None or year < read_int(until)):
            return ""
    return PUBLISHERS.get(registrant, f"the registrant {registrant}")
