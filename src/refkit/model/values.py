"""Values of variables as people write them, and the names that BibTeX has for variables."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from refkit.data.bibtex_csl import ISSUE_TYPES, ITEM_TYPES, ROWS
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.date import Date, DatePoint
from refkit.model.dates import parse_date, year_month_date
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

Names = str | Name | Mapping[str, object] | Iterable[str | Name | Mapping[str, object]]
When = Date | DatePoint | datetime.date | int | str | Mapping[str, object]
Settable = Names | When | None

_OF_FIELDS = {name: row.variable for row in ROWS for name in row.fields}
_OF_FIELDS |= {"year": "issued", "date": "issued", "howpublished": "publisher"}
_TYPE_HINT = "use a type of CSL, BibTeX or BibLaTeX, such as book, article, inproceedings, thesis, report, webpage"
_BY_LOWER = {variable.lower(): variable for variable in VARIABLES}
_DASHES = lazy_pattern(r"-{2,}")
# What separates names in other programs, outside braces: `Doe, Jane; Roe, R.`, `Doe, Jane & Roe, R.`
_SEPARATOR = lazy_pattern(r"[;；]|(?<=\s)(?:&|\\&)(?=\s)")
_GROUP = lazy_pattern(r"\{(?>[^{}]++|\{[^{}]*+\})*\}")
_TAG = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>")


def variable_named(name: str, item_type: str = "") -> str:
    """Return the variable with a name: that of CSL, with `_` for `-`, or BibTeX's; or "" if there is none."""
    hyphenated = name if name in VARIABLES else name.replace("_", "-")
    if hyphenated in VARIABLES:
        is_issue = name == "number" and item_type.startswith("article-")
        return "issue" if is_issue else hyphenated
    lower = hyphenated.lower()
    return _BY_LOWER.get(lower) or _OF_FIELDS.get(lower, "")


def type_named(name: str, fields: Iterable[str] = ()) -> str:
    """Return the item type with a name of CSL or of BibTeX; an article with a journal is one in a journal."""
    if name == "article" and not {"journal", "journaltitle"}.isdisjoint(fields):
        return ITEM_TYPES[name]
    return name if name in CSL_TYPES else ITEM_TYPES.get(name.lower(), name)


def known_type(name: str, fields: Iterable[str] = ()) -> str:
    """Return the item type with a name of CSL or of BibTeX. Raises UnknownChoice for another name."""
    if not isinstance(name, str):
        raise TypeError(f"a type is a text such as `book`, not {type(name).__name__}")
    if name in CSL_TYPES or name.lower() in ITEM_TYPES:
        return type_named(name, fields)
    lower = name.lower()
    for spelling in (lower, lower.replace("_", "-")):
        if spelling in CSL_TYPES:
            return spelling
    raise UnknownChoice("item type", name, {*CSL_TYPES, *ITEM_TYPES}, _TYPE_HINT)


def is_issue_type(entry_type: str) -> bool:
    """Whether `number` is the issue in an entry of this type."""
    return entry_type in ISSUE_TYPES


def with_whole_date(values: Mapping[str, object], issued: Date) -> Mapping[str, object]:
    """Return values in which BibTeX's `month` and `day` are part of the date of issue."""
    names = {name.lower(): name for name in values}
    if values.get(names.get("month", "")) in (None, ""):
        return values
    known_year = str(issued.start.year) if issued.start and not issued.start.month else ""
    year, month, day = (
        str(values.get(names.get(part, ""), default) or "")
        for part, default in (("year", known_year), ("month", ""), ("day", ""))
    )
    date = year_month_date(year, month, day)
    if date.start is None or not (date.start.month or date.start.season):
        return values
    parts = {names[part] for part in ("year", "month", "day") if part in names}
    return {"issued": date} | {name: values[name] for name in values if name not in parts}


def value_for(variable: str, value: object) -> str | tuple[Name, ...] | Date:
    """Return the value of a variable for one that a person writes. Raises TypeError if it cannot be one."""
    if variable in NAME_VARIABLES:
        return names_from(variable, value)
    if variable in DATE_VARIABLES:
        return date_from(variable, value)
    text = text_from(variable, value)
    return _DASHES.sub("-", text) if variable == "page" and "--" in text else text


def text_from(name: str, value: object) -> str:
    """Return a text or a whole number as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"`{name}` is a text or a whole number, not {type(value).__name__}")


def names_from(variable: str, value: object) -> tuple[Name, ...]:
    """Return names: of a text ("Doe, Jane and Roe, R."), or of a list with one name per element."""
    if isinstance(value, str):
        return _names_in(variable, value)
    if isinstance(value, (Name, Mapping)):
        return (_name_from(variable, value),)
    if isinstance(value, Iterable):
        return tuple(_name_from(variable, element) for element in value)
    raise _no_name(variable, value)


def _names_in(variable: str, value: str) -> tuple[Name, ...]:
    """Return the names in a text. Raises RefkitError for one without letters, with too many commas, `;` or `&`."""
    from refkit.model.names import read_names

    separator = _SEPARATOR.search(_GROUP.sub("", value))
    if separator is not None:
        raise RefkitError(
            f"`{value}` cannot be the value of `{variable}`: write `and` between names instead of `{separator[0]}`, "
            "and put braces around an organization"
        )
    names, problems = read_names(value)
    is_junk = any(not name.others and not any(map(str.isalnum, str(name))) for name in names)
    if value.strip() and (problems or is_junk or not names or value.strip().lower() == "and"):
        problem = problems[0] if problems else "it contains no name"
        raise RefkitError(
            f'`{value}` cannot be the value of `{variable}`: {problem}; write it as "Doe, Jane and Roe, Richard"'
        )
    return tuple(names)


def _name_from(variable: str, value: object) -> Name:
    from refkit.model.csl_json import name_from

    if isinstance(value, Name):
        return value
    if isinstance(value, str):
        names = _names_in(variable, value)
        if not names:
            raise RefkitError(f"a name in `{variable}` is empty; remove it from the list")
        return names[0] if len(names) == 1 else Name(literal=value)
    name = name_from(value)
    if name is None:
        raise _no_name(variable, value)
    return name


def _no_name(variable: str, value: object) -> TypeError:
    kind = type(value).__name__
    return TypeError(
        f'`{variable}` is a text such as "Doe, Jane and Roe, Richard", a Name or a list of names, not {kind}'
    )


def date_from(variable: str, value: object) -> Date:
    """Return a date: of a year, a text ("2001-05", "May 2001"), a `datetime.date` or an object of CSL-JSON."""
    if isinstance(value, Date):
        return value
    if isinstance(value, DatePoint):
        return Date(start=value)
    if isinstance(value, datetime.date):
        return Date(value.isoformat()[:10], DatePoint(value.year, value.month, value.day))
    if isinstance(value, int) and not isinstance(value, bool):
        return Date(str(value), DatePoint(value))
    if isinstance(value, str):
        return parse_date(value)
    if isinstance(value, Mapping):
        from refkit.model.csl_dates import date_from as date_from_record

        date = date_from_record(value)
        if date is not None:
            return date
    raise TypeError(
        f'`{variable}` is a year, a text such as "2001-05-12", or a datetime.date, not {type(value).__name__}'
    )


def without_markup(text: str) -> str:
    """Return a text without the inline markup of CSL-JSON."""
    return _TAG.sub("", text)
