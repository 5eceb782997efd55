"""Errors in CSL-JSON objects that do not prevent their use but change what a style shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.data.csl import ITEM_TYPES, NAME_VARIABLES
from refkit.errors import nearest
from refkit.model.csl_json import CROSSREF_TYPES, NAME_PARTS
from refkit.model.csl_text import is_mapping, text_from
from refkit.model.note import note_problems

# Members of names in the JSON of Crossref that styles do not use, and `name`, its literal.
_CROSSREF_PARTS = frozenset(
    ("ORCID", "affiliation", "authenticated-orcid", "name", "prefix", "role")
)


def record_problems(record: Mapping[str, object]) -> Iterator[str]:
    """Yield the problems of the type, the names and the dates in the note of a CSL-JSON object."""
    yield from _type_problems(text_from(record.get("type", "")))
    for variable, value in record.items():
        if variable in NAME_VARIABLES:
            yield from _name_problems(variable, value)
    yield from note_problems(text_from(record.get("note", "")))


def _type_problems(type_: str) -> Iterator[str]:
    if not type_:
        yield "`type` is missing; `document` is used"
    elif type_ not in ITEM_TYPES and type_ not in CROSSREF_TYPES:
        yield f"`{type_}` is not a type of CSL; {_advice(nearest(type_, ITEM_TYPES), 'book')}"


def _name_problems(variable: str, value: object) -> Iterator[str]:
    for name in value if isinstance(value, (list, tuple)) else (value,):
        if not is_mapping(name):
            continue
        for part in name:
            if part not in NAME_PARTS and part not in _CROSSREF_PARTS:
                advice = _advice(nearest(part, NAME_PARTS), "family")
                yield f"`{variable}` contains a name with the unknown part `{part}`; {advice}"


def _advice(near: str, example: str) -> str:
    return f"did you mean `{near}`?" if near else f"use one such as `{example}`"
