"""Conversion between items and CSL-JSON records, including variants that Crossref, Zotero and others write."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.data import crossref
from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.model.csl_text import is_mapping, is_true, text_from
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

CROSSREF_TYPES = crossref.ITEM_TYPES

# CSL-JSON cannot express BibTeX's "and others"; pandoc writes it as this name at the end of a list.
OTHERS_NAME = Name(literal="others")

# Names of variables in older CSL-JSON and Zotero.
ALIASES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "doi": "DOI",
    "url": "URL",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
}


# Members of a name; Crossref's `sequence` says whether the name is the first, as its place in the list does.
NAME_PARTS = frozenset(
    "family given literal suffix non-dropping-particle dropping-particle comma-suffix static-ordering"
    " parse-names isInstitution sequence".split()
)


def item_from_record(record: Mapping[str, object]) -> tuple[Item, list[str]]:
    """Return the item of a CSL-JSON object, and the problems of its values."""
    item = Item(text_from(record.get("id", "")))
    problems: list[str] = []
    type_ = text_from(record.get("type", "document")) or "document"
    item.type = type_ if type_ in ITEM_TYPES else CROSSREF_TYPES.get(type_, type_)
    for key, value in record.items():
        reader = _READERS.get(key)
        if reader is _add_text and type(value) is str:
            if value and item.text.setdefault(key, value) is not value:
                _put_text(item, key, value)
        elif value is None or key in ("id", "type"):
            continue
        elif reader is not None:
            reader(item, key, value, problems)
        else:
            _add_custom(item, key, value)
    return item, problems


def record_from_item(item: Item) -> dict[str, object]:
    """Return the CSL-JSON object for an item; fields without a variable are under `custom`."""
    record: dict[str, object] = {"id": item.id, "type": item.type}
    record.update(item.text)
    for variable, names in item.names.items():
        record[variable] = [record_from_name(name) for name in names]
    if item.dates:
        from refkit.model.csl_dates import record_from_date

        record.update((name, record_from_date(date)) for name, date in item.dates.items())
    if item.custom:
        record["custom"] = dict(item.custom)
    return record


def _add_text(item: Item, variable: str, value: object, problems: list[str]) -> None:
    if isinstance(value, Mapping):
        problems.append(f"`{variable}` must be a text, not an object")
        _add_custom(item, variable, value)
        return
    several = value if isinstance(value, (list, tuple)) else (value,)
    if any(isinstance(element, (list, tuple, Mapping)) for element in several):
        problems.append(f"`{variable}` must be a text, not a list of objects")
    texts = list(filter(None, map(text_from, several)))
    if variable == "keyword":
        texts = [", ".join(texts)]
    for text in texts:
        _put_text(item, variable, text)


def _put_text(item: Item, variable: str, text: str) -> None:
    """Set a variable; further values are kept in numbered custom fields (`title-2`)."""
    first = item.text.setdefault(variable, text)
    if first == text or not text:
        return
    number = 2
    while item.custom.get(f"{variable}-{number}", text) != text:
        number += 1
    item.custom[f"{variable}-{number}"] = text


def _add_alias(item: Item, alias: str, value: object, problems: list[str]) -> None:
    _add_text(item, ALIASES[alias], value, problems)


def _add_custom(item: Item, key: str, value: object) -> None:
    if key == "custom" and isinstance(value, Mapping):
        for name, custom_value in value.items():
            _add_custom(item, str(name), custom_value)
        return
    is_scalar = isinstance(value, (str, int, float)) and not isinstance(value, bool)
    text = text_from(value) if is_scalar else _as_json(value)
    item.custom[key] = text


def _as_json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, default=str)


def _add_names(item: Item, variable: str, value: object, problems: list[str]) -> None:
    elements = value if isinstance(value, (list, tuple)) else [value]
    if elements is not value:
        kind = "an object" if is_mapping(value) else "a text"
        problems.append(f"`{variable}` must be a list of names, not {kind}")
    names = []
    for number, element in enumerate(elements, 1):
        name = _usual_name(element)
        if name is not None:
            names.append(name)
            continue
        name = name_from(element)
        if name is None:
            problems.append(f"`{variable}` contains a name without family, given or literal")
        else:
            names.append(name)
        if is_mapping(element) and not NAME_PARTS.issuperset(element):
            _keep_members(item, f"{variable}-{number}", element)
        if name and name.literal and (name.family or name.given):
            problems.append(f"`{variable}` contains a name with `literal` and other parts")
    if len(names) > 1 and names[-1].literal and names[-1] == OTHERS_NAME:
        names[-1] = Name(others=True)
    if names:
        item.names[variable] = tuple(names)


def _keep_members(item: Item, prefix: str, element: Mapping[str, object]) -> None:
    """Keep the members of a name that CSL does not have in custom fields (`author-1-ORCID`)."""
    has_parts = element.get("family") or element.get("given") or element.get("literal")
    known = NAME_PARTS if has_parts else NAME_PARTS | {"name"}
    for member, value in element.items():
        if member not in known and value not in (None, "", [], {}):
            _add_custom(item, f"{prefix}-{member}", value)


def name_from(value: object) -> Name | None:
    """Return the name in a CSL-JSON name object or text, or None if there is none."""
    if isinstance(value, str):
        return Name(literal=value.strip()) if value.strip() else None
    if not is_mapping(value):
        return None
    get = value.get
    family, given = text_from(get("family", "")), text_from(get("given", ""))
    literal = text_from(get("literal", "")) or (
        "" if family or given else text_from(get("name", ""))
    )
    if not (family or given or literal):
        return None
    if not literal and is_true(get("isInstitution")):
        literal, family = family, ""
    if literal:
        return Name(family, given, literal=literal)
    particle = text_from(get("non-dropping-particle", ""))
    dropping, suffix = text_from(get("dropping-particle", "")), text_from(get("suffix", ""))
    comma_suffix = is_true(get("comma-suffix"))
    if get("parse-names") is not False:
        family, particle = split_family(family, particle)
        if not suffix and "," in given:
            given, suffix, comma_suffix = split_suffix(given)
        if family and given and not dropping:
            given, dropping = split_given(given)
    static = is_true(get("static-ordering"))
    return Name(family, given, particle, dropping, suffix, "", comma_suffix, static)


def _usual_name(value: object) -> Name | None:
    """Return the name in an object with nothing but a family and a given name, as nearly all are."""
    if type(value) is not dict or len(value) != 2:
        return None
    family, given = value.get("family"), value.get("given")
    if type(family) is not str or type(given) is not str or not (family and given):
        return None
    if family[0].isupper() and "," not in given and _ends_in_capitalized_word(given):
        return Name(family, given)
    family, particle = split_family(family)
    suffix, comma_suffix = "", False
    if "," in given:
        given, suffix, comma_suffix = split_suffix(given)
    given, dropping = split_given(given)
    return Name(family, given, particle, dropping, suffix, "", comma_suffix)


def _ends_in_capitalized_word(given: str) -> bool:
    at = max(given.rfind(" "), given.rfind("\u00a0")) + 1
    return given[at : at + 1].isupper()


# Lower-case words before a family name, each with its apostrophe or hyphen ("d'", "al-", "'s-"). U+02BC is a letter in
# Unicode, too; it is in only one of the two sets, so that every text is split in a single way.
_LOWER_WORD = r"(?>(?:[^\W\d_A-Zʼ]|[’'ʼ‘.])+)"
_LOWER_WORD_WITH_HYPHENS = r"(?>(?:[^\W\d_A-Zʼ]|[’'ʼ‘.\-])+)"
_LEADING = lazy_pattern(
    rf"(?:{_LOWER_WORD}[ \u00a0]++)*(?:{_LOWER_WORD}[ \u00a0]++|[’'‘]?[^\W\d_A-Z]{{1,4}}[’'ʼ‘\-‐–])(?=\S)"
)
_TRAILING = lazy_pattern(
    rf"[ \u00a0]+({_LOWER_WORD_WITH_HYPHENS}(?:[ \u00a0]{_LOWER_WORD_WITH_HYPHENS})*)$"
)


def split_family(family: str, particle: str = "") -> tuple[str, str]:
    """Return a family name without the lower-case words before it, and these as non-dropping particle.

    A family name in double quotes is not split.
    """
    if len(family) > 2 and family[0] == family[-1] == '"':
        return family[1:-1], particle
    if particle or not family or family[0].isupper():
        return family, particle
    match = _LEADING.match(family)
    if not match or not _is_in_lower_case(match.group()):
        return family, particle
    words = match.group()
    # a space after an apostrophe is part of the name: de' Medici, but d'Alembert
    stripped = words.rstrip()
    return family[match.end() :], words if stripped[-1] in "'’ʼ‘-‐–" else stripped


def split_given(given: str) -> tuple[str, str]:
    """Return a given name without the lower-case words after it, and these as dropping particle."""
    if given[-1:].isupper() or (" " not in given and "\u00a0" not in given):
        return given, ""
    match = _TRAILING.search(given)
    if not match or not _is_in_lower_case(match.group()):
        return given, ""
    return given[: match.start()], match.group(1)


def _is_in_lower_case(words: str) -> bool:
    """Whether words are in lower case, in a script that has capitals: others do not mark particles."""
    return words == words.lower() != words.title()


def split_suffix(given: str) -> tuple[str, str, bool]:
    """Return a given name, the suffix after its comma, and whether to keep the comma (written ",!")."""
    name, _, suffix = given.partition(",")
    if not suffix.strip("! "):
        return given, "", False
    return name.rstrip(), suffix.lstrip("! "), suffix.startswith("!")


def record_from_name(name: Name) -> dict[str, object]:
    """Return the CSL-JSON object for a name."""
    if name.others:
        return {"literal": OTHERS_NAME.literal}
    if name.literal:
        return {"literal": name.literal}
    record: dict[str, object] = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
        "comma-suffix": name.comma_suffix,
        "static-ordering": name.static_ordering,
    }
    return {key: value for key, value in record.items() if value}


def _add_date(item: Item, variable: str, value: object, problems: list[str]) -> None:
    from refkit.model.csl_dates import read_date

    date, details = read_date(value)
    if date is None or (details and not date):
        problems.append(f"`{variable}` is not a date: {_as_json(value)}")
        return
    details += [date.problem] if date.problem else []
    problems.extend(f"`{variable}`: {detail}" for detail in details)
    if date:
        item.dates[variable] = date


# Functions that read a variable, also for its aliases and its short form.
_READERS = {
    **dict.fromkeys(VARIABLES, _add_text),
    **dict.fromkeys((f"{variable}-short" for variable in VARIABLES), _add_text),
    **dict.fromkeys(NAME_VARIABLES, _add_names),
    **dict.fromkeys(DATE_VARIABLES, _add_date),
    **dict.fromkeys(ALIASES, _add_alias),
}
