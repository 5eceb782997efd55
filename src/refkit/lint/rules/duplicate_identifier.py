"""Two entries share an identifier.

A DOI, arXiv identifier or PMID identifies one work. Either the list contains the work twice, or one of the
entries has the identifier of the other.

Example:

    @article{hill2015,
      author = {Hill, May},
      title = {Terraces of the Wadi},
      journal = {Desert Letters},
      year = {2015},
      doi = {10.1063/5.0024117},
    }

    @article{hill2015b,
      author = {Hill, May},
      title = {Terraces in the Wadi},
      journal = {Desert Letters},
      year = {2015},
      doi = {https://doi.org/10.1063/5.0024117},
    }

Use instead:

    @article{hill2015,
      author = {Hill, May},
      title = {Terraces of the Wadi},
      journal = {Desert Letters},
      year = {2015},
      doi = {10.1063/5.0024117},
    }

Fix: none, because documents may cite both keys.
Source: bibtex-tidy, JabRef and bibclean compare DOIs as written. refkit compares them as ISO 26324 does,
without case and resolver, in all files of a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refkit.lint.item_facts import arxiv_of_item, doi_of_item
from refkit.lint.items import ItemFinder, item_finder
from refkit.lint.listed import shelves
from refkit.lint.reading import arxiv_of, doi_of
from refkit.lint.rule import TEX_FORMATS, Context, Finding, rule
from refkit.lint.works import is_preprint, place_of
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Span

# Parts of a book often have the DOI of the book.
PARTS = frozenset({"chapter", "entry-encyclopedia", "entry-dictionary"})


class Identified(NamedTuple):
    """An identifier: its kind, its normalized value and the span of its source."""

    kind: str
    value: str
    place: Span


@rule("DUP220", "duplicate-identifier", across=True)
def duplicate_identifier(library: Library, context: Context) -> Iterator[Finding]:
    """Report the second and later entries with the same identifier."""
    for other, entry, (kind, value, place) in shared_identifiers(library):
        yield Finding(
            place,
            f"{kind} `{value}` also belongs to {place_of(other, entry)}; keep one entry, "
            "or correct the identifier",
            source=entry.source,
            key=entry.key,
        )


def shared_identifiers(library: Library) -> Iterator[tuple[Entry, Entry, Identified]]:
    """Yield entries with the identifier of an earlier one, after that one."""
    first: dict[tuple[str, str, int], Entry] = {}
    known, item_of = shelves(library), item_finder(library)
    for entry in library.entries:
        for found in _identifiers(entry, item_of):
            kind, value, _ = found
            other = first.setdefault((kind, value, known.get(id(entry), 0)), entry)
            if other is not entry and not _may_share(kind, item_of(other), item_of(entry)):
                yield other, entry, found
                break


def _identifiers(entry: Entry, item_of: ItemFinder) -> Iterator[Identified]:
    """Yield the identifiers of an entry; those of a .bib file are read from its fields, which is faster."""
    if entry.source.format not in TEX_FORMATS:
        item = item_of(entry)
        yield from _of_item(item) if item else ()
        return
    fields = entry.by_name()
    if "doi" in fields or "url" in fields or "note" in fields:
        doi = doi_of(entry)
        if doi is not None:
            yield Identified("DOI", doi.value, doi.field.value_span)
    arxiv = arxiv_of(entry)
    if arxiv is not None:
        yield Identified("arXiv", arxiv.value, arxiv.field.value_span)
    pmid = fields.get("pmid")
    if pmid is not None and pmid.value.strip().isdecimal():
        yield Identified("PMID", pmid.value.strip().lstrip("0"), pmid.value_span)


def _of_item(item: Item) -> Iterator[Identified]:
    for kind, found in (("DOI", doi_of_item(item)), ("arXiv", arxiv_of_item(item))):
        if found is not None:
            yield Identified(kind, found.value, item.place(found.variable))
    if item.PMID.strip().isdecimal():
        yield Identified("PMID", item.PMID.strip().lstrip("0"), item.place("PMID"))


def _may_share(kind: str, one: Item | None, two: Item | None) -> bool:
    """Whether two items may have one identifier: as parts of one book, or as preprint and publication.

    Another rule reports the latter.
    """
    if one is None or two is None:
        return True
    if kind == "arXiv" and is_preprint(one) != is_preprint(two):
        return True
    is_part = one.type in PARTS or two.type in PARTS
    return is_part and not (one.title and one.title.lower() == two.title.lower())
