"""From the tags of a record to an item, by the table of a format and its special tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from refkit.formats._draft import Draft, kind_of
from refkit.formats._values import put_doi, put_serial_numbers, read_person
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Field

Put = Callable[[Draft, Field, str], None]  # sets the variable of a tag from a field


def put_tag(
    draft: Draft,
    field: Field,
    variable: str,
    special: Mapping[str, Put],
    read_date: Callable[[str], Date] = parse_date,
) -> None:
    """Set the variable of a tag in the way of its name or kind, or keep the value under the tag's name."""
    put = special.get(field.name) or _BY_VARIABLE.get(variable)
    if put is not None:
        put(draft, field, variable)
    elif not variable:
        draft.keep(field.name, field.value)
    elif kind_of(variable) == "names":
        name = read_person(field.value)
        if name:
            draft.add_name(variable, name, field)
    elif kind_of(variable) == "date":
        if draft.has(variable):
            draft.keep(field.name, field.value)
        else:
            draft.put_date(variable, read_date(field.value), field)
    else:
        draft.put(variable, field.value, field)


def _put_id(draft: Draft, field: Field, variable: str) -> None:
    draft.item.id = draft.item.id or field.value


def _put_doi(draft: Draft, field: Field, variable: str) -> None:
    put_doi(draft, field.value, field)


def _put_serial_number(draft: Draft, field: Field, variable: str) -> None:
    put_serial_numbers(draft, field.value, field, variable)


def put_keyword(draft: Draft, field: Field, variable: str) -> None:
    """Add a keyword; keywords are separated by semicolons as soon as one contains a comma."""
    text = draft.item.text.get("keyword", "")
    if "," in field.value and ", " in text and ";" not in text:
        draft.item.text["keyword"] = text.replace(", ", "; ")
    is_with_semicolons = ";" in draft.item.text.get("keyword", "") or "," in field.value
    draft.append("keyword", field.value, field, "; " if is_with_semicolons else ", ")


def _put_note(draft: Draft, field: Field, variable: str) -> None:
    draft.append(variable, field.value, field, "\n")


_BY_VARIABLE: dict[str, Put] = {
    "id": _put_id,
    "DOI": _put_doi,
    "ISBN": _put_serial_number,
    "ISSN": _put_serial_number,
    "keyword": put_keyword,
    "note": _put_note,
}


def stated(entry: Entry, tags: Iterable[str]) -> list[Field]:
    """Return the first field of each tag that has a value."""
    return [field for tag in tags if (field := entry.get(tag)) and field.value]
