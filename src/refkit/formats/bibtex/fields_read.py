"""Functions that read a field into its variable."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from refkit.data.bibtex_csl import COUNTRIES, GENRES, LANGUAGES, SERIES, STATES, UNSTATED_GENRES
from refkit.formats.bibtex.item_builder import EntryItemBuilder
from refkit.model.dates import parse_date
from refkit.model.entry import Field, ScannedField
from refkit.model.identifiers import parse_doi
from refkit.model.names import has_names, read_names
from refkit.patterns import lazy_pattern
from refkit.tex.decode import find_special
from refkit.tex.signs import decode_signs

if TYPE_CHECKING:
    from refkit.data.journal_macros import Journal

# Variables that can be the name of a journal or of a series of proceedings.
_VENUES = ("container-title", "collection-title")
_STATES = frozenset((*STATES.values(), "accepted", "to appear", "in print"))
_KEY_WORDS = {**GENRES, **STATES, **COUNTRIES}
_RANGE = lazy_pattern(r"\s*[–—-]+\s*(?=\S)")
TEX_URL = lazy_pattern(r"\\url\s*\{([^{}]*)\}\Z|((?:https?|ftp)://\S+)\Z")
_URL_ESCAPE = lazy_pattern(r"\\([%#&_~{}$^])|\{([_~%#&^\\]*)\}")


def read_text(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a text without protection of capitals."""
    value = field.value
    if find_special(value) is not None:
        value = builder.decode(field)
    if variable in builder.text:
        builder.set_text(variable, value, field)
    elif value:
        builder.text[variable] = value
        builder.origins[variable] = field


def read_journal(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read the name of a journal; a macro of AASTeX gives the name and the abbreviation."""
    journal = _journal_of_macro(field.value)
    if journal is None:
        if "\\" not in field.value or not _read_journal_with_words(builder, field, variable):
            read_text(builder, field, variable)
        return
    builder.set_text(variable, journal.name, field)
    if builder.origins[variable] is field and builder.entry.get("shortjournal") is None:
        builder.text["container-title-short"] = journal.abbreviation
        builder.origins["container-title-short"] = field


def _read_journal_with_words(builder: EntryItemBuilder, field: Field, variable: str) -> bool:
    """Read a macro with words after it: a state of publication, or a part of the name; return whether it is one."""
    from refkit.formats.bibtex.journal_macros import journal_with_words

    found = journal_with_words(field.value)
    if found is None:
        return False
    journal, rest = found
    words = builder.decode(ScannedField(field.name, rest, field._offsets, field._index)).strip(
        " ()"
    )
    is_state = words.lower() in _STATES
    builder.set_text(variable, journal.name if is_state else f"{journal.name} {words}", field)
    if is_state and builder.entry.get("pubstate") is None:
        builder.text["status"], builder.origins["status"] = words.lower(), field
    return True


def _journal_of_macro(value: str) -> Journal | None:
    if not value.startswith(("\\", "{", " ")):
        return None
    from refkit.formats.bibtex.journal_macros import journal_of_macro

    return journal_of_macro(value)


def read_title(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a title, with protected capitals; macros of series and journals become their names."""
    value = field.value
    if find_special(value) is not None:
        journal = _journal_of_macro(value) if variable in _VENUES else None
        value = journal.name if journal else builder.decode(field, protect=True)
    builder.set_text(variable, SERIES.get(value, value), field)


def read_verbatim(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a value as written."""
    builder.set_text(variable, field.value, field)


def read_name_list(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read names; those of a second field for the variable are kept in `custom`."""
    on_demand = builder.names_on_demand
    if on_demand is not None and variable not in on_demand and has_names(field.value):
        on_demand.add_value(variable, field.value)
        builder.origins[variable] = field
        return
    names, problems = read_names(field.value)
    for problem in problems:
        builder.add_fault(problem, field, "name")
    if names and variable not in builder.item.names:
        builder.item.names[variable] = tuple(names)
        builder.origins[variable] = field
    elif names:
        builder.custom[field.name] = field.value


def read_date(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a date."""
    builder.set_date(variable, parse_date(builder.date_text(field)), field)


def read_pages(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a page range with a hyphen, which CSL styles render as a dash."""
    value = field.value
    if not value.isalnum():
        has_only_hyphens = value.replace("-", "").isalnum() and value[-1] != "-"
        value = _RANGE.sub("-", value if has_only_hyphens else builder.decode(field))
    builder.set_text(variable, value, field)


def read_doi(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a DOI without resolver and TeX escapes."""
    value = plain_address(field.value)
    doi = parse_doi(value)
    builder.set_text(variable, doi.text if doi else value, field)


def read_url(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read an address without TeX escapes."""
    builder.set_text(variable, plain_address(field.value), field)


def plain_address(value: str) -> str:
    """Return an address without TeX commands and escapes."""
    if "\\" not in value and "{" not in value:
        return value
    match = TEX_URL.match(value)
    if match is not None:
        value = match[1] or match[2] or ""
    value = decode_signs(value)
    return _URL_ESCAPE.sub(lambda m: m[1] or (m[2] or "").replace("\\", ""), value).strip()


def read_language(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read a language as its code, and unknown languages as written."""
    value = builder.decode(field)
    builder.set_text(variable, LANGUAGES.get(value.lower(), value), field)


def read_key(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Read localization keys as words, and other words unchanged."""
    value = builder.decode(field)
    words = " and ".join(_KEY_WORDS.get(word.lower(), word) for word in value.split(" and "))
    if variable == "genre" and value == UNSTATED_GENRES.get(builder.item.type):
        builder.is_genre_unstated = True
        return
    builder.set_text(variable, words, field)


def read_pending(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Keep a field that is read with others after all fields."""
    builder.pending[field.name] = field


def read_nothing(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Ignore a field that was resolved before."""


def read_raw(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Keep a value as written in `custom`."""
    builder.custom[field.name] = field.value


def read_custom(builder: EntryItemBuilder, field: Field, variable: str) -> None:
    """Keep a value as text in `custom`."""
    value = builder.decode(field, "title" in field.name)
    if value:
        builder.custom[field.name] = value


READERS: dict[str, Callable[[EntryItemBuilder, Field, str], None]] = {
    "title": read_title, "journal": read_journal, "text": read_text, "names": read_name_list, "date": read_date,
    "verbatim": read_verbatim, "pages": read_pages, "doi": read_doi, "url": read_url,
    "language": read_language, "key": read_key,
}  # fmt: skip
