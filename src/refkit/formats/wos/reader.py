"""Reader for Web of Science's plain-text export."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.months import english_season
from refkit.data.wos import DOCUMENT_TYPES, PUBLICATION_TYPES, SEASONS, SEVERAL_LINES, TAGS
from refkit.formats._draft import Draft, read_records
from refkit.formats._tagged import LINE_START, REST_OF_LINE, tagged_fields, text_faults
from refkit.formats._tagged_build import Put, put_keyword, put_tag, stated
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(LINE_START + r"\ufeff?([A-Z][A-Z0-9])(?=[ \t\r\n]|\Z)" + REST_OF_LINE)
_START = lazy_pattern(LINE_START + r"\ufeff?PT[ \t]+([A-Z])[ \t]*(?=[\r\n]|\Z)")
_END = lazy_pattern(LINE_START + r"ER[ \t]*(?=[\r\n]|\Z)")
_FRAME = lazy_pattern(LINE_START + r"\ufeff?(?:FN|VR|EF)\b[^\r\n]*")
_SEPARATORS = dict.fromkeys(SEVERAL_LINES.split(), "")


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    """Yield the records as entries, and faults at text that belongs to none."""
    text = source.readable_text()
    position, match = 0, _START.search(text)
    while match:
        following = _START.search(text, match.end())
        limit = following.start() if following else len(text)
        yield from _faults(source, position, match.start())
        end = _END.search(text, match.end(), limit)
        if end is None:
            yield Fault("the record has no end; add a line `ER`", Span(*match.span()), source)
        position = end.end() if end else limit
        span = Span(match.start(), match.start() + len(text[match.start() : position].rstrip()))
        place = Span(span.start, span.start)
        kind = match[1].lower()
        yield EntryWithoutKey(source, kind, "", span, Span(*match.span(1)), place, read_fields)
        match = following
    yield from _faults(source, position, len(text))


def _faults(source: Source, start: int, end: int) -> Iterator[Fault]:
    """Yield faults at text between records, except for the lines that begin and end the file."""
    text = source.readable_text()
    for frame in _FRAME.finditer(text, start, end):
        yield from text_faults(source, start, frame.start(), "`PT J`")
        start = frame.end()
    yield from text_faults(source, start, end, "`PT J`")


def read_fields(entry: Entry) -> list[Field]:
    """Return the tags of a record as fields with lower-case names; each name is one."""
    fields = tagged_fields(entry.source.readable_text(), _TAG, *entry.span, _SEPARATORS)
    return [field for field in fields if field.name not in ("pt", "er")]


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    draft = Draft(entry, Item("", _item_type(entry)))
    full_names = {"au": entry.get("af"), "ba": entry.get("bf"), "j9": entry.get("ji")}
    for field in entry.fields:
        if field.value and not full_names.get(field.name):
            put_tag(draft, field, TAGS.get(field.name.upper(), ""), _SPECIAL)
    _settle_pages(draft)
    if not stated(entry, ("py",)):
        _put_whole_date(draft)
    if draft.item.type == "patent":
        draft.move("part-number", "number")
    if draft.item.type == "book":
        draft.move("container-author", "author")
        if "title" not in draft.item.text:
            draft.move("container-title", "title")
    return draft


def _item_type(entry: Entry) -> str:
    """Return the item type by the document types, the first known one, or by the publication type."""
    is_journal = entry.type == "j"
    document = entry.get("dt")
    for name in document.value.lower().split(";") if document else ():
        known = DOCUMENT_TYPES.get(name.strip())
        if known and (entry.type != "p"):
            return known[0] if is_journal else known[1]
    return PUBLICATION_TYPES.get(entry.type.upper(), "document")


def _settle_pages(draft: Draft) -> None:
    """Set the pages from the first to the last."""
    first, last = (draft.entry.get(tag) for tag in ("bp", "ep"))
    values = [field.value for field in (first, last) if field and field.value]
    origin = first or last
    if values and origin:
        pages = "-".join(dict.fromkeys(values))
        spans = (origin.span, origin.name_span, origin.value_span)
        draft.put("page", pages, Field(origin.name, pages, *spans))


def _put_group(draft: Draft, field: Field, variable: str) -> None:
    draft.add_name(variable, Name(literal=field.value), field)


def _put_keywords(draft: Draft, field: Field, variable: str) -> None:
    for keyword in field.value.split(";"):
        value = keyword.strip()
        put_keyword(
            draft, Field(field.name, value, field.span, field.name_span, field.value_span), variable
        )


def _put_whole_date(draft: Draft) -> None:
    """Set the date of issue from the tag of month and day if it has the year, too."""
    for field in stated(draft.entry, ("pd",)):
        date = parse_date(field.value)
        if date.year is not None and not date.literal:
            draft.put_date("issued", date, field)
        else:
            draft.keep(field.name, field.value)


def _put_year(draft: Draft, field: Field, variable: str) -> None:
    """Set the date of issue with the month and day of another tag: MAR 3, MAR-APR, SPR."""
    words = [field.value.upper() for field in stated(draft.entry, ("pd",))]
    days = [english_season(SEASONS[word]) if word in SEASONS else word for word in words]
    whole = parse_date(f"{days[0]} {field.value}") if days else None
    if whole and whole.start and not whole.literal:
        draft.put_date(variable, whole, field)
    else:
        draft.put_date(variable, parse_date(field.value), field)


def _put_other_date(draft: Draft, field: Field, variable: str) -> None:
    """Set a date, or keep the words that are not one."""
    date = parse_date(field.value)
    if date.start and not date.literal:
        draft.put_date(variable, date, field)
    else:
        draft.keep(field.name, field.value)


def _leave(draft: Draft, field: Field, variable: str) -> None:
    """Leave a tag to a step that needs several tags."""


_SPECIAL: dict[str, Put] = {
    "ca": _put_group,
    "de": _put_keywords,
    "id": _put_keywords,
    "py": _put_year,
    "cy": _put_other_date,
    "ea": _put_other_date,
    **dict.fromkeys(("bp", "ep", "pd"), _leave),
}
