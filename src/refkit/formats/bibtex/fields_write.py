"""Conversion of items to entries in BibTeX or BibLaTeX, so that the same items are read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from refkit.data.bibtex import ENTRY_TYPES as BIBTEX_ENTRY_TYPES
from refkit.data.bibtex import MONTH_MACROS
from refkit.data.bibtex_csl import (
    BIBLATEX_TYPES,
    BIBTEX_TYPES,
    COUNTRIES,
    ENTRY_TYPE,
    GENRES,
    ISSUE_TYPES,
    ITEM_TYPES,
    LANGUAGE_NAMES,
    LANGUAGES,
    LITERAL_LISTS,
    MEDIA_SUBTYPES,
    MEDIA_TYPES,
    OTHER_ENTRY_TYPE,
    OTHER_ITEM_TYPE,
    PART_TYPES,
    RAW_FIELDS,
    RAW_PREFIXES,
    ROWS,
    SERIES,
    SERIES_TYPES,
    STATES,
    SUBTITLE_CASE,
    SUBTYPES,
    TYPE_GENRES,
    UNSTATED_GENRES,
    VOLUME_TYPES,
    WHOLE_TYPES,
    WRITTEN_ROLES,
)
from refkit.data.words.months import english_season
from refkit.formats.bibtex.eprints import eprint_variables, is_preprint
from refkit.formats.bibtex.name_annotations import ENDING, annotation
from refkit.formats.bibtex.scan import is_balanced
from refkit.model.date import Date
from refkit.model.dates import format_edtf, parse_date, year_month_date
from refkit.model.item import Item
from refkit.model.names import split_names
from refkit.model.names_write import is_von, write_names
from refkit.model.sentence_case import BIBTEX
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.tex.encode import encode

_ORDER = {
    variable: rank
    for rank, variable in enumerate(
        """author editor translator container-author title title-short container-title
        container-title-short volume-title event-title event-date event-place collection-title
        collection-number publisher publisher-place issued edition version genre volume issue number
        part-number chapter-number page number-of-pages number-of-volumes DOI ISBN ISSN PMID PMCID URL
        accessed language status note""".split()
    )
}
_FIRST_FIELDS = {row.variable: row.fields[0] for row in reversed(ROWS)}
_TITLES = frozenset(row.variable for row in ROWS if row.kind == "title")
_MONTHS = tuple(MONTH_MACROS)
_PAGE_RANGE = lazy_pattern(
    r"(?<![A-Za-z0-9-])(\w*[0-9]\w*|[ivxlcdm]+)-(\w*[0-9]\w*|[ivxlcdm]+)(?![A-Za-z0-9-])"
)
_AND = lazy_pattern(r"(?i)(?<= )and(?= )")
_EDITOR_FIELDS = ("editora", "editorb", "editorc")
_NOT_IN_NAMES = lazy_pattern(r"[\s\"#%'(),={}\\~]+")
_LOCALIZATION_KEYS = {
    words: key for key, words in {**GENRES, **STATES, **COUNTRIES, **SERIES}.items()
}


def entry_fields(
    item: Item, dialect: str, entry_type: str = "", *, unicode: bool | None = None
) -> tuple[str, list[tuple[str, str]]]:
    """Return an item's entry type, and its fields in order with TeX values without outer braces.

    `month` is the name of a macro (`jan` to `dec`) if it is a single month. The type is that in the tables unless
    `entry_type` is given, and letters are TeX in BibTeX and Unicode in BibLaTeX, unless `unicode` is given.
    """
    writer = _Writer(item, dialect, entry_type, unicode)
    return writer.entry_type, writer.fields()


def field_of(item: Item, variable: str, dialect: str, entry_type: str) -> str:
    """Return the field for a text variable in an entry of a type."""
    return _Writer(item, dialect, entry_type).field_name(variable)


def entry_type_of(item: Item, biblatex: bool) -> str:
    """Return the original entry type if it still fits the item, or else the type in the tables."""
    if item.entry is not None and ITEM_TYPES.get(item.entry.type) == item.type:
        original = item.entry.type
        fits_genre = TYPE_GENRES.get(original, item.text.get("genre")) == item.text.get("genre")
        if fits_genre and (biblatex or original in BIBTEX_ENTRY_TYPES):
            return original
    entry_type = (BIBLATEX_TYPES if biblatex else BIBTEX_TYPES).get(item.type, OTHER_ENTRY_TYPE)
    if (
        entry_type == "article"
        and item.type in SUBTYPES.values()
        and "container-title" not in item.text
    ):
        return OTHER_ENTRY_TYPE  # an agency's news does not have the journal that @article requires
    if entry_type == "phdthesis" and item.text.get("genre") == TYPE_GENRES["mastersthesis"]:
        return "mastersthesis"
    if (
        entry_type == "incollection"
        and item.type == "chapter"
        and ("editor" not in item.names if biblatex else "container-title" not in item.text)
    ):
        return "inbook"
    return entry_type


class _Writer:
    """State of the writer: the item, the dialect, and the fields so far."""

    def __init__(
        self, item: Item, dialect: str, entry_type: str = "", unicode: bool | None = None
    ) -> None:
        self.item = item
        self.biblatex = dialect == "biblatex"
        self.entry_type = entry_type or entry_type_of(item, self.biblatex)
        is_unicode = self.biblatex if unicode is None else unicode
        self.encode: Callable[..., str] = partial(encode, unicode=is_unicode)
        self.output: dict[str, str] = {}

    def fields(self) -> list[tuple[str, str]]:
        """Return the fields for all variables in the usual order, followed by custom ones."""
        item = self.item
        implied = eprint_variables(self.entry_type, item.custom, item.text)
        stated = {v: value for v, value in item.text.items() if implied.get(v) != value}
        if "event" in stated and "event-title" not in stated:  # its name in CSL 1.0.1
            stated["event-title"] = stated.pop("event")
        text = self.with_main_title(stated)
        variables = sorted([*item.names, *text, *item.dates], key=lambda v: _ORDER.get(v, 99))
        is_dropping = _has_only_dropping_particles(item)
        self.put_subtype()
        if self.entry_type in TYPE_GENRES and "genre" not in text:
            self.output["type"] = UNSTATED_GENRES[item.type]
        for variable in variables:
            if variable in item.names:
                self.put_names(variable, is_dropping)
            elif variable in item.dates:
                self.put_date(variable, item.dates[variable])
            else:
                self.put_text(variable, text[variable])
        for name, value in item.custom.items():
            self.put_custom(name, value)
        if is_dropping:
            options = [self.output["options"]] if "options" in self.output else []
            self.output["options"] = ", ".join([*options, "useprefix=false"])
        return list(self.output.items())

    def put_subtype(self) -> None:
        """Add the item's type if the entry type would be read as another one."""
        read_type = ITEM_TYPES.get(self.entry_type, OTHER_ITEM_TYPE)
        if is_preprint(self.entry_type, self.item.custom):
            read_type = "article"
        stated = MEDIA_SUBTYPES.get(self.item.custom.get("entrysubtype", "").lower())
        is_stated = stated == self.item.type and self.entry_type in MEDIA_TYPES
        if read_type != self.item.type and not is_stated:
            subtypes = {item_type: word for word, item_type in SUBTYPES.items()}
            use_short = self.entry_type in ("article", "suppperiodical")
            self.output["entrysubtype"] = (
                subtypes.get(self.item.type, self.item.type) if use_short else self.item.type
            )

    def with_main_title(self, text: dict[str, str]) -> dict[str, str]:
        """Return variables with BibLaTeX's `maintitle` for the whole work and the volume's own title."""
        variable = "title" if self.entry_type in VOLUME_TYPES else "container-title"
        has_main_title = self.entry_type in VOLUME_TYPES or self.entry_type in PART_TYPES
        if self.biblatex and has_main_title and "volume-title" in text and variable in text:
            text["maintitle"] = text[variable]
            text[variable] = text.pop("volume-title")
        return text

    def put_names(self, variable: str, is_dropping: bool) -> None:
        """Add a list of names, and an annotation for flags that names cannot express."""
        names = self.item.names[variable]
        field = self.names_field(variable)
        self.output[field] = write_names(names, self.encode, self.biblatex, is_dropping)
        if field in _EDITOR_FIELDS:
            self.output[f"{field}type"] = WRITTEN_ROLES[variable]
        flags = annotation(names)
        if flags:
            self.output[f"{field}{ENDING}"] = flags

    def names_field(self, variable: str) -> str:
        """Return the field for names; those with a role of BibLaTeX's editors get it in a field of its own."""
        default = _FIRST_FIELDS.get(variable, variable.lower())
        taken = self.output.keys() | self.item.custom.keys()
        free = (name for name in _EDITOR_FIELDS if name not in taken)
        if variable not in WRITTEN_ROLES or not self.biblatex or self.is_from_bibtex():
            return default
        return next(free, default)

    def is_from_bibtex(self) -> bool:
        """Whether the item was read from a .bib file."""
        entry = self.item.entry
        return entry is not None and entry.source.format in {"", *BIBTEX}

    def put_text(self, variable: str, value: str) -> None:
        name = self.field_name(variable)
        if variable == "citation-key" and value == self.item.id:
            return
        if variable == "page":
            tex = _PAGE_RANGE.sub(r"\1--\2", self.encode(value))
        elif variable in ("URL", "DOI", "PMID", "PMCID"):
            tex = value if is_balanced(value) else value.replace("{", "%7B").replace("}", "%7D")
        elif variable == "language":
            name, tex = self.language(value)
        elif variable == "genre":
            tex = self.genre(value)
        elif variable in ("status", "jurisdiction"):
            tex = " and ".join(
                _LOCALIZATION_KEYS.get(word) or self.encode(word) for word in value.split(" and ")
            )
        elif variable == "collection-title" and value in SERIES.values():
            tex = _LOCALIZATION_KEYS[value]
        elif name in LITERAL_LISTS:
            tex = self.literal_list(variable, value)
        else:
            is_title = variable in _TITLES and name not in ("journal", "journaltitle")
            tex = self.encode(
                value, protect=is_title or ("title" in name and name != "journaltitle")
            )
        if tex:
            self.output[name] = tex

    def literal_list(self, variable: str, value: str) -> str:
        """Return a name in which `and` is a word, unless the original field is a list of names (blx 2.2.1)."""
        tex = self.encode(value)
        if not _AND.search(tex):
            return tex
        field = self.item.source_field(variable)
        if self.is_from_bibtex() and field is not None and len(split_names(field.value)) > 1:
            return tex
        return _AND.sub(lambda word: f"{{{word[0]}}}", tex)

    def field_name(self, variable: str) -> str:
        """Return the field for a text variable in this dialect and entry type."""
        entry_type = self.entry_type
        default = _FIRST_FIELDS.get(variable, variable.lower())
        name = default
        if variable == "container-title":
            is_journal = entry_type in ISSUE_TYPES or entry_type == "periodical"
            name = ("journaltitle" if self.biblatex else "journal") if is_journal else "booktitle"
            if entry_type in WHOLE_TYPES:  # where `booktitle` is only for children
                name = "journaltitle" if self.biblatex else "journal"
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
        return default if name in self.item.custom else name

    def publisher_field(self) -> str:
        """Return the field for the publisher: a school, an institution, an organization or a publisher."""
        entry_type = self.entry_type
        if entry_type in ("thesis", "phdthesis", "mastersthesis"):
            return "institution" if self.biblatex else "school"
        if entry_type in ("report", "techreport"):
            return "institution"
        if entry_type in ("manual", "online"):
            return "organization"
        if entry_type in ("booklet", "unpublished", "misc") and not _is_url(self.item.publisher):
            return "howpublished"
        return "publisher"

    def language(self, code: str) -> tuple[str, str]:
        """Return the field and value for a language: babel's name if it means exactly this code, or the code."""
        name = LANGUAGE_NAMES.get(code, "")
        if name and LANGUAGES[name] == code:
            is_babel = self.biblatex or "language" in self.item.custom
            return ("langid" if is_babel else "language"), name
        return ("langid" if "language" in self.item.custom else "language"), self.encode(code)

    def genre(self, genre: str) -> str:
        """Return "" if the entry type implies the genre, or else a localization key or the words."""
        if TYPE_GENRES.get(self.entry_type) == genre:
            return ""
        return (
            _LOCALIZATION_KEYS[genre]
            if self.biblatex and genre in GENRES.values()
            else self.encode(genre)
        )

    def put_date(self, variable: str, date: Date) -> None:
        literal = date.literal if date.start or date.end else ""
        date = replace(date, literal="") if literal else date
        if variable != "issued":
            self.put(_FIRST_FIELDS.get(variable, variable.lower()), _date_value(date, self.encode))
        elif "year" in self.item.custom or (
            self.biblatex and not date.literal and "month" not in self.item.custom
        ):
            self.put("date", _date_value(date, self.encode))
        else:
            for name, value in zip(("year", "month", "day"), _year_month_day(date), strict=True):
                self.put(name, value if name != "year" else self.encode(value))
        self.put(f"{variable}-literal", self.encode(literal))

    def put(self, name: str, tex: str) -> None:
        """Add a field unless it is empty."""
        if tex:
            self.output[name] = tex

    def put_custom(self, name: str, value: str) -> None:
        """Add a custom field under its own name; raw fields are not encoded."""
        name = _NOT_IN_NAMES.sub("-", name.lower())
        if name in self.output or not name or name in (ENTRY_TYPE, SUBTITLE_CASE):
            return
        is_raw = (
            name in RAW_FIELDS
            or name in ("eprint", *_EDITOR_FIELDS)
            or name.startswith(RAW_PREFIXES)
        )
        if is_raw and is_balanced(value):
            self.output[name] = value
        else:
            self.output[name] = self.encode(value, protect="title" in name)


def _has_only_dropping_particles(item: Item) -> bool:
    """Whether the option useprefix=false describes all particles of the item (blx 3.1.3.1)."""
    names = [name for name_list in item.names.values() for name in name_list]
    dropping = [name.dropping_particle for name in names if name.dropping_particle]
    return bool(dropping) and all(
        is_von(name.dropping_particle) and not name.particle for name in names
    )


def _is_url(text: str) -> bool:
    return text.startswith(("http://", "https://", "ftp://"))


def _date_value(date: Date, encode_text: Callable[..., str]) -> str:
    """Return the date in EDTF if possible, or else in words that are read as this date."""
    for text in (format_edtf(date), date.raw):
        if text and parse_date(text) == date:
            return text
    return encode_text(date.literal) or format_edtf(date) or encode_text(date.raw)


def _year_month_day(date: Date) -> tuple[str, str, str]:
    """Return year, month and day in the first usual form that is read as this date."""
    if date.literal:
        return date.literal, "", ""
    for parts in _candidate_fields(date):
        if parts[0] and year_month_date(*parts) == date:
            return parts
    return format_edtf(date) or date.raw, "", ""


def _candidate_fields(date: Date) -> list[tuple[str, str, str]]:
    start, end = date.start, date.end
    if start is None or start.year is None:
        return []
    year = f"{start.year:04}"
    month = (
        _MONTHS[start.month - 1]
        if start.month and 1 <= start.month <= 12
        else str(start.month or "")
    )
    season = english_season(start.season) if start.season and 1 <= start.season <= 4 else ""
    approximate_year = ("c. " if date.approximate else "") + year + ("?" if date.uncertain else "")
    candidates = [
        (year, month or season, str(start.day or "")),
        (approximate_year, month or season, str(start.day or "")),
    ]
    if end is not None and end.year is not None:
        last = _MONTHS[end.month - 1] if end.month and 1 <= end.month <= 12 else ""
        years = year if end.year == start.year else f"{year}/{end.year:04}"
        candidates += [
            (years, f"{month}/{last}" if month and last else "", ""),
            (format_edtf(date), "", ""),
        ]
    return candidates
