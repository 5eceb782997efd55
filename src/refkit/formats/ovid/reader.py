"""Reader for Ovid's exports with labels and with tags."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from refkit.data.ovid import LABELS, TAGS
from refkit.formats._draft import Draft, read_records
from refkit.formats._tagged import LINE_START, REST_OF_LINE, tagged_fields, text_faults
from refkit.formats._tagged_build import Put, put_keyword, put_tag, stated
from refkit.formats._values import read_person
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, EntryWithoutKey, Fault, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_NUMBER = lazy_pattern(LINE_START + r"\ufeff?<\d{1,6}>[ \t]*(?=[\r\n]|\Z)")
_FIRST_TAG = lazy_pattern(LINE_START + r"\ufeff?VN {2}-[^\r\n]*")
_TAG = lazy_pattern(LINE_START + r"([A-Z][A-Z0-9]) {2}-" + REST_OF_LINE)
# A label is a line of its own that is not indented; its value follows.
_LABEL = lazy_pattern(LINE_START + r"([A-Z][A-Za-z][A-Za-z0-9 /()-]{0,60})(?=[\r\n])()")
_AFTER_NAME = lazy_pattern(
    r"[ \t]*(?:[0-9][0-9, ]{0,30}|\([0-9, ]{1,30}\)|\[[^\]]{0,60}\])[ \t]*\Z"
)
_DEGREES = lazy_pattern(
    r",?\s(?:MD|PhD|MSc|BSc|RN|MPH|DO|MBBS|MBChB|DPhil|EdD|PsyD|FRCP|MA|BA)\.?\Z"
)
_KIND_OF_TITLE = lazy_pattern(
    r"\.?\s?\[(?:Article|Review|Miscellaneous|Editorial|Letter|Report)[^\]]{0,60}\]\s?\Z"
)
# Journal. Volume(Issue):Pages, Date.
_SOURCE = lazy_pattern(
    r"(?P<name>[^:;]{1,300}?)\.\s+(?P<volume>[A-Z]?[0-9]+[A-Z]?)?\s?(?:\((?P<issue>[^()]{1,40})\))?"
    r"\s?(?::\s?(?P<page>[A-Za-z]?[0-9][^,;:]{0,40}))?\s?[,;]\s?(?P<date>[^;:,]{0,30}[12][0-9]{3}[^;:]{0,30})\Z"
)
_SEPARATORS = dict.fromkeys(("AU", "FA", "ED", "KW", "Author", "Authors", "Editors"), "\n")


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def _records(source: Source) -> Iterator[Entry | Fault]:
    """Yield the records as entries, and faults at text before them."""
    text = source.readable_text()
    starts = [match.end() for match in _NUMBER.finditer(text)]
    if not starts:
        starts = [match.start() for match in _FIRST_TAG.finditer(text)]
    first = (
        text.rfind("<", 0, starts[0])
        if starts and _NUMBER.search(text)
        else (starts or [len(text)])[0]
    )
    yield from text_faults(source, 0, first, "`<1>`")
    for start, limit in pairwise([*starts, len(text)]):
        numbers = [match.start() for match in _NUMBER.finditer(text, start, limit)]
        span = _trimmed(text, start, min([*numbers, limit]))
        place = Span(span.start, span.start)
        yield EntryWithoutKey(source, "", "", span, place, place, read_fields)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    return Span(begin, max(begin, start + len(part.rstrip())))


def read_fields(entry: Entry) -> list[Field]:
    """Return the fields of a record, with the lower-case names of their tags."""
    text, span = entry.source.readable_text(), entry.span
    pattern = _TAG if _TAG.search(text, span.start, span.end) else _LABEL
    fields = []
    for field in tagged_fields(text, pattern, span.start, span.end, _SEPARATORS):
        name = LABELS.get(field.name.strip(), field.name.strip()).lower()
        fields.append(Field(name, field.value, field.span, field.name_span, field.value_span))
    return fields


def build(entry: Entry) -> Draft:
    """Return the item of a record: a chapter if it has the title of a book, and otherwise an article."""
    is_chapter = any(field.name == "bt" for field in entry.fields)
    draft = Draft(entry, Item("", "chapter" if is_chapter else "article-journal"))
    has_full_names = entry.get("fa") is not None
    for field in entry.fields:
        if field.value and not (field.name == "au" and has_full_names):
            put_tag(draft, field, TAGS.get(field.name.upper(), ""), _SPECIAL)
    _put_source(draft)
    return draft


def _put_names(draft: Draft, field: Field, variable: str) -> None:
    """Add the names of a field, one in each line or with semicolons, without numbers of affiliations and degrees."""
    for part in field.value.replace(";", "\n").split("\n"):
        name = read_person(_without_ends(part.strip().rstrip(".")))
        if name:
            draft.add_name(variable, name, field)


def _without_ends(name: str) -> str:
    """Return a name without the numbers of affiliations and the degrees after it."""
    shorter = _DEGREES.sub("", _AFTER_NAME.sub("", name))
    while shorter != name:
        name, shorter = shorter, _DEGREES.sub("", _AFTER_NAME.sub("", shorter))
    return name


def _put_title(draft: Draft, field: Field, variable: str) -> None:
    """Set a title without its full stop and the kind of article after it."""
    title = _KIND_OF_TITLE.sub("", field.value)
    draft.put(variable, title.removesuffix("."), field)


def _put_keywords(draft: Draft, field: Field, variable: str) -> None:
    for keyword in field.value.replace(";", "\n").split("\n"):
        value = keyword.strip(" *.")
        if value:
            put_keyword(
                draft,
                Field(field.name, value, field.span, field.name_span, field.value_span),
                variable,
            )


def _put_plain(draft: Draft, field: Field, variable: str) -> None:
    """Set a value without its full stop."""
    draft.put(variable, field.value.removesuffix("."), field)


def _leave(draft: Draft, field: Field, variable: str) -> None:
    """Leave a tag to a step that needs several tags."""


def _put_source(draft: Draft) -> None:
    """Set what the source says about an article: `Journal. 3(2):11-19, 2015 Mar.`"""
    for field in stated(draft.entry, ("so",)):
        parts = _SOURCE.match(field.value.rstrip(". "))
        if parts is None:
            has_name = "container-title" in draft.item.text
            is_name = (
                not has_name and len(field.value) < 150 and not any(map(str.isdigit, field.value))
            )
            if is_name:
                draft.put("container-title", field.value.rstrip(". "), field)
            else:
                draft.keep(field.name, field.value)
            return
        for variable, group in (
            ("container-title", "name"), ("volume", "volume"), ("issue", "issue"), ("page", "page"),
        ):  # fmt: skip
            if parts[group] and variable not in draft.item.text:
                draft.put(variable, parts[group].strip(), field)
        date = parse_date(parts["date"].strip())
        known = draft.item.dates.get("issued")
        if date.start and (known is None or (known.year == date.year and known.month is None)):
            draft.put_date("issued", date, field)


_SPECIAL: dict[str, Put] = {
    **dict.fromkeys(("au", "fa", "ed"), _put_names),
    **dict.fromkeys(("ti", "bt"), _put_title),
    **dict.fromkeys(("lg", "jn", "as", "pb"), _put_plain),
    "kw": _put_keywords,
    "so": _leave,
}
