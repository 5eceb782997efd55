"""Conversion between items and CSL-JSON records, including variants that Crossref, Zotero and others write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.integers import read_int
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

# Crossref's work types (api.crossref.org/types) -> CSL's types.
CROSSREF_TYPES = {
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry",
    "report-component": "report",
}

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

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def item_from_record(record: Mapping[str, object]) -> tuple[Item, list[str]]:
    """Return the item of a CSL-JSON object, and the problems of its values."""
    item = Item(text_from(record.get("id", "")))
    problems: list[str] = []
    type_ = text_from(record.get("type", "document")) or "document"
    item.type = type_ if type_ in ITEM_TYPES else CROSSREF_TYPES.get(type_, type_)
    for key, value in record.items():
        reader = _READERS.get(key)
        if reader is _add_text and type(value) is str:
            if value:
                item.text[key] = value
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
    for variable, date in item.dates.items():
        record[variable] = record_from_date(date)
    if item.custom:
        record["custom"] = dict(item.custom)
    return record


def text_from(value: object) -> str:
    """Return the text of a string variable: digits for a number, the first nonempty text of a list."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, int):
        from decimal import Decimal

        return f"{Decimal(value):f}"  # `str` refuses more than 4,300 digits
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else str(value)
    if isinstance(value, Sequence):
        return next(filter(None, map(text_from, value)), "")
    return ""


def _add_text(item: Item, variable: str, value: object, problems: list[str]) -> None:
    if isinstance(value, Mapping):
        problems.append(f"`{variable}` must be a text, not an object")
        _add_custom(item, variable, value)
        return
    text = text_from(value)
    if text:
        item.text[variable] = text


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
    names = []
    for element in elements:
        name = name_from(element)
        if name is None:
            problems.append(f"`{variable}` contains a name without family, given or literal")
        else:
            names.append(name)
    if len(names) > 1 and names[-1] == OTHERS_NAME:
        names[-1] = Name(others=True)
    if names:
        item.names[variable] = tuple(names)


def name_from(value: object) -> Name | None:
    """Return the name in a CSL-JSON name object or text, or None if there is none."""
    if isinstance(value, str):
        return Name(literal=value.strip()) if value.strip() else None
    if not isinstance(value, Mapping):
        return None
    get = value.get
    family, given = get("family", ""), get("given", "")
    if type(family) is not str or type(given) is not str:
        family, given = text_from(family), text_from(given)
    if len(value) == 2 and family and given:
        return _plain_name(family, given)
    literal = text_from(get("literal", "")) or (
        "" if family or given else text_from(get("name", ""))
    )
    if not (family or given or literal):
        return None
    if not literal and _is_true(get("isInstitution")):
        literal, family = family, ""
    if literal:
        return Name(family, given, literal=literal)
    particle = text_from(get("non-dropping-particle", ""))
    dropping, suffix = text_from(get("dropping-particle", "")), text_from(get("suffix", ""))
    comma_suffix = _is_true(get("comma-suffix"))
    if get("parse-names") is not False:
        family, particle = split_family(family, particle)
        if not suffix and "," in given:
            given, suffix, comma_suffix = split_suffix(given)
        if family and given and not dropping:
            given, dropping = split_given(given)
    static = _is_true(get("static-ordering"))
    return Name(family, given, particle, dropping, suffix, "", comma_suffix, static)


def _plain_name(family: str, given: str) -> Name:
    """Return a name that has only a family and a given name, as nearly all have."""
    family, particle = split_family(family)
    suffix, comma_suffix = "", False
    if "," in given:
        given, suffix, comma_suffix = split_suffix(given)
    given, dropping = split_given(given)
    return Name(family, given, particle, dropping, suffix, "", comma_suffix)


# Lower-case words before a family name, each with its apostrophe or hyphen ("d'", "al-"). U+02BC is a letter in
# Unicode, too; it is in only one of the two sets, so that every text is split in a single way.
_LOWER_WORD = r"(?>(?:[^\W\d_A-Zʼ]|[’'ʼ‘.])+)"
_LOWER_WORD_WITH_HYPHENS = r"(?>(?:[^\W\d_A-Zʼ]|[’'ʼ‘.\-])+)"
_LEADING = lazy_pattern(
    rf"(?:{_LOWER_WORD}[ \u00a0]++)*(?:{_LOWER_WORD}[ \u00a0]++|[^\W\d_A-Z]{{1,4}}[’'ʼ‘\-‐–])(?=\S)"
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
    if not match or match.group() != match.group().lower():
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
    if not match or match.group() != match.group().lower():
        return given, ""
    return given[: match.start()], match.group(1)


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
    date = date_from(value)
    if date is None:
        problems.append(f"`{variable}` is not a date: {_as_json(value)}")
        return
    if date.problem:
        problems.append(f"`{variable}`: {date.problem}")
    if date.start or date.end or date.literal:
        item.dates[variable] = date


# Functions that read a variable, also for its aliases and its short form.
_READERS = {
    **dict.fromkeys(VARIABLES, _add_text),
    **dict.fromkeys((f"{variable}-short" for variable in VARIABLES), _add_text),
    **dict.fromkeys(NAME_VARIABLES, _add_names),
    **dict.fromkeys(DATE_VARIABLES, _add_date),
    **dict.fromkeys(ALIASES, _add_alias),
}


def date_from(value: object) -> Date | None:
    """Return the date in a CSL-JSON date object, a text or a year, or None for other values."""
    if isinstance(value, (str, int)):
        return _parse_text(str(value))
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    if not parts and ("year" in value or "month" in value):
        parts = [[value.get("year"), value.get("month"), value.get("day")]]
    uncertain = _is_true(value.get("circa"))
    points = _parse_points(parts, value.get("season"))
    if points:
        end = points[1] if len(points) > 1 else None
        open_end = end is not None and end.year is None
        return Date(
            start=points[0],
            end=None if open_end else end,
            open_end=open_end,
            approximate=uncertain,
            literal=text_from(value.get("literal", "")),
        )
    if value.get("literal"):
        return Date(literal=text_from(value["literal"]), approximate=uncertain)
    text = value.get("raw") or value.get("date-time") or ""
    return _parse_text(text_from(text), uncertain)


def _parse_text(text: str, uncertain: bool = False) -> Date:
    from refkit.model.dates import parse_date
    from refkit.records import replace

    date = parse_date(text)
    return replace(date, approximate=True) if uncertain else date


def _parse_points(parts: object, season: object) -> list[DatePoint]:
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        return []
    elements = parts if parts and isinstance(parts[0], Sequence | None) else [parts]
    numbers = [_parse_numbers(element) for element in elements if isinstance(element, Sequence)]
    if not numbers or not numbers[0]:
        return []
    points = [_point(*element) for element in numbers]
    if len(numbers[0]) < 2 and season is not None:
        points[0] = _with_season(points[0], season)
    return points


def _parse_numbers(parts: Sequence[object]) -> list[int | None]:
    """Return year, month and day as numbers, without trailing values that are not numbers."""
    numbers = [_parse_number(part) for part in list(parts)[:3]]
    return list(reversed(list(dropwhile(lambda part: part is None, reversed(numbers)))))


def _parse_number(part: object) -> int | None:
    text = text_from(part).strip()
    return read_int(text) if re.fullmatch(r"-?\d{1,6}", text) else None


def _point(year: int | None = None, month: int | None = None, day: int | None = None) -> DatePoint:
    """Return a point for CSL-JSON's numbers: year -1 is 1 BC, 0 is no year; months 13-24 are seasons."""
    if year is not None and year <= 0:
        year = year + 1 if year else None
    if month is not None and 13 <= month <= 24:
        return DatePoint(year, season=(month - 1) % 4 + 1)
    return DatePoint(year, month or None, day or None)


def _with_season(point: DatePoint, season: object) -> DatePoint:
    text = text_from(season).strip().lower()
    number = SEASONS.get(text) or (read_int(text) if text in ("1", "2", "3", "4") else None)
    return DatePoint(point.year, season=number) if number else point


def record_from_date(date: Date) -> dict[str, object]:
    """Return the CSL-JSON object for a date."""
    record: dict[str, object] = {}
    if date.start is None and not date.end:
        text = date.literal or date.raw
        return {"literal": text} if text else {}
    points = [date.start, date.end] if date.end else [date.start]
    parts = [_date_parts(point) for point in points if point is not None]
    record["date-parts"] = [*parts, [0]] if date.open_end else parts
    if date.start and date.start.season:
        record["season"] = date.start.season
    if date.approximate or date.uncertain:
        record["circa"] = True
    if date.literal:
        record["literal"] = date.literal
    return record


def _date_parts(point: DatePoint) -> list[int]:
    if point.year is None:
        return []
    year = point.year if point.year > 0 else point.year - 1
    date_parts = [year, *(part for part in (point.month, point.day) if part)]
    return date_parts if point.month or not point.day else date_parts[:1]


def _is_true(value: object) -> bool:
    return value not in (None, False, 0, "", "0", "false")
