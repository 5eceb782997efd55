"""What the rules about missing, empty and unknown fields know about the members of a CSL-JSON record."""

from __future__ import annotations

import json
from collections.abc import Collection

from refkit.data.csl import DATE_VARIABLES, VARIABLES
from refkit.model.csl_json import ALIASES
from refkit.model.entry import Entry, Field
from refkit.model.misspelt_names import distance

FORMAT = "csl-json"
KNOWN = VARIABLES | ALIASES.keys() | {"id", "type", "custom"} | {f"{v}-short" for v in VARIABLES}
# Members of Crossref's records (api.crossref.org) that are similar to a variable, or have another format's name.
_OF_CROSSREF = frozenset({"institution", "published", "reference"})
# Names in other formats -> CSL's names.
_OTHER_WORDS = {
    "address": "publisher-place", "authors": "author", "booktitle": "container-title", "date": "issued",
    "editors": "editor", "journal": "container-title", "journaltitle": "container-title",
    "keywords": "keyword", "location": "publisher-place", "pages": "page", "publicationtitle": "container-title",
    "school": "publisher", "year": "issued",
}  # fmt: skip
SHORTEST_TYPO = 5  # letters of a name in which a typo is likelier than another word

PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_WITH_TITLE = frozenset("book chapter dataset paper-conference report software thesis".split())
# Variables of which one is required.
_TITLES = ("title", "title-short", "shortTitle", "reviewed-title", "volume-title", "part-title")
_VENUES = ("container-title", "container-title-short", "journalAbbreviation")


def written_name(field: Field, entry: Entry) -> str:
    """Return the name of a member as it is in the file: `Field.name` is in lower case."""
    written = entry.source.slice(field.name_span)
    return str(json.loads(written, strict=False)) if "\\" in written else written[1:-1]


def names_of(entry: Entry) -> set[str]:
    """Return the names of an entry's members as written."""
    return {written_name(field, entry) for field in entry.fields}


def intended_member(name: str, value: str, present: Collection[str]) -> str:
    """Return the variable that an unknown member means, or an empty string."""
    if name in KNOWN or name in _OF_CROSSREF or value.startswith("{"):
        return ""
    other = _OTHER_WORDS.get(name.lower(), "")
    if other:
        return "" if other in present else other
    meant = {known.lower(): known for known in VARIABLES}.get(name.lower()) or _nearest(name)
    return "" if meant in present and name.lower() == f"{meant}s" else meant


def _nearest(name: str) -> str:
    """Return the variable that differs by one typo, or the empty string."""
    if len(name) < SHORTEST_TYPO:
        return ""
    near = (v for v in sorted(VARIABLES) if abs(len(v) - len(name)) <= 1 and len(v) > 3)
    return next((v for v in near if distance(name.lower(), v.lower()) == 1), "")


def is_blank(name: str, value: str) -> bool:
    """Whether a variable's value is empty: no text, `null`, or a date without a year."""
    text = value.strip()
    if name in DATE_VARIABLES and text.startswith("{"):
        date: dict[str, object] = json.loads(text, strict=False)
        values = [member for part, member in date.items() if part != "circa"]
        written = json.dumps(values, ensure_ascii=False).replace("null", "")
        return not any(map(str.isalnum, written))
    return name in VARIABLES and text in ("", "null")


def missing_members(entry: Entry) -> list[str]:
    """Return what the type of a record requires and no member states, even under a misspelled name."""
    present = {
        name
        for field in entry.fields
        if not is_blank(name := written_name(field, entry), field.value)
    }
    if not entry.type:
        return ["type"]
    meant = {
        intended_member(written_name(field, entry), field.value, present) for field in entry.fields
    }
    required: list[tuple[str, ...]] = [_TITLES] if entry.type in PERIODICALS | _WITH_TITLE else []
    required += [_VENUES] if entry.type in PERIODICALS else []
    return [group[0] for group in required if not (present | meant) & set(group)]
