"""From the records and the printed references of a document to one library, with nothing twice.

A record counts for what it contains. A printed reference that a record covers gives it its place in the list; others
are parsed as text. A record that is damaged is reported, and its text is parsed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from refkit.formats.text.entry import ReadEntry, ReadField
from refkit.formats.text.listing import Listing, Reference
from refkit.formats.text.records.match import Printed, identity, matcher
from refkit.formats.text.records.values import DamagedRecord, DataRecord
from refkit.model.cite_keys import cite_keys
from refkit.model.csl_json import item_from_record
from refkit.model.entry import Entry, Fault, Field
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import EmbeddedRecord, Source, Span
from refkit.records import dataclass, field, replace

# The module that reads each form of records; "reference" is a printed reference in an attribute.
FORMS = {
    "amsrefs": "amsrefs", "bibliography-mark": "bibliography_marks", "citation-reference": "citation_reference",
    "coins": "coins", "csl-citation": "csl_citations", "endnote": "endnote", "jats": "jats", "json-ld": "json_ld",
    "word-sources": "word_sources",
}  # fmt: skip
MAX_COMPARISONS = 5_000_000  # of records with printed references, which take about 2 seconds
TEXT_FORM = "reference"
_UNREAD = "unread-text"


@dataclass(slots=True)
class Recorded:
    """The items of a document's records with their faults, and printed references that are in attributes.

    `places` contains the offsets of the records that could be read, also of copies.
    """

    source: Source
    items: list[Item] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    texts: list[Reference] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def uncovered(self, listing: Listing) -> Listing:
        """Return the printed references that no record covers; records get the places of those that they cover."""
        references = listing.references
        spans = [one.excerpt.span(0, len(one.excerpt.text)) for one in references]
        # A paragraph with citations is not a reference; COinS are in the reference that they describe.
        covered = set(_containing(spans, sorted(self.places)))
        printed = {at: Printed.of(one.excerpt.text) for at, one in enumerate(references)}
        compared = [at for at in printed if at not in covered]
        if len(compared) * len(self.items) > MAX_COMPARISONS:
            message = "there are too many records to compare with the printed references"
            self.faults.append(Fault(message, Span(0, 0), self.source, _UNREAD))
            compared = []
        for item in self.items:
            matches = matcher(item)
            found = [at for at in compared if matches(printed[at])]
            covered.update(found)
            if found:
                _put_entry(item, self.source, spans[found[0]])
        kept = [one for at, one in enumerate(listing.references) if at not in covered]
        known = {one.letters for one in printed.values()}
        added = [
            one for one in self.texts if not self.is_known(Printed.of(one.excerpt.text), known)
        ]
        return replace(listing, references=(*kept, *added))

    def is_known(self, printed: Printed, known: set[str]) -> bool:
        """Whether a reference in an attribute is printed in the list, too, or covered by a record."""
        return printed.letters in known or any(matcher(item)(printed) for item in self.items)

    def joined(self, library: Library) -> Library:
        """Return the records and the parsed references in the order of the document, with cite keys."""
        parsed = [*library]
        own = [item.id if _has_own_key(item) else "" for item in parsed]
        pairs = [*zip(self.items, self.keys, strict=True), *zip(parsed, own, strict=True)]
        pairs.sort(key=lambda pair: _place(pair[0]))
        items = [item for item, _ in pairs]
        for item, key in zip(items, cite_keys(items, [key for _, key in pairs]), strict=True):
            item.id = key
            if isinstance(item.entry, ReadEntry):
                item.entry.key = key
        entries = [item.entry for item in items if item.entry is not None]
        faults = sorted([*library.faults, *self.faults], key=lambda fault: fault.span)
        return Library(items, entries, faults, [self.source])


def read_records(records: Sequence[EmbeddedRecord], source: Source) -> Recorded:
    """Return the items of records; copies of the same record are one item."""
    recorded = Recorded(source)
    seen: set[str] = set()
    for record in records:
        if record.form == TEXT_FORM:
            piece = SourcePiece(" ".join(record.data.split()), *record.span)
            recorded.texts.append(Reference(Excerpt.from_pieces([piece])))
            continue
        read_count = 0
        for found in _read(record, recorded):
            read_count += 1
            item, problems = item_from_record(found.values)
            names = {
                name for name in (found.identity and f"#{found.identity}", identity(item)) if name
            }
            if seen.isdisjoint(names):
                _put_entry(item, source, record.span, bool(found.key))
                recorded.items.append(item)
                recorded.keys.append(found.key)
                recorded.faults += (Fault(text, record.span, source, "value") for text in problems)
            seen |= names
        if read_count and record.form != "word-sources":
            recorded.places.append(record.span.start)
    return recorded


def _read(record: EmbeddedRecord, recorded: Recorded) -> Iterator[DataRecord]:
    """Yield the records in some data, and report what is wrong with it, once for all data of a document."""
    try:
        yield from _reader(record.form)(record.data)
    except DamagedRecord as error:
        message = f"the data of this reference is damaged: {error}; only its text is read"
        if all(fault.message != message for fault in recorded.faults):
            recorded.faults.append(Fault(message, record.span, recorded.source, _UNREAD))


def _reader(form: str) -> Callable[[str], Iterable[DataRecord]]:
    module = import_module(f"refkit.formats.text.records.{FORMS[form]}")
    reader: Callable[[str], Iterable[DataRecord]] = module.read
    return reader


def _containing(spans: Sequence[Span], offsets: Sequence[int]) -> Iterator[int]:
    """Yield which spans contain one of the ascending offsets."""
    for at, span in enumerate(spans):
        index = bisect_left(offsets, span.start)
        if index < len(offsets) and offsets[index] < span.end:
            yield at


def _place(item: Item) -> Span:
    return item.entry.span if item.entry is not None else Span(0, 0)


def _has_own_key(item: Item) -> bool:
    return isinstance(item.entry, ReadEntry) and item.entry.has_own_key


def _put_entry(item: Item, source: Source, span: Span, has_own_key: bool | None = None) -> None:
    """Set the entry and the origins of an item at a place; all its values are certain."""
    start = Span(span.start, span.start)
    fields = [ReadField(name, value, span, 1.0) for name, value in _shown_values(item)]
    entry = ReadEntry(source, item.type, item.id, span, start, start, _given(fields))
    entry.confidence = 1.0
    entry.has_own_key = _has_own_key(item) if has_own_key is None else has_own_key
    item.entry, item.origins = entry, {field.name: field for field in fields}


def _given(fields: Sequence[Field]) -> Callable[[Entry], list[Field]]:
    return lambda entry: [*fields]


def _shown_values(item: Item) -> Iterator[tuple[str, str]]:
    yield from item.text.items()
    for variable, names in item.names.items():
        yield variable, "; ".join(map(_shown_name, names))
    for variable, date in item.dates.items():
        yield variable, str(date)


def _shown_name(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))
