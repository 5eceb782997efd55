"""Records as objects of CSL-JSON in the making, and values that several forms have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from refkit.formats._values import read_person
from refkit.model.csl_json import record_from_name
from refkit.model.identifiers import parse_doi
from refkit.patterns import lazy_pattern
from refkit.records import dataclass
from refkit.xml_reading import XmlElement, XmlError, read_elements

_SURROGATE = lazy_pattern(r"\\u[dD][89a-fA-F]")
_PAGES = lazy_pattern(r"([\w.]+)\s*(?:--?|[–—−])\s*([\w.]+)\Z")
Values = dict[str, object]


class DamagedRecord(Exception):
    """The data of a record cannot be read; the message says why."""


@dataclass(slots=True)
class DataRecord:
    """A record as an object of CSL-JSON.

    `identity` is equal in all copies of a record in one document, or "". `key` is its own cite key, or "".
    """

    values: Values
    identity: str = ""
    key: str = ""


def read_json(data: str, start: int = 0) -> object:
    """Return the JSON value at an offset. Raises DamagedRecord."""
    try:
        value: object = json.JSONDecoder().raw_decode(data, start)[0]
    except json.JSONDecodeError as error:
        raise DamagedRecord(f"it is not valid JSON: {error.msg}") from error
    except (RecursionError, ValueError) as error:
        raise DamagedRecord("its brackets are nested too deeply") from error
    if _SURROGATE.search(data, start):  # lone halves of characters, which no encoding has
        return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    return value


def complete_elements(data: str, tag: str) -> Iterator[XmlElement]:
    """Yield the elements with a name that are complete. Raises DamagedRecord after them if the XML is damaged."""
    held: XmlElement | None = None
    for element in read_elements(data, tag):
        if isinstance(element, XmlError):
            if held and held.end < element.offset:
                yield held
            raise DamagedRecord(element.message)
        if held:
            yield held
        held = element
    if held:
        yield held


def put_texts(values: Values, texts: Mapping[str, str]) -> None:
    """Set the variables whose texts are not empty, with white space collapsed."""
    for variable, text in texts.items():
        plain = " ".join(text.split())
        if plain and variable not in values:
            values[variable] = plain


def put_fields(values: Values, table: Mapping[str, str], read: Callable[[str], str]) -> None:
    """Set each variable of a table from the first of its fields that has a text."""
    for name, variable in table.items():
        put_texts(values, {variable: read(name)})


def put_names(values: Values, variable: str, names: Iterable[object]) -> None:
    """Set a list of names as objects of CSL-JSON, if there is one."""
    found = [name for name in names if name]
    if found:
        values[variable] = found


def person(text: str) -> object:
    """Return a name written in one text as an object of CSL-JSON, or None."""
    name = read_person(text)
    return record_from_name(name) if name else None


def pages(first: str, last: str) -> str:
    """Return a range of pages."""
    return f"{first}-{last}" if first and last and first != last else first or last


def plain_pages(text: str) -> str:
    """Return a range of pages with a hyphen, as CSL has it."""
    match = _PAGES.match(text.strip())
    return pages(match[1], match[2]) if match else text.strip()


def doi_in(text: str) -> str:
    """Return the DOI in a text or address, or an empty string."""
    doi = parse_doi(text)
    return doi.text if doi else ""


def date_text(year: str, month: str = "", day: str = "") -> str:
    """Return a date as text from its parts, of which the later ones can be missing."""
    return (
        " ".join(filter(None, (day, month, year)))
        if not month.isdigit()
        else "-".join(part.zfill(2) for part in (year, month, day) if part)
    )
