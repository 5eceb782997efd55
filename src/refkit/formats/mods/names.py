"""Names in MODS, with their roles."""

from __future__ import annotations

from refkit.data.relators import CODES, PUBLISHERS, role_code
from refkit.formats._values import read_person
from refkit.formats._xml_values import RecordValues, plain_text
from refkit.model.name import Name
from refkit.model.names import parse_plain_name
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.xml_reading import XmlElement

_SUFFIX = lazy_pattern(r"(?:Jr|Sr|[IVX]{1,4})\.?\Z")


def put_names(values: RecordValues, record: XmlElement, author: str, editor: str) -> None:
    """Put the names of a record; authors and editors are the given variables."""
    variables = {"author": author, "editor": editor}
    for element in record.find_all("name"):
        name, codes = _name(element), _codes(element)
        if name is None:
            continue
        if element.attributes.get("type") == "conference":
            values.put("event-title", element, str(name))
        elif any(code in PUBLISHERS for code in codes):
            values.put("publisher", element, "" if values.has("publisher") else str(name))
        elif codes and not any(code in CODES for code in codes):
            values.keep(f"name-{codes[0]}", element, str(name))
        else:
            role = next((CODES[code] for code in codes if code in CODES), "author")
            values.put(variables.get(role, role), element, name)


def _codes(element: XmlElement) -> list[str]:
    """Return the codes of the roles of a name."""
    terms = (term for role in element.find_all("role") for term in role.find_all("roleTerm"))
    return [role_code(plain_text(term)) for term in terms if plain_text(term)]


def _name(element: XmlElement) -> Name | None:
    """name = family given* [termsOfAddress] | text"""
    parts: dict[str, list[str]] = {}
    for part in element.find_all("namePart"):
        parts.setdefault(part.attributes.get("type", ""), []).append(plain_text(part))
    text = " ".join(parts.get("", [])).strip(" ,")
    family, given = (" ".join(filter(None, parts.get(kind, []))) for kind in ("family", "given"))
    if element.attributes.get("type") in ("corporate", "conference", "family"):
        whole = ". ".join(filter(None, parts.get("", []))) or family
        return Name(literal=whole) if whole else None
    if not family:
        return read_person(text or given)
    suffixes = [one for one in parts.get("termsOfAddress", []) if _SUFFIX.match(one)]
    name = parse_plain_name(f"{family}, {given}") if given else Name(family)
    return replace(name, suffix=suffixes[0]) if suffixes else name
