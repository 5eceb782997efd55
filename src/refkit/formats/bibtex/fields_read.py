"""How one field is read into its variable."""

from __future__ import annotations

from collections.abc import Callable

from refkit.data.bibtex_csl import COUNTRIES, GENRES, LANGUAGES, SERIES, STATES, UNSTATED_GENRES
from refkit.formats.bibtex.fields_draft import Draft
from refkit.model.dates import parse_date
from refkit.model.entry import Field
from refkit.model.identifiers import parse_doi
from refkit.model.names import read_names as divided
from refkit.patterns import lazy_pattern
from refkit.tex.decode import find_special

_WORDS = {**GENRES, **STATES, **COUNTRIES}
_RANGE = lazy_pattern(r"\s*[–—-]+\s*(?=\S)")
TEX_URL = lazy_pattern(r"\\url\s*\{([^{}]*)\}\Z|((?:https?|ftp)://\S+)\Z")
_URL_ESCAPE = lazy_pattern(r"\\([%#&_~{}$^])|\{([_~%#&^\\]*)\}")


def read_text(draft: Draft, field: Field, variable: str) -> None:
    value = field.value
    if find_special(value) is not None:
        value = draft.decoded(field)
    if variable in draft.text:
        draft.put(variable, value, field)
    elif value:
        draft.text[variable] = value
        draft.origins[variable] = field


def read_title(draft: Draft, field: Field, variable: str) -> None:
    value = field.value
    if find_special(value) is not None:
        value = draft.decoded(field, protect=True)
    draft.put(variable, SERIES.get(value, value), field)


def read_verbatim(draft: Draft, field: Field, variable: str) -> None:
    draft.put(variable, field.value, field)


def read_names(draft: Draft, field: Field, variable: str) -> None:
    names, problems = divided(field.value)
    for problem in problems:
        draft.fault(problem, field, "name")
    if names and variable not in draft.item.names:
        draft.item.names[variable] = tuple(names)
        draft.origins[variable] = field
    elif names:
        draft.custom[field.name] = field.value


def read_date(draft: Draft, field: Field, variable: str) -> None:
    draft.put_date(variable, parse_date(draft.date_text(field)), field)


def read_pages(draft: Draft, field: Field, variable: str) -> None:
    """CSL's `page` has a hyphen between the ends of a range, which a style sets as a dash."""
    value = field.value
    if not value.isalnum():
        value = _RANGE.sub("-", draft.decoded(field))
    draft.put(variable, value, field)


def read_doi(draft: Draft, field: Field, variable: str) -> None:
    value = plain_address(field.value)
    doi = parse_doi(value)
    draft.put(variable, doi.text if doi else value, field)


def read_url(draft: Draft, field: Field, variable: str) -> None:
    draft.put(variable, plain_address(field.value), field)


def plain_address(value: str) -> str:
    """An address without the TeX that people put into it."""
    if "\\" not in value and "{" not in value:
        return value
    found = TEX_URL.match(value)
    if found is not None:
        value = found[1] or found[2]
    return _URL_ESCAPE.sub(lambda m: m[1] or (m[2] or "").replace("\\", ""), value).strip()


def read_language(draft: Draft, field: Field, variable: str) -> None:
    value = draft.decoded(field)
    draft.put(variable, LANGUAGES.get(value.lower(), value), field)


def read_key(draft: Draft, field: Field, variable: str) -> None:
    """A localisation key in words, or words as they are."""
    value = draft.decoded(field)
    known = " and ".join(_WORDS.get(word.lower(), word) for word in value.split(" and "))
    if variable == "genre" and value == UNSTATED_GENRES.get(draft.item.type):
        draft.untold_genre = True
        return
    draft.put(variable, known, field)


def read_late(draft: Draft, field: Field, variable: str) -> None:
    draft.late[field.name] = field


def read_nothing(draft: Draft, field: Field, variable: str) -> None:
    """The field has done its work."""


def read_raw(draft: Draft, field: Field, variable: str) -> None:
    draft.custom[field.name] = field.value


def read_custom(draft: Draft, field: Field, variable: str) -> None:
    value = draft.decoded(field, "title" in field.name)
    if value:
        draft.custom[field.name] = value


READERS: dict[str, Callable[[Draft, Field, str], None]] = {
    "title": read_title, "text": read_text, "names": read_names, "date": read_date,
    "verbatim": read_verbatim, "pages": read_pages, "doi": read_doi, "url": read_url,
    "language": read_language, "key": read_key,
}  # fmt: skip
