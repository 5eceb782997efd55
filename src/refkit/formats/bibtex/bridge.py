"""Libraries of bibtexparser 2 become refkit's, and the other way round."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from refkit.formats import by_name
from refkit.formats.bibtex import read
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source

if TYPE_CHECKING:
    from bibtexparser.library import Library as TheirLibrary
    from bibtexparser.model import Entry as TheirEntry


def from_bibtexparser(theirs: TheirLibrary) -> Library:
    """Read a library of bibtexparser 2 as it would write it to a file; blocks it failed on too."""
    from bibtexparser.entrypoint import write_string

    return read(Source(write_string(theirs), "<bibtexparser>", format="bibtex"))


def to_bibtexparser(library: Library) -> TheirLibrary:
    """Return a library of bibtexparser 2 with the same entries, macros expanded, TeX as written."""
    from bibtexparser.library import Library as TheirLibrary

    theirs = TheirLibrary()
    theirs.add([_their_entry(entry) for entry in _bibtex_entries(library)])
    return theirs


def _bibtex_entries(library: Library) -> Iterable[Entry]:
    """Give the entries in BibTeX; of other formats the items are written in it first."""
    written = [entry for entry in library.entries if _is_bibtex(entry)]
    if len(written) == len(library):
        return written
    write = by_name("bibtex").write
    assert write is not None
    others = [item for item in library if not _from_bibtex(item)]
    return [*written, *read(Source(write(others))).entries]


def _from_bibtex(item: Item) -> bool:
    return item.entry is not None and _is_bibtex(item.entry)


def _is_bibtex(entry: Entry) -> bool:
    return entry.source.format in ("", "bibtex", "biblatex")


def _their_entry(entry: Entry) -> TheirEntry:
    from bibtexparser.model import Entry as TheirEntry
    from bibtexparser.model import Field as TheirField

    def line(offset: int) -> int:
        return entry.source.position(offset).line - 1  # theirs count from 0

    fields = [TheirField(f.name, f.value, line(f.span.start)) for f in entry.fields]
    raw = entry.source.slice(entry.span)
    return TheirEntry(entry.type, entry.key, fields, line(entry.span.start), raw)
