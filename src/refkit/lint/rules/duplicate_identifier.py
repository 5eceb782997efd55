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

from refkit.lint.listed import shelves
from refkit.lint.reading import Identifier, arxiv_of, doi_of
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.works import is_preprint, place_of
from refkit.model.entry import Entry
from refkit.model.library import Library

# Parts of a book often have the DOI of the book.
PARTS = frozenset({"incollection", "inbook", "inreference", "suppbook", "bookinbook"})


@rule("DUP220", "duplicate-identifier", across=True)
def duplicate_identifier(library: Library, context: Context) -> Iterator[Finding]:
    """Report the second and later entries with the same identifier."""
    first: dict[tuple[str, str, int], Entry] = {}
    known = shelves(library)
    for entry in library.entries:
        for kind, identifier in _identifiers(entry):
            other = first.setdefault((kind, identifier.value, known.get(id(entry), 0)), entry)
            if (
                other is not entry
                and not _parts_of_one_book(other, entry)
                and not _twins(kind, other, entry)
            ):
                yield Finding(
                    identifier.field.value_span,
                    f"{kind} `{identifier.value}` also belongs to {place_of(other, entry)}; keep one entry, "
                    "or correct the identifier",
                    source=entry.source,
                    key=entry.key,
                )
                break


def _identifiers(entry: Entry) -> Iterator[tuple[str, Identifier]]:
    fields = entry.by_name()
    if "doi" in fields or "url" in fields or "note" in fields:
        doi = doi_of(entry)
        if doi is not None:
            yield "DOI", doi
    arxiv = arxiv_of(entry)
    if arxiv is not None:
        yield "arXiv", arxiv
    pmid = fields.get("pmid")
    if pmid is not None and pmid.value.strip().isdecimal():
        yield "PMID", Identifier(pmid.value.strip().lstrip("0"), pmid)


def _twins(kind: str, one: Entry, two: Entry) -> bool:
    """Whether one of the entries is the preprint of the other, which another rule reports."""
    return kind == "arXiv" and is_preprint(one) != is_preprint(two)


def _parts_of_one_book(one: Entry, two: Entry) -> bool:
    if one.type not in PARTS and two.type not in PARTS:
        return False
    titles = [entry.get("title") for entry in (one, two)]
    return not titles[0] or not titles[1] or titles[0].value.lower() != titles[1].value.lower()
