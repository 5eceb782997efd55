"""Reader for PubMed's format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.nbib import TAGS
from refkit.formats._draft import Draft, read_records
from refkit.formats._pubmed import is_kept_type, item_type_of, plain_title
from refkit.formats._tagged import LINE_START, REST_OF_LINE, tagged_fields, text_faults
from refkit.formats._tagged_build import Put, put_keyword, put_tag, stated
from refkit.formats._values import put_doi, read_person
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.identifiers import parse_doi
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import replace

_TAG = lazy_pattern(LINE_START + r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,2}-" + REST_OF_LINE)
_GAP = lazy_pattern(
    r"(?P<blank>(?>\r\n?|\n)[ \t]*(?>\r\n?|\n)\s*?(?=[A-Z][A-Z0-9 ]{1,3}-))|(?>\r\n?|\n)(?=PMID-)"
)
_NUMBER = lazy_pattern(r"(?:PMID|PMC |OWN |STAT)-")
_NUMBER_LINE = lazy_pattern(r"(?:\r\n?|\n|\A)PMC +-[^\r\n]*\Z")
_KIND = lazy_pattern(r"(.*?)\s*\[(doi|pii|pmc|pmid|bookaccession)\]\s*\Z", re.IGNORECASE)
_SUFFIX = lazy_pattern(r"(.+?),?\s+(Jr\.?|Sr\.?|[IV]{2,3}|[234](?:nd|rd|th))\Z")
_SPACED_DATE = lazy_pattern(r"(\d{4}) (\d{2}) (\d{2})\Z")
_JOURNALS = frozenset(("article-journal", "article"))


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    """Yield the records as entries, and faults at text before them."""
    text = source.readable_text()
    first = _TAG.search(text)
    start = first.start(1) if first else len(text)
    yield from text_faults(source, 0, start, "`PMID- `")
    is_numbered = _NUMBER.match(text, start) is not None
    for gap in _GAP.finditer(text, start):
        if _begins_record(text, gap, is_numbered):
            yield _entry(source, start, gap.start())
            start = gap.end()
    if first:
        yield _entry(source, start, len(text))


def _begins_record(text: str, gap: re.Match[str], is_numbered: bool) -> bool:
    """Whether a record begins after a blank line, or with its number in PubMed; a number in PMC may come before it."""
    if not is_numbered:
        return gap["blank"] is not None
    before = text[max(0, gap.start() - 40) : gap.start()]
    return _NUMBER.match(text, gap.end()) is not None and not _NUMBER_LINE.search(before)


def _entry(source: Source, start: int, end: int) -> Entry:
    """Return a record as an entry; it has no key."""
    span = Span(start, start + len(source.readable_text()[start:end].rstrip()))
    place = Span(start, start)
    return EntryWithoutKey(source, "", "", span, place, place, read_fields)


def read_fields(entry: Entry) -> list[Field]:
    """Return the tags of a record as fields with lower-case names."""
    return list(tagged_fields(entry.source.readable_text(), _TAG, *entry.span, {}))


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    types = [field.value for field in entry.fields if field.name == "pt"]
    draft = Draft(entry, Item("", item_type_of(types)))
    has_full_names = {field.name for field in entry.fields if field.name in ("fau", "fed")}
    for field in entry.fields:
        is_short_name = f"f{field.name}" in has_full_names
        if field.value and not is_short_name:
            put_tag(draft, field, TAGS.get(field.name.upper(), ""), _SPECIAL, _date)
    _settle_book(draft, entry)
    return draft


def _settle_book(draft: Draft, entry: Entry) -> None:
    """Read the title of a book as the title if it is the only one, and the short title of a journal likewise."""
    text = draft.item.text
    if stated(entry, ("bti",)) and not stated(entry, ("jt",)):
        if "title" in text:
            draft.item.type = "chapter"
        else:
            draft.move("container-title", "title")
            draft.item.type = "book"
    elif "container-title" not in text and "container-title-short" in text:
        draft.move("container-title-short", "container-title")


def _date(text: str) -> Date:
    """Return a date: 2019 Mar 7, 2011 Nov-Dec, 20190307, 2019 03 07."""
    return parse_date(_SPACED_DATE.sub(r"\1-\2-\3", text))


def _put_full_name(draft: Draft, field: Field, variable: str) -> None:
    """name = family "," given [suffix], or family initials [suffix]"""
    suffix = _SUFFIX.match(field.value)
    name = read_person(suffix[1] if suffix else field.value)
    if name:
        draft.add_name(variable, replace(name, suffix=suffix[2]) if suffix else name, field)


def _put_group(draft: Draft, field: Field, variable: str) -> None:
    draft.add_name(variable, Name(literal=field.value), field)


def _put_title(draft: Draft, field: Field, variable: str) -> None:
    """Set a title without the full stop that PubMed adds."""
    draft.put(variable, plain_title(field.value), field)


def _put_identifier(draft: Draft, field: Field, variable: str) -> None:
    """Set the DOI; identifiers of the publisher are kept, and an article number without a kind is a page."""
    kind = _KIND.match(field.value)
    value = kind[1] if kind else field.value
    if (kind and kind[2].lower() == "doi") or (not kind and parse_doi(value)):
        if draft.has("DOI"):
            if draft.item.DOI.lower() != value.lower():
                draft.keep(field.name, field.value)
        else:
            put_doi(draft, value, field)
    else:
        draft.keep(field.name, field.value)


def _put_place(draft: Draft, field: Field, variable: str) -> None:
    """Set the place of a publisher; the country of a journal is kept."""
    if draft.item.type in _JOURNALS and not draft.entry.get("pb"):
        draft.keep(field.name, field.value)
    else:
        draft.put(variable, field.value, field)


def _put_heading(draft: Draft, field: Field, variable: str) -> None:
    """Add a MeSH term without the asterisk of a main topic."""
    put_keyword(draft, _with_value(field, field.value.replace("*", "")), variable)


def _with_value(field: Field, value: str) -> Field:
    return Field(field.name, value, field.span, field.name_span, field.value_span)


def _put_type(draft: Draft, field: Field, variable: str) -> None:
    """Keep a publication type that is not the item type."""
    if is_kept_type(field.value):
        draft.keep(field.name, field.value)


_SPECIAL: dict[str, Put] = {
    "fau": _put_full_name,
    "au": _put_full_name,
    "fed": _put_full_name,
    "ed": _put_full_name,
    "cn": _put_group,
    "ti": _put_title,
    "bti": _put_title,
    "lid": _put_identifier,
    "aid": _put_identifier,
    "pl": _put_place,
    "mh": _put_heading,
    "ot": _put_heading,
    "pt": _put_type,
}
