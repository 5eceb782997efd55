"""Build an item from a labeled reference: every word is stored in a variable or kept in the note."""

from __future__ import annotations

from collections.abc import Callable

from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.read.archives import read_archive
from refkit.formats.text.read.corrections import corrected
from refkit.formats.text.read.dates_and_numbers import (
    read_date,
    read_edition_segment,
    read_numbers,
    read_page_segment,
)
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.finish import finish
from refkit.formats.text.read.genre_and_source import (
    read_code,
    read_court,
    read_genre,
    read_holder,
    read_norm,
    read_report,
    read_source,
    read_statute,
)
from refkit.formats.text.read.hosts import read_container, read_series, read_title
from refkit.formats.text.read.identifiers import (
    read_accessed,
    read_arxiv,
    read_document,
    read_isbn,
    read_number,
    read_review,
    read_url,
)
from refkit.formats.text.read.people import read_editor, reader_of_names
from refkit.formats.text.read.publisher_and_place import (
    read_event_place,
    read_place,
    read_publisher,
)
from refkit.formats.text.read.remarks import (
    read_remark,
)
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Built:
    """An item, the segments that each of its variables was read from, and the unparsed segments.

    The text of `unread` is kept in the item's note.
    """

    item: Item
    segments: dict[str, tuple[Segment, ...]]
    unread: tuple[Segment, ...]


def build_item(reference: Reference, labelled: Labelled, id: str) -> Built:  # noqa: A002 - as in Item
    """Return the item that a labeled reference describes."""
    draft = Draft(reference.excerpt.text, Item(id))
    draft.parts = corrected(draft.text, labelled)
    draft.labels = frozenset(segment.label for segment in draft.parts)
    for segment in draft.parts:
        _READERS.get(segment.label, read_remark)(draft, segment)
    finish(draft)
    places = {
        variable: tuple(where)
        for variable, where in draft.segments.items()
        if draft.has(variable) or variable in draft.item.custom
    }
    return Built(draft.item, places, tuple(draft.unread))


_MARKER = lazy_pattern(r"[\s\[(]*[A-Za-z+-]{0,12}\d{0,4}[a-z]?[\s\]).:,-]*\Z")


def _read_marker(draft: Draft, segment: Segment) -> None:
    """Skip the number of a reference in its list, which is not a fact about the work."""
    if _MARKER.match(draft.written(segment)):
        draft.passed.append(segment)
    else:
        read_remark(draft, segment)


def _read_value(draft: Draft, segment: Segment) -> None:
    """Read a value whose label is the name of its variable."""
    draft.put(segment.label, draft.written(segment), segment)


def _read_edition_number(draft: Draft, segment: Segment) -> None:
    draft.put("edition", draft.written(segment), segment)


def _pass(draft: Draft, segment: Segment) -> None:
    """Skip words that only describe the adjoining text."""
    draft.passed.append(segment)


_READERS: dict[str, Callable[[Draft, Segment], None]] = {
    "author": reader_of_names("author"), "editor": read_editor, "translator": reader_of_names("translator"),
    "director": reader_of_names("director"), "producer": reader_of_names("producer"),
    "performer": reader_of_names("performer"),
    "title": read_title, "container-title": read_container, "collection-title": read_series,
    "date": read_date, "volume": read_numbers, "issue": read_numbers,
    "pages": read_page_segment, "publisher": read_publisher, "location": read_place, "edition": read_edition_segment,
    "event-place": read_event_place, "genre": read_genre, "report": read_report, "medium": read_genre,
    "source": read_source, "archive": read_archive, "isbn": read_isbn, "issn": read_isbn,
    "url": read_url, "arxiv": read_arxiv, "idno": read_number, "document": read_document,
    "review": read_review,
    "code": read_code, "court": read_court, "norm": read_norm,
    "statute": read_statute, "inventors": _pass, "holder": read_holder, "accessed": read_accessed,
    "citation-number": _read_marker, "cue": _pass, "edition-number": _read_edition_number,
    "collection-number": _read_value, "number-of-volumes": _read_value, "section": _read_value,
}  # fmt: skip
# Where names are split, behind the readers of names.
_NAMES = frozenset(("author", "editor", "translator", "director", "producer", "performer"))


def reader_of(label: str) -> str:
    """Return the module that reads the segments with a label, relative to `refkit.formats.text`."""
    if label in _NAMES:
        return "read.persons"
    return _READERS.get(label, read_remark).__module__.partition(".text.")[2]
