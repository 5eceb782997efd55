"""From item to entry: CSL's types and variables in BibTeX's or BibLaTeX's words, so that they read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from refkit.data.bibtex import ENTRY_TYPES as BIBTEX_ENTRY_TYPES
from refkit.data.bibtex_csl import (
    BIBLATEX_TYPES,
    BIBTEX_TYPES,
    COUNTRIES,
    GENRES,
    ISSUE_TYPES,
    ITEM_TYPES,
    LANGUAGE_NAMES,
    LANGUAGES,
    OTHER_ENTRY_TYPE,
    OTHER_ITEM_TYPE,
    PART_TYPES,
    RAW_FIELDS,
    RAW_PREFIXES,
    ROWS,
    SERIES,
    SERIES_TYPES,
    STATES,
    SUBTYPES,
    TYPE_GENRES,
    UNSTATED_GENRES,
    VOLUME_TYPES,
)
from refkit.formats.bibtex.fields_eprint import eprint_variables, is_preprint
from refkit.formats.bibtex.name_annotations import ENDING, annotation
from refkit.model.date import Date
from refkit.model.dates import format_edtf, parse_date, year_month_date
from refkit.model.item import Item
from refkit.model.names_write import is_von, write_names
from refkit.patterns import lazy_pattern
from refkit.tex.encode import encode

_ORDER = {
    variable: at
    for at, variable in enumerate(
        """author editor translator container-author title title-short container-title
        container-title-short volume-title event-title event-date event-place collection-title
        collection-number publisher publisher-place issued edition version genre volume issue number
        part-number chapter-number page number-of-pages number-of-volumes DOI ISBN ISSN PMID PMCID URL
        accessed language status note""".split()
    )
}
_FIRST_FIELDS = {row.variable: row.fields[0] for row in reversed(ROWS)}
_TITLES = frozenset(row.variable for row in ROWS if row.kind == "title")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_PAGE_RANGE = lazy_pattern(
    r"(?<![A-Za-z0-9-])(\w*[0-9]\w*|[ivxlcdm]+)-(\w*[0-9]\w*|[ivxlcdm]+)(?![A-Za-z0-9-])"
)
_NOT_IN_NAMES = lazy_pattern(r"[\s\"#%'(),={}\\~]+")
_BRACES = lazy_pattern(r"[{}]")
_KEYS = {words: key for key, words in {**GENRES, **STATES, **COUNTRIES, **SERIES}.items()}


def entry_fields(item: Item, dialect: str) -> tuple[str, list[tuple[str, str]]]:
    """Return an item's entry type, and its fields in order with their TeX values without outer braces.

    `month` is a macro's name (`jan` to `dec`) where it is one month.
    """
    writer = _Writer(item, dialect)
    return writer.entry_type, writer.fields()


def _entry_type(item: Item, biblatex: bool) -> str:
    """The type that the item came with, where it still says the same, else the tables' one."""
    if item.entry is not None and ITEM_TYPES.get(item.entry.type) == item.type:
        own = item.entry.type
        fits_genre = TYPE_GENRES.get(own, item.text.get("genre")) == item.text.get("genre")
        if fits_genre and (biblatex or own in BIBTEX_ENTRY_TYPES):
            return own
    found = (BIBLATEX_TYPES if biblatex else BIBTEX_TYPES).get(item.type, OTHER_ENTRY_TYPE)
    if found == "article" and item.type in SUBTYPES.values() and "container-title" not in item.text:
        return OTHER_ENTRY_TYPE  # an agency's news: no journal could be named, which @article must
    if found == "phdthesis" and item.text.get("genre") == TYPE_GENRES["mastersthesis"]:
        return "mastersthesis"
    if (
        found == "incollection"
        and item.type == "chapter"
        and ("editor" not in item.names if biblatex else "container-title" not in item.text)
    ):
        return "inbook"
    return found


class _Writer:
    """An item, the dialect's words and what is written so far."""

    def __init__(self, item: Item, dialect: str) -> None:
        self.item = item
        self.biblatex = dialect == "biblatex"
        self.entry_type = _entry_type(item, self.biblatex)
        self.encode: Callable[..., str] = partial(encode, unicode=self.biblatex)
        self.out: dict[str, str] = {}

    def fields(self) -> list[tuple[str, str]]:
        """Every variable in the order that people expect, then what is custom."""
        item = self.item
        implied = eprint_variables(self.entry_type, item.custom, item.text)
        told = {v: value for v, value in item.text.items() if implied.get(v) != value}
        if "event" in told and "event-title" not in told:  # its name in CSL 1.0.1
            told["event-title"] = told.pop("event")
        text = self.with_main_title(told)
        variables = sorted([*item.names, *text, *item.dates], key=lambda v: _ORDER.get(v, 99))
        drops = _all_particles_drop(item)
        self.put_subtype()
        if self.entry_type in TYPE_GENRES and "genre" not in text:
            self.out["type"] = UNSTATED_GENRES[item.type]
        for variable in variables:
            if variable in item.names:
                self.put_names(variable, drops)
            elif variable in item.dates:
                self.put_date(variable, item.dates[variable])
            else:
                self.put_text(variable, text[variable])
        for name, value in item.custom.items():
            self.put_custom(name, value)
        if drops:
            options = [self.out["options"]] if "options" in self.out else []
            self.out["options"] = ", ".join([*options, "useprefix=false"])
        return list(self.out.items())

    def put_subtype(self) -> None:
        """Name the item's type where the entry's type would read back as another."""
        read = ITEM_TYPES.get(self.entry_type, OTHER_ITEM_TYPE)
        if is_preprint(self.entry_type, self.item.custom):
            read = "article"
        if read != self.item.type:
            short = {item_type: word for word, item_type in SUBTYPES.items()}
            use_short = self.entry_type in ("article", "suppperiodical")
            self.out["entrysubtype"] = (
                short.get(self.item.type, self.item.type) if use_short else self.item.type
            )

    def with_main_title(self, text: dict[str, str]) -> dict[str, str]:
        """BibLaTeX has the title of the whole work in `maintitle`, that of the volume in its place."""
        own = "title" if self.entry_type in VOLUME_TYPES else "container-title"
        known = self.entry_type in VOLUME_TYPES or self.entry_type in PART_TYPES
        if self.biblatex and known and "volume-title" in text and own in text:
            text["maintitle"] = text[own]
            text[own] = text.pop("volume-title")
        return text

    def put_names(self, variable: str, drops: bool) -> None:
        """A list of names, and what only an annotation can say about them."""
        names = self.item.names[variable]
        field = _FIRST_FIELDS.get(variable, variable.lower())
        self.out[field] = write_names(names, self.encode, self.biblatex, drops)
        flags = annotation(names)
        if flags:
            self.out[f"{field}{ENDING}"] = flags

    def put_text(self, variable: str, value: str) -> None:
        name = self.field_name(variable)
        if variable == "citation-key" and value == self.item.id:
            return
        if variable == "page":
            written = _PAGE_RANGE.sub(r"\1--\2", self.encode(value))
        elif variable in ("URL", "DOI", "PMID", "PMCID"):
            written = value if _balanced(value) else value.replace("{", "%7B").replace("}", "%7D")
        elif variable == "language":
            name, written = self.language(value)
        elif variable == "genre":
            written = self.genre(value)
        elif variable in ("status", "jurisdiction"):
            written = " and ".join(
                _KEYS.get(word) or self.encode(word) for word in value.split(" and ")
            )
        elif variable == "collection-title" and value in SERIES.values():
            written = _KEYS[value]
        else:
            protect = variable in _TITLES and name not in ("journal", "journaltitle")
            written = self.encode(
                value, protect=protect or ("title" in name and name != "journaltitle")
            )
        if written:
            self.out[name] = written

    def field_name(self, variable: str) -> str:
        """The field that holds a text variable in this dialect and entry type."""
        entry_type = self.entry_type
        first = _FIRST_FIELDS.get(variable, variable.lower())
        name = first
        if variable == "container-title":
            journal = entry_type in ISSUE_TYPES or entry_type == "periodical"
            name = ("journaltitle" if self.biblatex else "journal") if journal else "booktitle"
        elif variable == "publisher":
            name = self.publisher_field()
        elif variable == "publisher-place" and (entry_type == "patent" or not self.biblatex):
            name = "address"
        elif variable == "jurisdiction" and entry_type == "patent":
            name = "location"
        elif variable == "issue" and entry_type in ISSUE_TYPES:
            name = "number"
        elif variable == "collection-number":
            name = "number" if entry_type in SERIES_TYPES else "collection-number"
        elif variable == "number" and entry_type in ISSUE_TYPES | SERIES_TYPES:
            name = "eid"
        elif variable == "annote" and not self.biblatex:
            name = "annote"
        return first if name in self.item.custom else name

    def publisher_field(self) -> str:
        """Who publishes is called by what they are: a school, an institution, an organization."""
        entry_type = self.entry_type
        if entry_type in ("thesis", "phdthesis", "mastersthesis"):
            return "institution" if self.biblatex else "school"
        if entry_type in ("report", "techreport"):
            return "institution"
        if entry_type in ("manual", "online"):
            return "organization"
        if entry_type in ("booklet", "unpublished", "misc") and not _looks_like_url(
            self.item.publisher
        ):
            return "howpublished"
        return "publisher"

    def language(self, code: str) -> tuple[str, str]:
        """babel's name where it means the code and no more, else the code."""
        name = LANGUAGE_NAMES.get(code, "")
        if name and LANGUAGES[name] == code:
            babel = self.biblatex or "language" in self.item.custom
            return ("langid" if babel else "language"), name
        return ("langid" if "language" in self.item.custom else "language"), self.encode(code)

    def genre(self, genre: str) -> str:
        """Nothing where the entry's type says it, else a localisation key or the words."""
        if TYPE_GENRES.get(self.entry_type) == genre:
            return ""
        return _KEYS[genre] if self.biblatex and genre in GENRES.values() else self.encode(genre)

    def put_date(self, variable: str, date: Date) -> None:
        if variable != "issued":
            name = _FIRST_FIELDS.get(variable, variable.lower())
            self.out[name] = _date_value(date, self.encode)
        elif "year" in self.item.custom or (
            self.biblatex and not date.literal and "month" not in self.item.custom
        ):
            self.out["date"] = _date_value(date, self.encode)
        else:
            for name, value in zip(("year", "month", "day"), _year_month_day(date), strict=True):
                if value:
                    self.out[name] = value if name != "year" else self.encode(value)

    def put_custom(self, name: str, value: str) -> None:
        """A field that CSL has no word for, under its own name; raw ones as they are."""
        name = _NOT_IN_NAMES.sub("-", name.lower())
        if name in self.out or not name:
            return
        raw = (
            name in RAW_FIELDS
            or name in ("eprint", "editora", "editorb", "editorc")
            or name.startswith(RAW_PREFIXES)
        )
        if raw and _balanced(value):
            self.out[name] = value
        else:
            self.out[name] = self.encode(value, protect="title" in name)


def _all_particles_drop(item: Item) -> bool:
    """Tell whether the option useprefix=false says what every name's particle does (blx 3.1.3.1)."""
    names = [name for listed in item.names.values() for name in listed]
    dropping = [name.dropping_particle for name in names if name.dropping_particle]
    return bool(dropping) and all(
        is_von(name.dropping_particle) and not name.particle for name in names
    )


def _looks_like_url(text: str) -> bool:
    return text.startswith(("http://", "https://", "ftp://"))


def _balanced(value: str) -> bool:
    """Tell whether braces pair, which a field's value needs."""
    depth = 0
    for brace in _BRACES.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _date_value(date: Date, encoded: Callable[..., str]) -> str:
    """EDTF where the date is one, else the words that read as it."""
    for text in (format_edtf(date), date.raw):
        if text and parse_date(text) == date:
            return text
    return encoded(date.literal) or format_edtf(date) or encoded(date.raw)


def _year_month_day(date: Date) -> tuple[str, str, str]:
    """The first of the usual ways to write a date in BibTeX's fields that reads back as it."""
    if date.literal:
        return date.literal, "", ""
    for parts in _ways(date):
        if parts[0] and year_month_date(*parts) == date:
            return parts
    return format_edtf(date) or date.raw, "", ""


def _ways(date: Date) -> list[tuple[str, str, str]]:
    start, end = date.start, date.end
    if start is None or start.year is None:
        return []
    year = f"{start.year:04}"
    month = (
        _MONTHS[start.month - 1]
        if start.month and 1 <= start.month <= 12
        else str(start.month or "")
    )
    season = _SEASONS[start.season - 1] if start.season and 1 <= start.season <= 4 else ""
    about = ("c. " if date.approximate else "") + year + ("?" if date.uncertain else "")
    ways = [
        (year, month or season, str(start.day or "")),
        (about, month or season, str(start.day or "")),
    ]
    if end is not None and end.year is not None:
        last = _MONTHS[end.month - 1] if end.month and 1 <= end.month <= 12 else ""
        years = year if end.year == start.year else f"{year}/{end.year:04}"
        ways += [
            (years, f"{month}/{last}" if month and last else "", ""),
            (format_edtf(date), "", ""),
        ]
    return ways
