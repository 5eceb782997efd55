"""From the tags of a RIS record to an item, with the habits of the programs that export it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from refkit.data.ris import BOOKS, CONFERENCES, ITEM_TYPES, OTHER_ITEM_TYPE, PERIODICALS, ROWS
from refkit.formats._draft import Draft
from refkit.formats._tagged_build import Put, put_tag, stated
from refkit.formats._values import is_doi, is_page_count, put_doi, put_doi_of_address
from refkit.model.date import Date
from refkit.model.dates import parse_date, parse_ris_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_DOI_LABEL = lazy_pattern(r"\s*(?:doi\s*:|https?://(?:dx\.)?doi\.org/)", re.IGNORECASE)
_LABELED = lazy_pattern(r"\s*(\S+)\s*\[(pmid|pmcid|doi)\]\s*\Z", re.IGNORECASE)
_YEAR_AFTER_WORD = lazy_pattern(r"([^\W\d_])([0-9]{4})\Z")
_PMID = lazy_pattern(r"[1-9][0-9]{4,7}\Z")
_MEDLINE = lazy_pattern(r"pubmed|medline", re.IGNORECASE)
# One address, or several in one line as Mendeley writes them.
_ADDRESS = lazy_pattern(r"[^<\s]\S*\Z|(?:[a-z]++://\S++(?:\s++|\Z))+\Z")
_DATES = ("py", "y1", "da")
_READ_ONLINE = ("EBOOK", "ECHAP")
_PAGES = ("sp", "ep", "lp")
_PERIODICAL_NAMES = ("jf", "t2", "jo")
_CUSTOM = frozenset(("an", "u1", "u2", "u3", "u4", "u5", "c2"))


@lru_cache(maxsize=128)
def meanings(ris_type: str) -> dict[str, str]:
    """Return the variable of each tag in records of a reference type, by the tag's name in lower case."""
    found: dict[str, str] = {}
    for row in ROWS:
        if not row.types or ris_type in row.types:
            found.setdefault(row.tag.lower(), row.variable)
    return found


def build(entry: Entry, program: str = "RIS") -> Draft:
    """Return the item of a record, whose type is one of RIS; its id is empty if the record has none.

    `program` is the name of the format or program that defines the types, for messages.
    """
    ris_type = entry.type.upper()
    draft = Draft(entry, Item("", ITEM_TYPES.get(ris_type, OTHER_ITEM_TYPE)))
    if ris_type not in ITEM_TYPES:
        draft.faults.append(_unknown_type(entry, program))
        ris_type = "GEN"
    variables, later = meanings(ris_type), _combined_tags(ris_type)
    for field in entry.fields:
        if field.value and field.name not in later:
            put_tag(draft, field, variables.get(field.name, ""), _SPECIAL, parse_ris_date)
    _settle_dates(draft, ris_type)
    _settle_pages(draft, variables["sp"])
    if ris_type in PERIODICALS:
        _settle_periodical(draft)
    elif ris_type in CONFERENCES:
        _settle_conference(draft)
    elif ris_type in BOOKS:
        _settle_editors(draft)
    if ris_type == "GEN" and {"container-title", "volume"} <= draft.item.text.keys():
        draft.item.type = "article-journal"
    return draft


@lru_cache(maxsize=128)
def _combined_tags(ris_type: str) -> frozenset[str]:
    """Return the tags whose meaning depends on others in records of a reference type."""
    tags = {*_DATES, *_PAGES}
    if ris_type in PERIODICALS:
        tags |= {*_PERIODICAL_NAMES}
    if ris_type in CONFERENCES:
        tags |= {"c1", "c3", "cy", "t2"}
    return frozenset(tags)


def _unknown_type(entry: Entry, program: str) -> Fault:
    name = entry.source.slice(entry.type_span)
    shown = f"`{name}` is not a reference type" if name else "the reference type is missing"
    return Fault(
        f"{shown} of {program}; the record is read as a generic one",
        entry.type_span,
        entry.source,
        "value",
    )


def _put_edition(draft: Draft, field: Field, variable: str) -> None:
    """Set the edition, or in periodicals the date of the electronic publication."""
    date = parse_ris_date(field.value) if variable == "available-date" else None
    if date and date.start and not date.literal:
        draft.put_date(variable, date, field)
    else:
        draft.put("edition" if variable == "available-date" else variable, field.value, field)


def _put_original(draft: Draft, field: Field, variable: str) -> None:
    """Set the date of the original publication; other words about it are kept."""
    date = parse_ris_date(field.value)
    if date.start is None or date.literal:
        draft.keep(field.name, field.value)
    else:
        draft.put_date(variable, date, field)


def _put_note(draft: Draft, field: Field, variable: str) -> None:
    """Add a note; a labeled DOI is the DOI."""
    if _DOI_LABEL.match(field.value) and is_doi(field.value):
        _put_other_doi(draft, field)
    else:
        draft.append(variable, field.value, field, "\n")


def _put_abstract(draft: Draft, field: Field, variable: str) -> None:
    """Set the abstract; the same tag again is its next paragraph, but another tag repeats it."""
    first = draft.origins.get(variable)
    if first and first.name == field.name and field.value != draft.item.text[variable]:
        draft.append(variable, field.value, field, "\n\n")
    elif variable:
        draft.put(variable, field.value, field)
    else:
        draft.keep(field.name, field.value)


def _put_other_doi(draft: Draft, field: Field) -> None:
    """Set a DOI in a tag for other values, which repeats the one in `DO` or replaces it."""
    stated = draft.entry.get("do")
    if stated is None or not stated.value:
        put_doi(draft, field.value, field)
    elif not _same_doi(stated.value, field.value):
        draft.keep(field.name, field.value)


def _same_doi(one: str, other: str) -> bool:
    return one.lower().rpartition("10.")[2] == other.lower().rpartition("10.")[2]


def _put_work_type(draft: Draft, field: Field, variable: str) -> None:
    """Set the genre or medium; journal articles have their DOI or the database's name for articles there."""
    if is_doi(field.value):
        _put_other_doi(draft, field)
    elif variable:
        draft.put(variable, field.value, field)
    else:
        draft.keep(field.name, field.value)


def _put_address(draft: Draft, field: Field, variable: str) -> None:
    """Set the address, and the DOI in it; a text that is none (`<Go to ISI>://WOS:0001`) is kept."""
    if not _ADDRESS.match(field.value):
        draft.keep(field.name, field.value)
        return
    draft.put(variable, field.value, field)
    if not draft.entry.get("do"):
        put_doi_of_address(draft, field.value, field)


def _put_link(draft: Draft, field: Field, variable: str) -> None:
    """Set a DOI, which older exports write in the tag of related records; other links are kept."""
    if is_doi(field.value):
        _put_other_doi(draft, field)
    else:
        draft.keep(field.name, field.value)


def _put_access(draft: Draft, field: Field, variable: str) -> None:
    """Set the date of access, or Scopus's dates of a conference: 28 July 2019 through 2 August 2019."""
    first, through, last = field.value.partition(" through ")
    start, end = parse_date(first), parse_date(last)
    if through and start.start and end.start:
        draft.put_date("event-date", Date(field.value, start.start, end.start), field)
    elif draft.has(variable):
        draft.keep(field.name, field.value)
    else:
        draft.put_date(variable, parse_ris_date(field.value), field)


def _put_accession(draft: Draft, field: Field, variable: str) -> None:
    """Set the PubMed numbers in tags that databases use freely; other values are kept."""
    labeled = _LABELED.match(field.value)
    kind = labeled[2].upper() if labeled else ""
    if labeled and kind in ("PMID", "PMCID"):
        draft.put(kind, labeled[1], field)
    elif labeled and is_doi(labeled[1]):
        put_doi(draft, labeled[1], field)
    elif field.name == "an" and _is_pmid(draft, field.value):
        draft.put("PMID", field.value, field)
    elif field.name == "c2" and variable == "PMCID" and field.value.upper().startswith("PMC"):
        draft.put("PMCID", field.value, field)
    else:
        draft.keep(field.name, field.value)


def _is_pmid(draft: Draft, value: str) -> bool:
    """Whether an accession number is PubMed's, by the names of the database and its provider."""
    names = [field.value for field in draft.entry.fields if field.name in ("db", "dp")]
    return _PMID.match(value) is not None and any(_MEDLINE.search(name) for name in names)


_SPECIAL: dict[str, Put] = {
    "et": _put_edition,
    "op": _put_original,
    "n1": _put_note,
    "ab": _put_abstract,
    "n2": _put_abstract,
    "m3": _put_work_type,
    "ur": _put_address,
    "lk": _put_address,
    "l3": _put_link,
    "y2": _put_access,
    **dict.fromkeys(_CUSTOM, _put_accession),
}


def _settle_dates(draft: Draft, ris_type: str) -> None:
    """Set the date of issue: the most precise one of the year that comes first in the tags PY, Y1 and DA."""
    dates = [(_whole_date(field.value), field) for field in stated(draft.entry, _DATES)]
    if dates and dates[-1][0].year is None and dates[0][0].year is not None:
        dates[-1] = _with_year(*dates[-1], dates[0][0].year)
    year = dates[0][0].year if dates else None
    if ris_type in _READ_ONLINE and _ends_with_access(dates) and not draft.has("accessed"):
        draft.put_date("accessed", *dates.pop())
    issued = [pair for pair in dates if pair[0].year == year]
    if issued:
        draft.put_date("issued", *max(issued, key=lambda pair: _precision(pair[0])))
        _keep_words(draft, issued)
    for date, field in dates:
        if date.year != year:
            draft.keep(field.name, field.value)


def _whole_date(value: str) -> Date:
    """Return a date; words after its last slash can be a range of months that begins with its month: `May/Jun2015`."""
    date, said = parse_ris_date(value), parse_date(_words_after(value))
    is_range = said.end is not None and not said.literal and said.year == date.year
    return said if is_range and date.month in (None, said.month) else date


def _words_after(value: str) -> str:
    """Return the words after the last slash of a date, with a space before their year."""
    words = value.split("/", 3)[3:]
    return _YEAR_AFTER_WORD.sub(r"\1 \2", words[0]).strip() if words else ""


def _keep_words(draft: Draft, dates: Sequence[tuple[Date, Field]]) -> None:
    """Keep the words after the last slash of a date unless they repeat its year, as `Nov2017` does, or are a season."""
    for date, field in dates:
        text = _words_after(field.value)
        said = parse_date(text)
        repeats = said.year == date.year and not said.literal
        if text and not repeats and not (date.start and date.start.season):
            draft.keep(field.name, field.value.split("/", 3)[3].strip())


def _with_year(date: Date, field: Field, year: int) -> tuple[Date, Field]:
    """Return a date without a year, such as `March 3`, in the year of another tag."""
    whole = parse_date(f"{field.value} {year}")
    return (whole if whole.year == year and not whole.literal else date), field


def _ends_with_access(dates: Sequence[tuple[Date, Field]]) -> bool:
    """Whether `DA` is the only date or of another year; of an electronic book, it is then the date of access (en)."""
    if not dates or dates[-1][1].name != "da":
        return False
    return len(dates) == 1 or dates[-1][0].year != dates[0][0].year


def _precision(date: Date) -> int:
    """Return how many parts of a date are known."""
    point = date.start
    if point is None:
        return 0
    return 1 + (point.month is not None or point.season is not None) + (point.day is not None)


def _settle_pages(draft: Draft, variable: str) -> None:
    """Set the pages from the first to the last, or the number of pages of a book."""
    first = draft.entry.get("sp")
    last = draft.entry.get("ep") or draft.entry.get("lp")
    start, end = (first.value if first else ""), (last.value if last else "")
    if variable == "number-of-pages" and (end or not is_page_count(start)):
        variable = "page"
    is_whole = not start or not end or start == end or "-" in start or "–" in start
    pages = (start or end) if is_whole else f"{start}-{end}"
    origin = first if first and start else last
    if origin:
        spans = (origin.span, origin.name_span, origin.value_span)
        draft.put(variable, pages, Field(origin.name, pages, *spans))


def _settle_periodical(draft: Draft) -> None:
    """Set the name of a periodical, and its abbreviation: `JO` is either."""
    fields = stated(draft.entry, _PERIODICAL_NAMES)
    for field in fields:
        is_short = "." in field.value and field is not fields[0]
        draft.put("container-title-short" if is_short else "container-title", field.value, field)
    if not fields and draft.has("container-title-short"):
        draft.move("container-title-short", "container-title")


def _settle_conference(draft: Draft) -> None:
    """Set the names and places of a conference and its proceedings, which share tags if there is one of each."""
    names, places = stated(draft.entry, ("c3", "t2")), stated(draft.entry, ("c1", "cy"))
    for fields, variables in (
        (names, ("container-title", "event-title")),
        (places, ("publisher-place", "event-place")),
    ):
        for variable, field in zip(variables, fields, strict=False):
            draft.put(variable, field.value, field)


def _settle_editors(draft: Draft) -> None:
    """Read the second authors of a book that is in no series as its editors."""
    if "collection-title" not in draft.item.text and not draft.has("editor"):
        draft.move("collection-editor", "editor")
