"""The formats BibTeX and BibLaTeX, which share a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from refkit.formats import Format, lossless
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    from refkit.formats.bibtex.differences import Difference
    from refkit.formats.bibtex.elsewhere import OpenEnds
    from refkit.model.characters import Characters
    from refkit.model.editing import Editor
    from refkit.model.entry import Entry, Fault, Field
    from refkit.model.item import Item
    from refkit.model.library import Library
    from refkit.model.source import Source

ENTRY_START = lazy_pattern(r"(?:^|(?<=\r))[ \t]*+@[ \t]*+[A-Za-z]++[ \t]*+[{(]", re.MULTILINE)


def detect(text: str) -> bool:
    """Whether a line starts like an entry."""
    return ENTRY_START.search(text) is not None


def read(source: Source, dialect: str | None = None) -> Library:
    """Read a .bib text in a dialect ("bibtex" or "biblatex"), or in the detected one."""
    from refkit.formats.bibtex import reader

    return reader.read(source, dialect)


def read_biblatex(source: Source) -> Library:
    """Read a .bib text as biber does."""
    return read(source, "biblatex")


def resolved_fields(entry: Entry) -> dict[str, Field]:
    """Return an entry's own and inherited fields by name; an InheritedField has its parent."""
    from refkit.formats.bibtex import reader

    return reader.resolved_fields(entry)


def item_of_entry(entry: Entry) -> Item | None:
    """Return the item of an entry of a .bib file, or None if the entry is not a reference."""
    from refkit.formats.bibtex import reader

    return reader.item_of_entry(entry)


def is_broken(entry: Entry) -> bool:
    """Whether a part of an entry, with the fields in it, could not be read."""
    from refkit.formats.bibtex import reader

    return reader.is_broken(entry)


def lacks_parent(entry: Entry) -> bool:
    """Whether an entry inherits from an entry that was not read."""
    from refkit.formats.bibtex import reader

    return reader.lacks_parent(entry)


def crossref_parent(entry: Entry) -> Entry | None:
    """Return the entry that an entry inherits from by `crossref`, or None if it inherits nothing."""
    from refkit.formats.bibtex import reader

    return reader.crossref_parent(entry)


def open_ends(library: Library) -> OpenEnds:
    """Return the macros and parents that a library of one .bib file needs from other files."""
    from refkit.formats.bibtex import reader

    return reader.open_ends(library)


def entries_before(entry: Entry) -> Iterator[Entry]:
    """Yield the entries of the files that are read before that of an entry, if its bibliography is declared."""
    from refkit.formats.bibtex import reader

    if reader.is_read_alone(entry):
        return iter(())
    from refkit.formats.bibtex import together

    return together.entries_before(entry)


def macros_before(library: Library) -> Mapping[str, str]:
    """Return the values of macros that earlier files of a bibliography define for a .bib file."""
    from refkit.formats.bibtex import reader

    return reader.macros_before(library)


def value_characters(entry: Entry, field: Field) -> Characters:
    """Return the characters of a value with their spans, or no characters if it is not from a .bib file."""
    from refkit.formats.bibtex import characters

    return characters.value_characters(entry, field)


def text_faults(library: Library) -> list[Fault]:
    """Return the faults of the text itself in file order, without building items."""
    from refkit.formats.bibtex import reader

    return reader.text_faults(library)


def find_differences(library: Library) -> Iterator[Difference]:
    """Return the parts of a library's files that only one of `bibtex` and biber reads."""
    from refkit.formats.bibtex import differences

    return differences.find_differences(library)


def dialect_of(library: Library) -> str:
    """Return the dialect of a library, or "bibtex" if it was not read from a .bib file."""
    from refkit.formats.bibtex import reader

    return reader.dialect_of(library)


def write(items: Iterable[Item], dialect: str = "bibtex") -> str:
    """Return items as the text of a .bib file."""
    return "".join(write_pieces(items, dialect))


def write_pieces(items: Iterable[Item], dialect: str = "bibtex") -> Iterator[str]:
    """Yield the text of a .bib file entry by entry."""
    from refkit.formats.bibtex import writer

    return writer.write_pieces(items, dialect)


def write_biblatex_pieces(items: Iterable[Item]) -> Iterator[str]:
    """Yield the text of a .bib file for biber entry by entry."""
    return write_pieces(items, "biblatex")


def written_keys(dialect: str = "bibtex") -> Callable[[str], str]:
    """Return a function that returns the written key for the id of each item in turn."""
    from refkit.formats.bibtex import writer

    return writer.written_keys(dialect)


def written_biblatex_keys() -> Callable[[str], str]:
    """Return such a function for biber, which distinguishes keys by case."""
    return written_keys("biblatex")


def edit(library: Library) -> Editor:
    """Return an editor of a library that was read from one .bib file."""
    from refkit.formats.bibtex import editor

    return editor.edit(library)


FORMATS = (
    Format(
        "bibtex",
        (".bib", ".bibtex"),
        read,
        lossless(write_pieces),
        detect,
        written_keys=written_keys,
        edit=edit,
    ),
    Format(
        "biblatex",
        (".biblatex",),
        read_biblatex,
        lossless(write_biblatex_pieces),
        written_keys=written_biblatex_keys,
        edit=edit,
    ),
)
