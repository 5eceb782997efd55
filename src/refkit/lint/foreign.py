"""Convert entries of other formats to BibLaTeX, so that rules about facts also apply to them.

The item of an entry is written as BibLaTeX, and each field has the position of its source in the original
file. Fixes, which would write BibTeX syntax, are not offered.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.text.entry import ReadField
from refkit.lint.rule import TEX_FORMATS
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_ESCAPED = lazy_pattern(r"\\([&%_#$])")  # what only TeX needs escaped is shown as its file has it
SURE = 0.7  # how surely a field of a typed reference must be read for rules to hear of it
BY_FORM = frozenset(
    {"doi", "eprint", "isbn", "issn", "pmcid", "pmid", "url"}
)  # known whatever stands around them
# BibLaTeX's fields by the CSL variables, and names in other formats, that they are read from.
_FROM: dict[str, tuple[str, ...]] = {
    "bookauthor": ("container-author",),
    "booktitle": ("container-title",),
    "date": ("issued", "year"),
    "eventdate": ("event-date",),
    "eventtitle": ("event-title", "event"),
    "howpublished": ("medium", "publisher"),
    "institution": ("publisher",),
    "issue": ("issue",),
    "journaltitle": ("container-title",),
    "langid": ("language",),
    "location": ("publisher-place", "event-place"),
    "number": ("issue", "number", "collection-number"),
    "organization": ("publisher",),
    "origdate": ("original-date",),
    "pages": ("page",),
    "pagetotal": ("number-of-pages",),
    "pubstate": ("status",),
    "series": ("collection-title",),
    "shortjournal": ("container-title-short",),
    "shorttitle": ("title-short",),
    "urldate": ("accessed",),
    "volumes": ("number-of-volumes",),
}


def in_our_words(library: Library) -> Library:
    """Return the library with entries of other formats converted to BibLaTeX, or the same library if it has none."""
    if all(source.format in TEX_FORMATS for source in library.sources):
        return library
    entries = list(_translated(library))
    return Library(library.items, entries, library.faults, library.sources)


def _translated(library: Library) -> Iterator[Entry]:
    parallel = len(library.items) == len(library.entries)
    for at, entry in enumerate(library.entries):
        foreign = parallel and entry.source.format not in TEX_FORMATS
        yield _translate(entry, library.items[at]) if foreign else entry


def _translate(entry: Entry, item: Item) -> Entry:
    from refkit.formats.bibtex.fields_write import entry_fields

    kind, written = entry_fields(item, "biblatex")
    fields = [
        _field(name, " ".join(_ESCAPED.sub(r"\1", value).split()), origin, entry)
        for name, value in written
        if not _doubtful(origin := _origin(name, entry)) or name in BY_FORM
    ]
    return Entry(
        entry.source, kind, entry.key, entry.span, entry.type_span, entry.key_span, lambda _: fields
    )


def _doubtful(origin: Field | None) -> bool:
    """Whether a field of a plain-text reference may be another field and therefore proves nothing."""
    return isinstance(origin, ReadField) and origin.confidence < SURE


def _origin(name: str, entry: Entry) -> Field | None:
    names = (name, *_FROM.get(name, ()), name.upper())
    return next((field for field in map(entry.get, names) if field), None)


def _field(name: str, value: str, origin: Field | None, entry: Entry) -> Field:
    if origin is None:
        place = entry.key_span if entry.key_span.end > entry.key_span.start else Span(*entry.span)
        return Field(name, value, place, place, place)
    return Field(name, value, origin.span, origin.name_span, origin.value_span)
