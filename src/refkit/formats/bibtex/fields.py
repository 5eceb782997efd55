"""From entry to item: types and fields of BibTeX and BibLaTeX in CSL's words, by the tables of `data`.

Every field ends as a variable, as a part of one, or in `custom`. Where several fields hold one variable,
the table's order says which counts; the others stay in `custom`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from refkit.data.bibtex_csl import (
    EDITOR_ROLES,
    GENRES,
    ISSUE_TYPES,
    ITEM_TYPES,
    LANGUAGES,
    OTHER_ITEM_TYPE,
    PART_TYPES,
    RAW_FIELDS,
    RAW_PREFIXES,
    RESOLVED_FIELDS,
    ROWS,
    SERIES_TYPES,
    STATES,
    SUBTYPES,
    TYPE_GENRES,
    UNTOLD_GENRES,
    VOLUME_TYPES,
)
from refkit.data.csl import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.formats.bibtex.fields_eprint import eprint_variables, is_preprint
from refkit.formats.bibtex.fields_write import entry_fields
from refkit.model.date import Date
from refkit.model.dates import parse_date, year_month_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.identifiers import parse_doi, parse_pmid
from refkit.model.item import Item
from refkit.model.names import read_names
from refkit.tex.decode import decode, find_special

__all__ = ["build_item", "entry_fields"]

_RANGE = re.compile(r"\s*[–—-]+\s*(?=\S)")
_TEX_URL = re.compile(r"\\url\s*\{([^{}]*)\}\Z|((?:https?|ftp)://\S+)\Z")
_URL_ESCAPE = re.compile(r"\\([%#&_~{}$^])|\{([_~%#&^\\]*)\}")
_END_MARK = re.compile(r"[?!.:;,…][\"”’')\]]*(?:</[a-z]+>)*\Z")


def build_item(entry: Entry, fields: Mapping[str, Field], dialect: str) -> tuple[Item, list[Fault]]:
    """Return what an entry means, and what in its names, dates and TeX could only be guessed at."""
    draft = _Draft(entry, _plan(entry.type))
    steps = draft.plan.steps
    for name, field in fields.items():
        if field.value:
            step = steps.get(name) or _unknown_step(name)
            step.read(draft, field, step.variable)
    draft.finish()
    return draft.item, draft.faults


class _Step(NamedTuple):
    """What to do with a field: how to read it, the variable, and how early it counts for that."""

    read: Callable[[_Draft, Field, str], None]
    variable: str
    rank: int


class _Plan(NamedTuple):
    """What to do with each field of one entry type."""

    item_type: str
    steps: dict[str, _Step]


class _Draft:
    """An item while it is built."""

    __slots__ = ("custom", "entry", "faults", "item", "late", "origins", "plan", "text", "untold_genre")

    def __init__(self, entry: Entry, plan: _Plan) -> None:
        self.entry = entry
        self.plan = plan
        self.item = Item(entry.key, plan.item_type, entry=entry)
        self.text = self.item.text
        self.custom = self.item.custom
        self.origins: dict[str, Field] = {}
        self.item.origins = self.origins
        self.faults: list[Fault] = []
        self.late: dict[str, Field] = {}
        self.untold_genre = False

    def put(self, variable: str, value: str, field: Field) -> None:
        """Set a text variable, unless a field that counts more has set it."""
        if not value:
            return
        if variable in self.text:
            other = self.origins[variable]
            if self.rank(other) <= self.rank(field):
                self.custom[field.name] = value
                return
            self.custom[other.name] = self.text[variable]
        self.text[variable] = value
        self.origins[variable] = field

    def rank(self, field: Field) -> int:
        step = self.plan.steps.get(field.name)
        return step.rank if step else 9

    def decoded(self, field: Field, protect: bool = False) -> str:
        """The field's value in Unicode; commands that nobody knows are faults."""
        value = field.value
        if find_special(value) is None:
            return value
        value, unknown = decode(value, protect)
        for command in unknown:
            self.fault(f"unknown TeX command `{command}` in `{field.name}`", field, "tex")
        return value.strip()

    def date_text(self, field: Field) -> str:
        """A date as it is written: its tilde is EDTF's and no tie."""
        return self.decoded(field) if "\\" in field.value else field.value

    def put_date(self, variable: str, date: Date, field: Field) -> None:
        """Set a date variable; what is wrong with the date is a fault, words are decoded."""
        if date.problem:
            self.fault(date.problem, field, "date")
        if date.literal and find_special(date.literal) is not None:
            date = replace(date, literal=self.decoded(field))
        self.item.dates[variable] = date
        self.origins[variable] = field

    def fault(self, message: str, field: Field, kind: str) -> None:
        self.faults.append(Fault(message, field.value_span, self.entry.source, kind))

    def take(self, name: str, protect: bool = False) -> str:
        """A late field's text, which is thereby dealt with."""
        field = self.late.pop(name, None)
        return "" if field is None else self.decoded(field, protect)

    def finish(self) -> None:
        """Read what depends on several fields; what nothing asked for goes to `custom`."""
        genre = TYPE_GENRES.get(self.entry.type)
        if genre and "genre" not in self.text and not self.untold_genre:
            self.text["genre"] = genre
        if "address" in self.custom:
            _read_place_of_event(self)
        late = self.late
        if not late:
            return
        _read_issued(self)
        if late:
            for read in _LATE_READERS:
                read(self)
            for field in late.values():
                _read_custom(self, field, "")


def _read_text(draft: _Draft, field: Field, variable: str) -> None:
    value = field.value
    if find_special(value) is not None:
        value = draft.decoded(field)
    if variable in draft.text:
        draft.put(variable, value, field)
    elif value:
        draft.text[variable] = value
        draft.origins[variable] = field


def _read_title(draft: _Draft, field: Field, variable: str) -> None:
    value = field.value
    if find_special(value) is not None:
        value = draft.decoded(field, protect=True)
    draft.put(variable, value, field)


def _read_verbatim(draft: _Draft, field: Field, variable: str) -> None:
    draft.put(variable, field.value, field)


def _read_names(draft: _Draft, field: Field, variable: str) -> None:
    names, problems = read_names(field.value)
    for problem in problems:
        draft.fault(problem, field, "name")
    if names and variable not in draft.item.names:
        draft.item.names[variable] = tuple(names)
        draft.origins[variable] = field
    elif names:
        draft.custom[field.name] = field.value


def _read_date(draft: _Draft, field: Field, variable: str) -> None:
    draft.put_date(variable, parse_date(draft.date_text(field)), field)


def _read_pages(draft: _Draft, field: Field, variable: str) -> None:
    """CSL's `page` has a hyphen between the ends of a range, which a style sets as a dash."""
    value = field.value
    if not value.isalnum():
        value = _RANGE.sub("-", draft.decoded(field))
    draft.put(variable, value, field)


def _read_doi(draft: _Draft, field: Field, variable: str) -> None:
    value = _address(field.value)
    doi = parse_doi(value)
    draft.put(variable, doi.text if doi else value, field)


def _read_url(draft: _Draft, field: Field, variable: str) -> None:
    draft.put(variable, _address(field.value), field)


def _address(value: str) -> str:
    """An address without the TeX that people put into it."""
    if "\\" not in value and "{" not in value:
        return value
    found = _TEX_URL.match(value)
    if found is not None:
        value = found[1] or found[2]
    return _URL_ESCAPE.sub(lambda m: m[1] or (m[2] or "").replace("\\", ""), value).strip()


def _read_language(draft: _Draft, field: Field, variable: str) -> None:
    value = draft.decoded(field)
    draft.put(variable, LANGUAGES.get(value.lower(), value), field)


def _read_key(draft: _Draft, field: Field, variable: str) -> None:
    """A localisation key in words, or words as they are."""
    value = draft.decoded(field)
    known = (GENRES if variable == "genre" else STATES).get(value.lower(), value)
    if variable == "genre" and value == UNTOLD_GENRES.get(draft.item.type):
        draft.untold_genre = True
        return
    draft.put(variable, known, field)


def _read_late(draft: _Draft, field: Field, variable: str) -> None:
    draft.late[field.name] = field


def _read_nothing(draft: _Draft, field: Field, variable: str) -> None:
    """The field has done its work."""


def _read_raw(draft: _Draft, field: Field, variable: str) -> None:
    draft.custom[field.name] = field.value


def _read_custom(draft: _Draft, field: Field, variable: str) -> None:
    value = draft.decoded(field, "title" in field.name)
    if value:
        draft.custom[field.name] = value


_READERS: dict[str, Callable[[_Draft, Field, str], None]] = {
    "title": _read_title, "text": _read_text, "names": _read_names, "date": _read_date,
    "verbatim": _read_verbatim, "pages": _read_pages, "doi": _read_doi, "url": _read_url,
    "language": _read_language, "key": _read_key,
}  # fmt: skip

_LATE_FIELDS = (
    """date year month day subtitle titleaddon maintitle mainsubtitle maintitleaddon booksubtitle
    booktitleaddon journalsubtitle journaltitleaddon eventtitleaddon eprint eprinttype archiveprefix
    eprintclass primaryclass howpublished editortype editora editoratype editorb editorbtype editorc
    editorctype entrysubtype options""".split()
)


@cache
def _plan(entry_type: str) -> _Plan:
    """What to do with the fields of an entry type, from the tables."""
    steps: dict[str, _Step] = {}
    for row in ROWS:
        for rank, name in enumerate(row.fields):
            steps[name] = _Step(_READERS[row.kind], row.variable, rank)
    if entry_type in ISSUE_TYPES:
        steps["number"] = _Step(_read_text, "issue", -1)
    elif entry_type in SERIES_TYPES:
        steps["number"] = _Step(_read_text, "collection-number", 0)
    if entry_type == "patent":
        steps["location"] = _Step(_read_text, "jurisdiction", 0)
    for name in RAW_FIELDS:
        steps[name] = _Step(_read_raw, "", 9)
    for name in _LATE_FIELDS:
        steps[name] = _Step(_read_late, "", 0)
    for name in RESOLVED_FIELDS:
        steps[name] = _Step(_read_nothing, "", 9)
    return _Plan(ITEM_TYPES.get(entry_type, OTHER_ITEM_TYPE), steps)


@cache
def _unknown_step(name: str) -> _Step:
    """A field that no table has: a CSL variable by its own name, or kept in `custom`."""
    if name.startswith(RAW_PREFIXES):
        return _Step(_read_raw, "", 9)
    return _VARIABLE_STEPS.get(name) or _Step(_read_custom, "", 9)


_VARIABLE_STEPS: dict[str, _Step] = {
    **{v.lower(): _Step(_read_title if "title" in v else _read_text, v, 8) for v in TEXT_VARIABLES},
    **{v.lower(): _Step(_read_text, v, 8) for v in NUMBER_VARIABLES},
    **{v.lower(): _Step(_read_names, v, 8) for v in NAME_VARIABLES},
    **{v.lower(): _Step(_read_date, v, 8) for v in DATE_VARIABLES},
    "event": _Step(_read_title, "event-title", 8),
    "page": _Step(_read_pages, "page", 8),
}


def _read_issued(draft: _Draft) -> None:
    """`date`, or `year` with `month` and `day`; what the date does not hold stays in `custom`."""
    late = draft.late
    date, year = late.pop("date", None), late.get("year")
    if date is not None:
        issued = parse_date(draft.date_text(date))
        origin = date
        if year is not None and year.value in date.value:
            del late["year"]
            if issued.month is not None:
                late.pop("month", None)
    elif year is not None:
        origin = late.pop("year")
        month, day = late.get("month"), late.get("day")
        issued = year_month_date(
            draft.date_text(year),
            month.value if month else "",
            day.value if day else "",
        )
        start = issued.start
        if start is not None and (start.month or start.season):
            late.pop("month", None)
            if start.day:
                late.pop("day", None)
    else:
        return
    draft.put_date("issued", issued, origin)


def _title_with_parts(title: str, subtitle: str, addon: str) -> str:
    """Title: subtitle. Addon. A mark of the title's own takes the place of colon or full stop."""
    for part, mark in ((subtitle, ":"), (addon, ".")):
        if part:
            title = part if not title else f"{title}{'' if _END_MARK.search(title) else mark} {part}"
    return title


def _read_titles(draft: _Draft) -> None:
    """Titles with their subtitles and addons, and the title of a work in several volumes."""
    text, take = draft.text, draft.take
    for variable, parts in (
        ("title", ("subtitle", "titleaddon")),
        ("container-title", ("booksubtitle", "booktitleaddon")),
        ("container-title", ("journalsubtitle", "journaltitleaddon")),
        ("event-title", ("", "eventtitleaddon")),
    ):
        if variable in text and (parts[0] in draft.late or parts[1] in draft.late):
            subtitle, addon = take(parts[0], True), take(parts[1], True)
            text[variable] = _title_with_parts(text[variable], subtitle, addon)
    if "maintitle" in draft.late:
        _read_main_title(draft)


def _read_main_title(draft: _Draft) -> None:
    """The whole work's title takes the place of the volume's, which is then CSL's volume-title."""
    text, origins, entry_type = draft.text, draft.origins, draft.entry.type
    own = "title" if entry_type in VOLUME_TYPES else "container-title"
    if own not in text or (own == "container-title" and entry_type not in PART_TYPES):
        return
    origin = draft.late["maintitle"]
    parts = [draft.take(name, True) for name in ("maintitle", "mainsubtitle", "maintitleaddon")]
    text["volume-title"], origins["volume-title"] = text[own], origins[own]
    text[own], origins[own] = _title_with_parts(*parts), origin


def _read_eprint(draft: _Draft) -> None:
    """CSL has PMID, and addresses for the archives; the eprint itself stays in `custom`."""
    late = draft.late
    if "eprint" not in late:
        return
    field = late.pop("eprint")
    archive = late.get("eprinttype") or late.get("archiveprefix")
    name = archive.value.lower() if archive else "arxiv" if "primaryclass" in late else ""
    if name == "pubmed" and "PMID" not in draft.text and (pmid := parse_pmid(field.value)):
        draft.put("PMID", pmid, field)
        late.pop("eprinttype", None)
        late.pop("archiveprefix", None)
        return
    custom = draft.custom
    custom["eprint"] = field.value
    for alias, field_name in (("archiveprefix", "eprinttype"), ("primaryclass", "eprintclass")):
        value = late.pop(field_name, None) or late.pop(alias, None)
        if value is not None:
            custom[field_name] = value.value
    if is_preprint(draft.entry.type, custom):
        draft.item.type = "article"
    for variable, text in eprint_variables(draft.entry.type, custom, draft.text).items():
        if variable not in draft.text:
            draft.text[variable] = text
            draft.origins[variable] = field


def _read_howpublished(draft: _Draft) -> None:
    """An address where it is one, else who published where nobody else did (btxdoc: "how it was published")."""
    field = draft.late.pop("howpublished", None)
    if field is None:
        return
    address = _TEX_URL.match(field.value)
    if address is not None and "URL" not in draft.text:
        draft.put("URL", _address(field.value), field)
    elif "publisher" in draft.text:
        draft.custom["howpublished"] = draft.decoded(field)
    else:
        draft.put("publisher", draft.decoded(field), field)


def _read_editors(draft: _Draft) -> None:
    """Editors by what they do; a role that CSL has no word for stays beside the names (blx 2.3.6)."""
    late, names = draft.late, draft.item.names
    role = late.get("editortype")
    if role is not None and "editor" in names:
        variable = EDITOR_ROLES.get(role.value.lower())
        if variable and (variable == "editor" or variable not in names):
            del late["editortype"]
            names[variable] = names.pop("editor")
            draft.origins[variable] = draft.origins.pop("editor")
    for letter in "abc":
        field, role = late.pop(f"editor{letter}", None), late.get(f"editor{letter}type")
        if field is None:
            continue
        variable = EDITOR_ROLES.get(role.value.lower()) if role else None
        if variable and variable not in names:
            late.pop(f"editor{letter}type")
            _read_names(draft, field, variable)
        else:
            draft.custom[field.name] = field.value


def _read_subtype(draft: _Draft) -> None:
    """`entrysubtype` names the item's type where the entry's type says less."""
    field = draft.late.get("entrysubtype")
    if field is None:
        return
    subtype = field.value.lower()
    if subtype in SUBTYPES and draft.entry.type not in ("article", "suppperiodical"):
        return
    item_type = SUBTYPES.get(subtype) or (field.value if field.value in CSL_TYPES else "")
    if item_type:
        del draft.late["entrysubtype"]
        draft.item.type = item_type


def _read_options(draft: _Draft) -> None:
    """`options = {useprefix=false}`: particles drop where the family name stands alone (blx 3.1.3.1)."""
    field = draft.late.pop("options", None)
    if field is None:
        return
    options = [option.strip() for option in field.value.split(",")]
    others = [option for option in options if option.replace(" ", "").lower() != "useprefix=false"]
    if others:
        draft.custom["options"] = ", ".join(others)
    if len(others) < len(options):
        for variable, names in draft.item.names.items():
            draft.item.names[variable] = tuple(
                replace(name, particle="", dropping_particle=name.particle) if name.particle else name
                for name in names
            )


def _read_place_of_event(draft: _Draft) -> None:
    """ACM's exports have the publisher's `address` and the conference's `location`."""
    text, origins = draft.text, draft.origins
    both = draft.item.type == "paper-conference" and origins["publisher-place"].name == "location"
    if both and "event-place" not in text:
        text["event-place"], origins["event-place"] = text["publisher-place"], origins["publisher-place"]
        text["publisher-place"] = draft.custom.pop("address")


_LATE_READERS = (
    _read_titles, _read_howpublished, _read_eprint, _read_editors, _read_subtype, _read_options,
)  # fmt: skip
