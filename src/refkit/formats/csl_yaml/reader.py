"""Reader for CSL-YAML: records are those of CSL-JSON, with Markdown, and names and dates in short forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from os.path import splitext

from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.errors import UnreadableFile
from refkit.formats._draft import Draft, read_records
from refkit.formats._values import is_organization, read_person
from refkit.formats._yaml_kind import PROGRAMS, yaml_kind
from refkit.formats._yaml_records import (
    elements,
    fields_of_members,
    in_order,
    place_of,
    value_of,
    yaml_entry,
)
from refkit.formats.csl_yaml.markdown import from_markdown, without_escapes
from refkit.model.csl_json import (
    ALIASES,
    CROSSREF_TYPES,
    item_from_record,
    record_from_name,
)
from refkit.model.entry import Entry, Fault
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.patterns import lazy_pattern
from refkit.yaml_reading import (
    YamlList,
    YamlMap,
    YamlScalar,
    YamlText,
    YamlValue,
    plain_value,
    read_yaml,
    scalar_text,
)

# Variables that are not formatted.
VERBATIM = frozenset("citation-key DOI ISBN ISSN language PMCID PMID URL".split())
_LISTS = ("references", "items")
_FRONT_MATTER = lazy_pattern(
    r"---[ \t]*[\r\n](?>(?:(?!(?:---|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*[\r\n]+)*)"
)
_DOCUMENTS = (".markdown", ".md", ".qmd", ".rmd")
_DATE_PARTS = ("year", "month", "day")
_FLAGS = ("comma-suffix", "parse-names", "static-ordering")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def read(source: Source) -> Library:
    """Read the references of a source; of a document, those in its front matter."""
    text = source.readable_text()
    if splitext(source.name)[1].lower() in _DOCUMENTS:
        front_matter = _FRONT_MATTER.match(text)
        text = front_matter[0] if front_matter else ""
    found = read_yaml(text)
    if not found.errors and not any(True for _ in _records(found)):
        raise UnreadableFile(source.name, _reason(text))
    return read_records(source, partial(_entries, found=found), build)


def _reason(text: str) -> str:
    kind = yaml_kind(text)
    if kind:
        return f"it is {PROGRAMS[kind]}, not CSL-YAML; read it with `--from {kind}`"
    return "it is YAML, but has no list of references (`references:`)"


def _records(found: YamlText) -> Iterator[YamlMap]:
    """Yield the references of the documents."""
    for document in found.documents:
        yield from _records_of(document)


def _records_of(value: YamlValue) -> Iterator[YamlMap]:
    if isinstance(value, YamlMap):
        lists = [one for name in _LISTS if (one := value.get(name)) is not None]
        if lists:
            yield from (record for one in lists for record in _records_of(one))
        elif _is_record(value):
            yield value
    elif isinstance(value, YamlList):
        yield from (one for one in value.items if isinstance(one, YamlMap) and _is_record(one))


def _is_record(value: YamlMap) -> bool:
    """Whether a mapping has a key with a type, or two variables of CSL."""
    names = value.members.keys()
    return {"id", "type"} <= names or ("id" in names) + len(VARIABLES & names) > 1


def _entries(source: Source, found: YamlText) -> Iterator[Entry | Fault]:
    return in_order(source, found, (_entry(source, record) for record in _records(found)))


def _entry(source: Source, record: YamlMap) -> Entry:
    key = _key(record)
    kind = scalar_text(record.get("type"))
    places = place_of(record, "type"), place_of(record, "id")
    return yaml_entry(source, record, kind, key, places, fields_of_members)


def _key(record: YamlMap) -> str:
    """Return the key; the first of several, which pandoc allows in a mapping (`id: [a, b]`)."""
    return next(filter(None, map(scalar_text, elements(record.get("id")))), "")


def build(entry: Entry) -> Draft:
    """Return the item of a reference; its id is empty if the reference has none."""
    value = value_of(entry)
    record = {name: _value(name, member.value) for name, member in value.members.items()}
    record["id"] = _key(value)
    item, problems = item_from_record(record)
    draft = Draft(entry, item)
    for field in entry.fields:
        variable = _variable(field.name)
        draft.origins.setdefault(variable, field)
    for name, date in item.dates.items():
        if date.problem and name in draft.origins:
            draft.report(f"`{name}`: {date.problem}", draft.origins[name], "date")
    _report(draft, [one for one in problems if not _is_date_problem(draft, one)])
    return draft


_NAMES = {name.lower(): name for name in (*VARIABLES, *ALIASES, *(f"{v}-short" for v in VARIABLES))}


def _variable(field_name: str) -> str:
    name = _NAMES.get(field_name, field_name)
    return ALIASES.get(name, name)


def _is_date_problem(draft: Draft, problem: str) -> bool:
    dates = draft.item.dates.items()
    return any(problem == f"`{name}`: {date.problem}" for name, date in dates)


def _report(draft: Draft, problems: list[str]) -> None:
    """Report the problems, each at the variable that it begins with, and an unknown type."""
    entry = draft.entry
    for problem in problems:
        origin = draft.origins.get(problem.split("`")[1])
        place = origin.value_span if origin else entry.key_span
        draft.faults.append(Fault(problem, place, entry.source, "value"))
    if entry.type and entry.type not in ITEM_TYPES and entry.type not in CROSSREF_TYPES:
        message = f"`{entry.type}` is not an item type of CSL 1.0.2; choose the one that fits best"
        draft.faults.append(Fault(message, entry.type_span, entry.source, "value"))


def _value(name: str, value: YamlValue) -> object:
    """Return the value of a member as CSL-JSON has it."""
    variable = ALIASES.get(name, name)
    if variable in NAME_VARIABLES:
        return [_name(one) for one in elements(value)] or None
    if variable in DATE_VARIABLES:
        return _date(value)
    if variable in VERBATIM:
        return _text(value, without_escapes)
    is_variable = variable in VARIABLES or variable.removesuffix("-short") in VARIABLES
    return _text(value, from_markdown) if is_variable else plain_value(value)


def _text(value: YamlValue, read_text: object) -> object:
    if isinstance(value, YamlScalar):
        read = from_markdown if read_text is from_markdown else without_escapes
        return None if value.is_null else read(value.text)
    if isinstance(value, YamlList):
        return [_text(one, read_text) for one in value.items]
    return plain_value(value)


def _name(value: YamlValue) -> object:
    """Return a name; a text with a comma is that of a person, and any other text is not split."""
    if isinstance(value, YamlScalar):
        text = from_markdown(value.text)
        is_person = "," in text and not is_organization(text)
        person = read_person(text) if is_person else None
        return record_from_name(person) if person else {"literal": text}
    if not isinstance(value, YamlMap):
        return plain_value(value)
    return {name: _name_part(name, member.value) for name, member in value.members.items()}


def _name_part(name: str, value: YamlValue) -> object:
    """Return a part of a name; one that is a list of words is joined."""
    text = " ".join(filter(None, map(scalar_text, elements(value))))
    return _TRUTH.get(text.lower(), text) if name in _FLAGS else from_markdown(text)


def _date(value: YamlValue) -> object:
    """Return a date: a text in EDTF, or a mapping or a list of two as in CSL-JSON."""
    if isinstance(value, YamlList):
        ends = [one for one in value.items if isinstance(one, YamlMap)]
        return _range(ends) if ends else {"date-parts": plain_value(value)}
    return plain_value(value)


def _range(ends: list[YamlMap]) -> object:
    """Return the range of the dates in a list of mappings with years, months and days."""
    parts = [[scalar_text(end.get(part)) for part in _DATE_PARTS] for end in ends]
    others = ends[0].members.items()
    rest = {name: plain_value(one.value) for name, one in others if name not in _DATE_PARTS}
    return {**rest, "date-parts": parts}
