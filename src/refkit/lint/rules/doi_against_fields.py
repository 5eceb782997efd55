"""The volume, page or ISBN in the DOI differs from the entry's.

Some publishers build the DOI from volume and page, or from the ISBN of the book. If these differ from the
fields, the DOI belongs to another work or the fields are wrong.

Example:

    @article{pohl2016,
      author = {Pohl, Ute},
      title = {Waves in Thin Films},
      journal = {Physical Review Letters},
      year = {2016},
      volume = {117},
      pages = {061102},
      doi = {10.1103/PhysRevLett.116.061102},
    }

Use instead:

    @article{pohl2016,
      author = {Pohl, Ute},
      title = {Waves in Thin Films},
      journal = {Physical Review Letters},
      year = {2016},
      volume = {116},
      pages = {061102},
      doi = {10.1103/PhysRevLett.116.061102},
    }

Fix: none, because only the publisher's record can decide.
Source: the publishers' practice, row by row in `refkit/data/doi_anatomy.py`. Only the publishers of two ISBNs
are compared, because print and electronic editions have different numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.doi_anatomy import Anatomy, anatomy
from refkit.lint.facts import shown
from refkit.lint.isbn import publisher_of
from refkit.lint.reading import doi_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"0*(\d+)")


@rule(
    "IDS224", "doi-against-fields", verdict=Verdict.INCONSISTENT,
    needs=("doi|url", "volume|pages|isbn"),
    types=("article", "book", "incollection", "inbook", "inproceedings", "proceedings"),
)  # fmt: skip
def doi_against_fields(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare each part of the DOI with its field."""
    doi = doi_of(entry)
    parts = anatomy(doi.value) if doi else None
    if doi is None or parts is None:
        return
    for field, inside, word in _pairs(entry, parts):
        yield Finding(
            field.value_span,
            f"`{field.name}` is {shown(field.value)}, but DOI `{doi.value}` contains the {word} {inside} "
            f"({parts.publisher}); check which is right",
        )
        return


def _pairs(entry: Entry, parts: Anatomy) -> Iterator[tuple[Field, str, str]]:
    """Yield each field that differs from the DOI, with the value in the DOI."""
    volume, pages, isbn = entry.get("volume"), entry.get("pages"), entry.get("isbn")
    if (
        parts.volume
        and volume
        and (match := _NUMBER.fullmatch(volume.value))
        and match[1] != parts.volume
    ):
        yield volume, parts.volume, "volume"
    # Articles with numbers often have pages that begin at 1.
    first = _NUMBER.match(pages.value) if pages and parts.page and parts.volume else None
    if pages and first and first[1] not in ("1", parts.page):
        yield pages, parts.page, "first page"
    if parts.isbn and isbn:
        owners = publisher_of(parts.isbn), publisher_of(isbn.value)
        if all(owners) and owners[0] != owners[1]:
            yield isbn, parts.isbn, "ISBN"
