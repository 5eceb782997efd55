"""The citations of a word processor's document, whose fields were read together with its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from refkit.documents.citations._field_data import is_citation, read_field
from refkit.model.citation import Citation, DocumentCitations, Doubt, KeyPlace
from refkit.model.source import EmbeddedRecord, Source, Span
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(r"<(?:\w+:)?Tag>\s*+([^<]*)</")


def find(source: Source) -> DocumentCitations:
    """Return the citations in the fields of a document; fields with damaged data are doubts."""
    notes = [record.span for record in source.records if record.form == "note"]
    citations: list[Citation] = []
    defined: dict[str, KeyPlace] = {}
    doubts: list[Doubt] = []
    for record in source.records:
        if not is_citation(record.form):
            continue
        found = read_field(record.form, record.data, record.span)
        if found is None:
            doubts.append(Doubt(record.span, "the data of this citation is damaged"))
            continue
        in_note = found.in_note or _is_inside(record.span, notes)
        citations.append(Citation(record.span, found.kind, found.cites, in_note=in_note))
        for key in found.recorded:
            defined.setdefault(key, KeyPlace(key, record.span))
    for place in _word_sources(source.records):
        defined.setdefault(place.key, place)
    return DocumentCitations(
        tuple(citations),
        defined=tuple(defined.values()),
        list_places=tuple(one.span for one in source.records if one.form == "bibliography"),
        doubts=tuple(doubts),
    )


def write_key(key: str, written: str) -> str | None:
    """Return None: keys in the fields of binary documents are changed by the program that made them."""
    return None


def _is_inside(span: Span, outer: Sequence[Span]) -> bool:
    """Whether one of the ascending outer spans contains a span."""
    index = bisect_right(outer, (span.start, span.end)) - 1
    around = outer[max(index, 0) : index + 2]
    return any(one.start <= span.start and span.end <= one.end for one in around)


def _word_sources(records: Iterable[EmbeddedRecord]) -> Iterable[KeyPlace]:
    """Yield the tags of the sources that Word keeps in the document."""
    for record in records:
        if record.form == "word-sources":
            for tag in _TAG.finditer(record.data):
                yield KeyPlace(tag[1].strip(), record.span)
