"""From a document to a library: find, split, label, build, assign keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from refkit.documents import read_document, syntax_of
from refkit.formats.text.elsewhere import holds_no_list, names_references
from refkit.formats.text.entry import ReadEntry, put_entry
from refkit.formats.text.label.labeller import label_all, label_list
from refkit.formats.text.listing import Listing, Reference
from refkit.formats.text.read.build import Built, build_item
from refkit.model.cite_keys import cite_keys
from refkit.model.entry import Fault
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_SHOWN = 60
_UNREAD = "unread-text"
# The longest references of journals that list fifty authors have three thousand characters; what is longer
# is a page of something else and would take long to label.
LONGEST = 10_000
_LINES = lazy_pattern(r"\S++(?>(?: \S++)*)")  # words with one space between them


def read(source: Source) -> Library:
    """Read the reference list in a document, or a text that is only a list.

    All references are read at once: the cite key of each depends on those of the others.
    """
    from refkit.formats.text.finding.split import references  # not needed for single references

    syntax = syntax_of(source.name, source.text)
    if not source.derived and holds_no_list(source.text, syntax, source.name):
        return Library([], [], [_elsewhere(source)], [source])
    document = read_document(source, syntax)
    listing = references(document)
    if document.records:
        from refkit.formats.text.records.reader import read_records

        recorded = read_records(document.records, source)
        return recorded.joined(_library(recorded.uncovered(listing), source, as_list=True))
    library = _library(listing, source, as_list=True)
    if not listing.references and not library.faults:
        is_elsewhere = names_references(source.text) or _cites_by_key(source)
        library.faults = [_elsewhere(source) if is_elsewhere else _no_list(source)]
    return library


def _cites_by_key(source: Source) -> bool:
    """Whether a word processor's document has fields that contain the keys of references in another file."""
    return any(record.form in ("jabref", "word-citation") for record in source.records)


def read_each(texts: Sequence[str], as_list: bool = False) -> Library:
    """Read each text as one reference; line ends count as spaces.

    With `as_list`, the references are from one list, so that each is read with the others as evidence.
    """
    source = Source("\n".join(texts), "<reference>", format="text")
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    parts = [
        Excerpt.from_pieces(_on_one_line(text, at)) for text, at in zip(texts, starts, strict=False)
    ]
    listing = Listing(tuple(Reference(part) for part in parts if part.text))
    return _library(listing, source, as_list)


def _on_one_line(text: str, start: int) -> Iterator[SourcePiece]:
    before = -1
    for words in _LINES.finditer(text):
        if before >= 0:
            yield SourcePiece(" ", start + before, start + words.start())
        before = words.end()
        yield SourcePiece(words[0], start + words.start(), start + before)


def _library(listing: Listing, source: Source, as_list: bool) -> Library:
    """Return the items of a list with keys and entries, and the parts that could not be read."""
    labelled = [one for one in listing.references if len(one.excerpt.text) <= LONGEST]
    texts = [one.excerpt.text for one in labelled]
    read_as = label_list(texts) if as_list else label_all(texts)
    parts = [build_item(one, said, "") for one, said in zip(labelled, read_as, strict=True)]
    keys = cite_keys([part.item for part in parts], [one.key for one in labelled])
    entries: list[ReadEntry] = []
    faults = list(_no_references(listing, source))
    for part, one, key, said in zip(parts, labelled, keys, read_as, strict=True):
        part.item.id = key
        # which of an author's works of one year it is, its key says; as a variable it would be printed twice
        part.item.text.pop("year-suffix", None)
        entries.append(put_entry(part.item, one, part.segments, source, said.confidence))
        faults.extend(_not_understood(part, one, source))
    if listing.mentions and len(entries) == len(listing.references):
        _put_mentions(entries, listing)
    faults.sort(key=lambda fault: fault.span)
    return Library([part.item for part in parts], [*entries], faults, [source])


def _put_mentions(entries: Sequence[ReadEntry], listing: Listing) -> None:
    """Give each entry the places in notes that refer to it."""
    for index, entry in enumerate(entries):
        entry.mentions = tuple(one for one in listing.mentions if one.reference == index)


def tell_apart(libraries: Sequence[Library]) -> None:
    """Make the generated keys of several sources unique."""
    items = [item for library in libraries for item in library]
    own = ["" if _has_made_key(item) else item.id for item in items]
    for item, key in zip(items, cite_keys(items, own), strict=True):
        if item.entry is not None and _has_made_key(item):
            item.id = item.entry.key = key


def _has_made_key(item: Item) -> bool:
    return isinstance(item.entry, ReadEntry) and not item.entry.has_own_key


def _no_references(listing: Listing, source: Source) -> Iterator[Fault]:
    """Yield the parts of a list that are not references, or too long."""
    for fault in listing.faults:
        yield Fault(fault.message, fault.span, source, _UNREAD)
    for one in listing.references:
        length = len(one.excerpt.text)
        if length > LONGEST:
            message = f"skipped: {length:,} characters without a break are not a reference"
            yield Fault(message, one.excerpt.span(0, length), source, _UNREAD)


def _not_understood(part: Built, reference: Reference, source: Source) -> Iterator[Fault]:
    """Yield the unparsed parts of a reference, which are only in its note."""
    for segment in part.unread:
        words = reference.excerpt.text[segment.start : segment.end]
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        place = reference.excerpt.span(segment.start, segment.end)
        message = f"`{shown}` could not be parsed; it is kept in `note`"
        yield Fault(message, place, source, _UNREAD)


def _elsewhere(source: Source) -> Fault:
    """Explain why a document contains no references; this is not a problem that a rule reports."""
    message = "the document includes its references from another file; name that file"
    return Fault(message, Span(0, len(source.line(1))), source, "list-elsewhere")


def _no_list(source: Source) -> Fault:
    first = Span(0, len(source.line(1)))
    message = "no reference list was found; put a heading such as `References` before it"
    return Fault(message, first, source, "no-list")
