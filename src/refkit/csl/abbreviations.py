"""Abbreviations for short forms, from lists of Zotero, Juris-M, JabRef, EndNote, PubMed and the ISSN."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING

from refkit.csl.markup import strip_tags
from refkit.data.csl import VARIABLES
from refkit.errors import RefkitError, UnknownChoice
from refkit.files import read_source
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field, replace

if TYPE_CHECKING:
    from refkit.csl.title_words import TitleWords

# Categories of Zotero's and Juris-M's lists that are not variables of CSL, and the variables that they are for.
_CATEGORIES = {
    "classic": (),
    "container-phrase": (),
    "hereinafter": (),
    "institution-entire": (),  # the whole names of organizations
    "institution-part": ("publisher", "authority"),
    "nickname": (),
    "place": ("publisher-place", "event-place", "archive-place", "jurisdiction"),
    "title-phrase": (),
}
_OTHER_CATEGORIES = {
    "event-title": "container-title",
    "event": "container-title",
    "archive": "collection-title",
}
_DEFAULT = "default"

Table = dict[str, str]
"""Short forms by full form, without case and punctuation."""


@dataclass(slots=True)
class Abbreviations:
    """Short forms by jurisdiction, category and full form; `words` abbreviates the titles of other journals.

    Jurisdictions are those of Juris-M (`us:ny`), or `default`. Categories are variables of CSL, or those of Zotero
    and Juris-M: `institution-entire` replaces the names of organizations, `institution-part` is for publishers and
    authorities, and `place` for places. Full forms are compared without case, markup and punctuation. `full_titles`
    contains the titles of journals by short form.
    """

    tables: dict[str, dict[str, Table]] = field(default_factory=dict)
    words: TitleWords | None = None
    full_titles: Table = field(default_factory=dict)

    def find(self, category: str, text: str, jurisdiction: str = "") -> str:
        """Return the short form of a text in a category, or the empty string.

        The list of the jurisdiction comes first, then those of the jurisdictions around it, then the default.
        """
        full_form = comparable(text)
        if not full_form:
            return ""
        for name in (*_around(jurisdiction), _DEFAULT):
            found = self.tables.get(name, {}).get(category, {}).get(full_form)
            if found:
                return found
        return ""

    def applied(self, item: Item) -> Item:
        """Return an item with the short forms, which styles use for `form="short"`.

        A short form of a list takes precedence over that of the item, which takes precedence over one from `words`.
        """
        jurisdiction = item.text.get("jurisdiction", "")
        short = {
            f"{variable}-short": found
            for variable, text in item.text.items()
            if (found := self._short(variable, text, jurisdiction))
        }
        if self.words is not None:
            short = self.words.short_titles(item) | short
        names = self._with_organizations(item, jurisdiction)
        if not short and names is item.names:
            return item
        return replace(item, text={**item.text, **short}, names=names)

    def _short(self, variable: str, text: str, jurisdiction: str) -> str:
        for category in _categories(variable):
            found = self.find(category, text, jurisdiction)
            if found:
                return found
        return ""

    def _with_organizations(
        self, item: Item, jurisdiction: str
    ) -> MutableMapping[str, tuple[Name, ...]]:
        """Return the names with the short forms of organizations, or the same names if there are none."""
        if not any("institution-entire" in table for table in self.tables.values()):
            return item.names
        return {
            variable: tuple(
                replace(name, literal=self._organization(name.literal, jurisdiction))
                if name.literal
                else name
                for name in names
            )
            for variable, names in item.names.items()
        }

    def _organization(self, literal: str, jurisdiction: str) -> str:
        return self.find("institution-entire", literal, jurisdiction) or literal

    def add(self, other: Abbreviations) -> None:
        """Add the entries of another list; entries of this one take precedence."""
        for jurisdiction, categories in other.tables.items():
            own = self.tables.setdefault(jurisdiction, {})
            for category, table in categories.items():
                own[category] = table | own.get(category, {})
        self.words = self.words or other.words
        self.full_titles = other.full_titles | self.full_titles


def _around(jurisdiction: str) -> Iterator[str]:
    """Yield a jurisdiction (`us:ny`) and those around it (`us`)."""
    while jurisdiction:
        yield jurisdiction
        jurisdiction = jurisdiction.rpartition(":")[0]


def _categories(variable: str) -> Iterator[str]:
    yield variable
    if variable in _OTHER_CATEGORIES:
        yield _OTHER_CATEGORIES[variable]
    yield from (name for name, variables in _CATEGORIES.items() if variable in variables)


def comparable(text: str) -> str:
    """Return a full form without case, markup, accents, punctuation and a leading "the"; `&` becomes "and"."""
    plain = unicodedata.normalize("NFKD", strip_tags(text).casefold().replace("&", " and "))
    kept = (char if char.isalnum() else " " for char in plain if unicodedata.category(char) != "Mn")
    words = "".join(kept).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


# -- files -------------------------------------------------------------------------------------


def load_abbreviations(paths: Iterable[str]) -> Abbreviations:
    """Return the abbreviations in files; earlier files take precedence.

    A file is JSON (Zotero, Juris-M, pandoc), a list of journals (JabRef: `full;short`, `full,short` or
    `full = short`; EndNote: separated by tabs; PubMed: `JournalTitle: full`, `IsoAbbr: short`) or the List of Title
    Word Abbreviations of the ISSN International Center. Raises RefkitError.
    """
    whole = Abbreviations()
    for path in paths:
        whole.add(_read(read_source(path).text, path))
    return whole


def _read(text: str, path: str) -> Abbreviations:
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(text, path)
    if _MEDLINE.search(text):
        return _of_medline(text)
    return _of_table(text, path)


def _of_json(text: str, path: str) -> Abbreviations:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise RefkitError(f"cannot read `{path}`: it is not valid JSON: {error}") from error
    if isinstance(value, dict):
        value = value.get("xdata", value)  # Juris-M
    if not isinstance(value, dict) or not value:
        raise RefkitError(
            f"cannot read `{path}`: the abbreviations must be an object by jurisdiction"
        )
    if all(isinstance(short, str) for short in value.values()):
        value = {_DEFAULT: {"container-title": value}}
    tables: dict[str, dict[str, Table]] = {}
    journals: list[tuple[str, str]] = []
    for jurisdiction, categories in value.items():
        own = tables.setdefault(str(jurisdiction), {})
        for category, members in _members(categories, str(jurisdiction), path):
            pairs = _pairs(members, category, path)
            own[category] = {comparable(full): short for full, short in pairs}
            journals += pairs if category == "container-title" else ()
    return Abbreviations(tables, full_titles=_by_short_form(journals))


def _members(categories: object, jurisdiction: str, path: str) -> Iterator[tuple[str, object]]:
    if not isinstance(categories, Mapping):
        raise RefkitError(
            f"cannot read `{path}`: `{jurisdiction}` must be an object by variable, such as `container-title`"
        )
    for category, table in categories.items():
        if category not in VARIABLES and category not in _CATEGORIES:
            raise UnknownChoice(
                f"variable in `{path}`", str(category), VARIABLES | _CATEGORIES.keys()
            )
        yield category, table


def _pairs(table: object, category: str, path: str) -> list[tuple[str, str]]:
    """Return the full and the short forms of a category."""
    if not isinstance(table, Mapping) or not all(isinstance(one, str) for one in table.values()):
        raise RefkitError(
            f"cannot read `{path}`: `{category}` must be an object of short forms by full form"
        )
    return [(str(full), str(short)) for full, short in table.items()]


def of_journals(pairs: Iterable[tuple[str, str]]) -> Abbreviations:
    """Return the abbreviations in pairs of a journal's title and its short form; the first of a title counts."""
    pairs = list(pairs)
    table: Table = {}
    for full, short in pairs:
        table.setdefault(comparable(full), short)
    return Abbreviations({_DEFAULT: {"container-title": table}}, full_titles=_by_short_form(pairs))


def _by_short_form(pairs: Iterable[tuple[str, str]]) -> Table:
    """Return the titles by short form; a short form of several titles has none."""
    titles: Table = {}
    for full, short in pairs:
        known = titles.setdefault(comparable(short), full)
        if comparable(known) != comparable(full):
            titles[comparable(short)] = ""
    return titles


_MEDLINE = lazy_pattern(r"(?m)^JournalTitle: *(.+?) *$")
_MEDLINE_SHORT = lazy_pattern(r"(?m)^(?:IsoAbbr|MedAbbr): *(.+?) *$")


def _of_medline(text: str) -> Abbreviations:
    """Return the abbreviations in the list of journals of PubMed, the form of ISO 4 if there is one."""
    titles = list(_MEDLINE.finditer(text))
    ends = [*(title.start() for title in titles[1:]), len(text)]
    found = (
        (title[1], _MEDLINE_SHORT.findall(text, title.end(), end))
        for title, end in zip(titles, ends, strict=True)
    )
    return of_journals((title, short[-1]) for title, short in found if short)


_DELIMITERS = ("\t", ";", ",", "=")
_HEADER = lazy_pattern(r"(?i)\W*words?\W+abbreviations?\b")


def _of_table(text: str, path: str) -> Abbreviations:
    lines = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    delimiter = _delimiter(lines)
    if delimiter is None:
        raise RefkitError(
            f"cannot read `{path}`: each line must contain a title and its abbreviation, as in `full;short`"
        )
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    if _HEADER.match(lines[0]):
        from refkit.csl.title_words import title_words

        return Abbreviations(words=title_words(rows[1:]))
    return of_journals((row[0], row[1]) for row in rows if len(row) > 1 and row[0] and row[1])


def _delimiter(lines: list[str]) -> str | None:
    """Return the delimiter that most of the first lines contain; a comma can also be in a title."""
    first = lines[:100]
    for delimiter in _DELIMITERS:
        if first and 2 * sum(delimiter in line for line in first) > len(first):
            return delimiter
    return None
