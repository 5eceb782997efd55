"""Reader for MARCXML."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.languages import NO_LANGUAGE, language_code
from refkit.data.marc import FIELDS, IDENTIFIERS, LEVELS, PARTS, RECORD_TYPES, RESOLVERS
from refkit.data.relators import CODES, PUBLISHERS, role_code
from refkit.formats._draft import Draft, read_records
from refkit.formats._values import read_person
from refkit.formats._xml_records import xml_records
from refkit.formats._xml_values import (
    RecordValues,
    build_with,
    fields_with,
    plain_text,
    without_copyright,
)
from refkit.formats.marcxml.fields import MarcField, MarcRecord, marc_record
from refkit.model.bibtex_words import edition_number
from refkit.model.dates import parse_date
from refkit.model.entry import Entry, Fault, Field
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.xml_reading import XmlElement

_PAGES = lazy_pattern(r"([0-9]{1,5})\s*(?:p\b|pp\b|pages\b|S\.|S\b|Seiten\b|Bl\b)")
_PART = lazy_pattern(r"([^\W\d_]{1,8})[.:]{0,2}\s{0,2}([0-9ivxlcA-Z][\w-]{0,20})")
_YEAR = lazy_pattern(r"[0-9]{4}")
_BRACKETS = str.maketrans("", "", "[]©℗")
_SUFFIX = lazy_pattern(r"(?:Jr|Sr|[IVX]{1,4})\.?\Z")
_NOT_THE_WORK = lazy_pattern(
    r"(?i)inhalt|contents|cover|klappentext|description|abstract|rezension"
)


def read(source: Source) -> Library:
    """Read the records of a source."""
    return read_records(source, _records, build)


def build(entry: Entry) -> Draft:
    """Return the item of a record."""
    return build_with(_read, entry)


def _records(source: Source) -> Iterator[Entry | Fault]:
    return xml_records(source, ("record",), _read_type, _fields)


def _read_type(record: XmlElement, text: str) -> tuple[str, Span]:
    return "", Span(record.start, record.start)


def _fields(record: XmlElement, text: str) -> list[Field]:
    return fields_with(_read, record, text)


def _read(record: XmlElement, text: str) -> RecordValues:
    marc = marc_record(record)
    values = RecordValues(text, _item_type(marc))
    _put_title(values, marc)
    _put_names(values, marc)
    for tag, codes, variable in FIELDS:
        for field in marc.all(tag):
            values.put(variable, field.place(codes), ", ".join(field.all(codes)))
    for field in marc.all("250"):
        edition = field.first_of("a")
        values.put("edition", field.place("a"), edition_number(edition) or edition)
    _put_thesis(values, marc)
    _put_imprint(values, marc)
    _put_part(values, marc)
    _put_series(values, marc)
    _put_original(values, marc)
    _put_numbers(values, marc)
    _put_subjects(values, marc)
    return values


def _item_type(marc: MarcRecord) -> str:
    """Return the item type by the leader, and by fields of theses and of the work around a part."""
    kind, level = marc.leader[6:7], marc.leader[7:8]
    if any(marc.all("502")):
        return "thesis"
    hosts = [*marc.all("773")]
    if hosts and level in "ab ":
        if any(marc.all("111", "711")):
            return "paper-conference"
        is_article = any(host.first_of("x") or "volume" in _parts(host) for host in hosts)
        return "article-journal" if is_article else "chapter"
    if kind == "a" or (kind == "m" and any(marc.all("020"))):
        return LEVELS.get(level, "book")
    return RECORD_TYPES.get(kind, "document")


def _put_title(values: RecordValues, marc: MarcRecord) -> None:
    """title = $a [": " $b] [". " $n] [", " | ". " $p]; other titles and the names after it are kept"""
    for field in marc.all("245"):
        title = ": ".join(filter(None, (field.first_of("a"), field.first_of("b"))))
        part = ", ".join(field.all("np"))
        values.put("title", field.element, f"{title}. {part}" if part and title else title or part)
        values.keep("responsibility", field.place("c"), field.first_of("c"))
    for field in marc.all("246"):
        values.keep("other-title", field.element, ": ".join(field.all("ab")))


def _put_names(values: RecordValues, marc: MarcRecord) -> None:
    """Put persons, organizations and conferences, except for those of other works ($t)."""
    has_author = any(marc.all("100", "110"))
    for field in marc.all("100", "110", "111", "700", "710", "711"):
        if field.first_of("t"):
            continue
        if field.tag.endswith("11"):
            number = field.first_of("n").strip("() :")
            title = f"{field.first_of('a')} ({number})" if number else field.first_of("a")
            values.put("event-title", field.element, title)
            values.put("event-place", field.element, field.first_of("c").strip("()"))
            continue
        name = _person(field) if field.tag.endswith("00") else _organization(field)
        if name:
            _put_name(values, field, name, has_author)


def _put_name(values: RecordValues, field: MarcField, name: Name, has_author: bool) -> None:
    """Put a name by its role; without one, an added person is an author, or an editor of a work without authors."""
    codes = [role_code(role) for role in (*field.all("4"), *field.all("e"))]
    known = next((CODES[code] for code in codes if code in CODES), "")
    is_added = field.tag.startswith("7")
    if any(code in PUBLISHERS for code in codes) and not known:
        values.put("publisher", field.element, str(name))
    elif known or not codes:
        default = "editor" if is_added and not has_author else "author"
        if known or not is_added or field.tag == "700":
            values.put(known or default, field.element, name)
        else:
            values.keep("organization", field.element, str(name))
    else:
        values.keep(f"name-{codes[0]}", field.element, str(name))


def _person(field: MarcField) -> Name | None:
    """person = $a [$b] [$c]; the number of a pope and Jr. are suffixes"""
    name = read_person(field.first_of("a"))
    suffix = next((text for text in field.all("bc") if _SUFFIX.match(text)), "")
    return replace(name, suffix=suffix) if name and suffix and name.family else name


def _organization(field: MarcField) -> Name | None:
    text = ". ".join(field.all("ab"))
    return Name(literal=text) if text else None


def _put_thesis(values: RecordValues, marc: MarcRecord) -> None:
    """Put degree, university and year, which are one text in older records."""
    for field in marc.all("502"):
        values.put("genre", field.place("ba"), field.first_of("b") or field.first_of("a"))
        values.put("publisher", field.place("c"), field.first_of("c"))


def _put_imprint(values: RecordValues, marc: MarcRecord) -> None:
    """Put place, publisher and date; 264 has them by kind, where 1 is the publication and 4 the copyright."""
    fields = [f for f in marc.all("260", "264") if f.tag == "260" or f.second == "1"]
    fields += [f for f in marc.all("264") if f.second != "1"]
    for codes, variable in (("a", "publisher-place"), ("b", "publisher")):
        field = next((f for f in fields if f.first_of(codes)), None)
        if field:
            values.put(variable, field.place(codes), field.first_of(codes).strip("[]"))
    for field in fields:
        date = field.first_of("c").translate(_BRACKETS)
        if date and not values.has("issued"):
            values.put("issued", field.place("c"), parse_date(without_copyright(date)))
    year, element = marc.coded(7, 11), marc.control.get("008")
    if element and _YEAR.match(year) and not values.has("issued"):
        values.put("issued", element, parse_date(year))
    for field in marc.all("300"):
        pages = _PAGES.findall(field.first_of("a"))
        values.put("number-of-pages", field.element, pages[-1] if pages else "")


def _parts(host: MarcField) -> dict[str, str]:
    """part = (word [":" | "."] number)*"""
    found: dict[str, str] = {}
    for text in host.all("g"):
        for word, number in _PART.findall(text):
            if word.lower() in PARTS:
                found.setdefault(PARTS[word.lower()], number)
    return found


def _put_part(values: RecordValues, marc: MarcRecord) -> None:
    """Put volume, issue and pages of a part, and the imprint of the work around it."""
    for field in marc.all("773"):
        for variable, number in _parts(field).items():
            values.put(variable, field.element, number)
        place, colon, rest = field.first_of("d").partition(" : ")
        publisher = rest.rpartition(",")[0] or rest
        values.put("publisher-place", field.element, place if colon else "")
        values.put("publisher", field.element, publisher)


def _put_series(values: RecordValues, marc: MarcRecord) -> None:
    """Put the first series, as it is printed in the work or as the catalog has it."""
    for field in (*marc.all("490"), *marc.all("440", "830", "800", "810")):
        title = field.first_of("t") or field.first_of("a")
        if title and not values.has("collection-title"):
            values.put("collection-title", field.place("ta"), title)
            values.put("collection-number", field.place("v"), field.first_of("v"))
            values.put("ISSN", field.place("x"), field.first_of("x"))


def _put_original(values: RecordValues, marc: MarcRecord) -> None:
    """Put title, language and date of the work that a translation or reprint goes back to.

    The uniform title is that of the original if a language is in it; in 008/06, `r` is a reprint with both dates.
    """
    languages = [(code, field.place("h")) for field in marc.all("041") for code in field.all("h")]
    for field in marc.all("240"):
        if languages or field.first_of("l"):
            values.put("original-title", field.place("a"), field.first_of("a"))
        else:
            values.keep("uniform-title", field.place("a"), field.first_of("a"))
    for code, element in languages[:1]:
        values.keep("original-language", element, language_code(code[:3]))
    year, coded = marc.coded(11, 15), marc.control.get("008")
    if coded and marc.coded(6, 7) == "r" and _YEAR.match(year):
        values.put("original-date", coded, parse_date(year))


def _put_numbers(values: RecordValues, marc: MarcRecord) -> None:
    """Put identifiers, addresses and languages."""
    for field in marc.all("020"):
        number = field.first_of("a").partition(" ")[0]
        values.put("ISBN", field.place("a"), number)
    for field in marc.all("024"):
        kind, number = field.first_of("2").lower(), field.first_of("a")
        prefix = "" if "://" in number else RESOLVERS.get(kind, "")
        if field.first == "7" and kind in IDENTIFIERS:
            values.put(IDENTIFIERS[kind], field.place("a"), prefix + number)
    for field in marc.all("856"):
        is_work = field.second != "2" and not any(_NOT_THE_WORK.search(t) for t in field.all("3z"))
        address = next(field.elements("u"), None)
        if is_work and address and not values.has("URL"):
            values.put("URL", address)
            if "doi.org/" in plain_text(address) and not values.has("DOI"):
                values.put("DOI", address)
    codes = [(code, field.element) for field in marc.all("041") for code in field.all("a")]
    coded = marc.control.get("008")
    codes += [(marc.coded(35, 38), coded)] if coded else []
    for code, element in codes[:1]:
        if code not in NO_LANGUAGE:
            values.put("language", element, language_code(code[:3]))


def _put_subjects(values: RecordValues, marc: MarcRecord) -> None:
    for field in marc.all("600", "610", "611", "630", "648", "650", "651", "653"):
        values.put("keyword", field.element, " -- ".join(field.all("axyz")))
