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
from refkit.lint.item_facts import doi_of_item, field_name
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_NUMBER = lazy_pattern(r"0*(\d+)")
# After the first number: the end, another page, or a note. A letter belongs to the number.
_PAGE = lazy_pattern(r"0*(\d+)(?![\w.])")


@rule(
    "IDS224", "doi-against-fields", verdict=Verdict.INCONSISTENT,
    needs=("DOI|URL", "volume|page|ISBN"),
    types=("article", "article-journal", "article-magazine", "book", "chapter", "collection", "paper-conference"),
)  # fmt: skip
def doi_against_fields(item: Item, context: Context) -> Iterator[Finding]:
    """Compare each part of the DOI with its field."""
    doi = doi_of_item(item)
    parts = anatomy(doi.value) if doi else None
    # A field with several DOIs names an erratum or other works, too.
    if doi is None or parts is None or "," in item.text[doi.variable]:
        return
    for variable, inside, word in _pairs(item, parts):
        yield Finding(
            item.place(variable),
            f"`{field_name(item, variable)}` is {shown(item.text[variable])}, but DOI `{doi.value}` contains the "
            f"{word} {inside} ({parts.publisher}); check which is right",
        )
        return


def _pairs(item: Item, parts: Anatomy) -> Iterator[tuple[str, str, str]]:
    """Yield each variable that differs from the DOI, with the value in the DOI."""
    if parts.volume and (match := _NUMBER.fullmatch(item.volume)) and match[1] != parts.volume:
        yield "volume", parts.volume, "volume"
    # Articles with numbers often have pages that begin at 1.
    first = _PAGE.match(item.page) if parts.page else None
    if first and first[1] not in ("1", parts.page):
        yield "page", parts.page, "first page"
    if parts.isbn and item.ISBN:
        owners = publisher_of(parts.isbn), publisher_of(item.ISBN)
        if all(owners) and owners[0] != owners[1]:
            yield "ISBN", parts.isbn, "ISBN"
