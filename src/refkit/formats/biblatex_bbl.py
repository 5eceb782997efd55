"""The .bbl file that biber writes for BibLaTeX, which contains records with fields.

The format is the one that `biblatex.sty` reads, as written by biber 2.x ("biblatex bbl format version 2.x and 3.x").
Fields that biber adds for sorting and labels are omitted, so that the fields of the .bib file remain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from refkit.formats import Format
from refkit.formats.bibtex.fields import build_item
from refkit.formats.bibtex.problems import missing_key
from refkit.model.entry import Entry, Fault, Field, no_references
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.tex.decode import brace_pairs

_HEAD = lazy_pattern(
    r"^% \$ biblatex (?:auxiliary file|bbl format version [\d.]+) \$", re.MULTILINE
)
_ENTRY = lazy_pattern(r"\\entry\{([^{}]*+)\}\{([^{}]*+)\}")
_END = "\\endentry"
_PART = lazy_pattern(
    r"\\(?:(?P<kind>name|list|field)\{(?P<name>[a-z]++)\}|verb\{(?P<verb>[a-z]++)\}\s*?\n\s*?\\verb (?P<value>[^\n]*+)"
    r"|keyw(?=\{))"
)
_NAME_PART = lazy_pattern(r"(family|given|prefix|suffix)=\{")
_COUNT = lazy_pattern(r"\{\d*\}")
_LINE_END = lazy_pattern(r"%?\s*\n\s*")
_DATE = lazy_pattern(r"(event|orig|url|)(end)?(year|month|day)")
_LABEL_FIELDS = lazy_pattern(
    r"sortinit.*|extra.*|label.*|.*hash|.*source|.*era|.*julian|.*dateuncertain|.*dateapproximate|singletitle|clonesourcekey"
    r"|.*urlraw|.*(?:hour|minute|second|timezone|season|yeardivision)|.*dateunspecified|.*dateunknown|namehash|presort"
)
_REPLACEMENTS = {"\\bibrangedash": "--", "\\bibrangessep": ", ", "\\bibinitperiod": "."}
_COMMAND = lazy_pattern(
    r"(\\(?:bibrangedash|bibrangessep|bibinitperiod|bibnamedelim[a-di]|bibinitdelim))(?![A-Za-z]) ?"
)


def read(source: Source) -> Library:
    """Read the records; a record in several sections is read once."""
    items: list[Item] = []
    entries: list[Entry] = []
    faults: list[Fault] = []
    keys: set[str] = set()
    pairs = brace_pairs(source.text)
    matches = [*_ENTRY.finditer(source.text)]
    limits = [*(match.start() for match in matches[1:]), len(source.text)]
    for match, limit in zip(matches, limits, strict=True):
        if match[1] in keys:
            continue
        keys.add(match[1])
        end = source.text.find(_END, match.end(), limit)
        if end < 0:
            faults.append(Fault(f"the record `{match[1]}` has no end", Span(*match.span()), source))
            end = limit
        if not match[1]:
            faults.append(missing_key(source, Span(*match.span(2))))
        entry = _entry(source, match, end, pairs)
        item, item_faults = build_item(entry, entry.by_name(), "biblatex")
        items.append(item)
        entries.append(entry)
        faults.extend(item_faults)
    if not matches:
        faults.append(no_references(source))
    return Library(items, entries, faults, [source])


def detect(text: str) -> bool:
    """Whether a text begins with the header of such a file."""
    return _HEAD.search(text[:2000]) is not None


FORMATS = (Format("biblatex-bbl", (), read, None, detect),)


def _entry(source: Source, match: re.Match[str], end: int, pairs: dict[int, int]) -> Entry:
    fields = [*_fields(source.text, match.end(), end, pairs)]
    fields += _combine_dates([field for field in fields if _DATE.fullmatch(field.name)])
    other_fields = [field for field in fields if not _DATE.fullmatch(field.name) and field.value]
    span = Span(match.start(), end + len(_END) * source.text.startswith(_END, end))
    return Entry(
        source, match[2].lower(), match[1], span, Span(*match.span(2)), Span(*match.span(1)),
        partial(_return_fields, other_fields),
    )  # fmt: skip


def _return_fields(fields: list[Field], entry: Entry) -> list[Field]:
    return fields


def _fields(text: str, start: int, end: int, pairs: dict[int, int]) -> Iterator[Field]:
    """Yield the fields about the work between two positions."""
    position = start
    while match := _PART.search(text, position, end):
        position = match.end()
        if match["verb"]:
            yield from _field(
                match["verb"], match["value"].strip(), match.span("verb"), match.span("value")
            )
            continue
        opening = text.find("{", position, end)
        count = _COUNT.match(text, position)
        if count and match["kind"] != "field":
            opening = text.find("{", count.end(), end)
        last = pairs.get(opening)
        if last is None:
            continue
        if match["kind"] == "name":
            while text.startswith("{", last + 1):  # options come before the names
                opening, last = last + 1, pairs.get(last + 1, end)
        name = match["name"] or "keywords"
        value = _value(match["kind"] or "field", text, opening, last, pairs)
        place = match.span("name") if match["name"] else match.span()
        yield from _field(name, value, place, (opening, last + 1))
        position = last


def _field(
    name: str, value: str, place: tuple[int, int], value_place: tuple[int, int]
) -> Iterator[Field]:
    if not _LABEL_FIELDS.fullmatch(name):
        yield Field(name, value, Span(place[0], value_place[1]), Span(*place), Span(*value_place))


def _value(kind: str, text: str, opening: int, last: int, pairs: dict[int, int]) -> str:
    """Return a field as a .bib file would have it."""
    if kind == "field":
        return _strip_commands(text[opening + 1 : last])
    groups = list(_groups_between(text, opening + 1, last, pairs))
    if kind == "list":
        return " and ".join(_protect_and(_strip_commands(text[a + 1 : b])) for a, b in groups)
    return " and ".join(_parse_person(text, a + 1, b, pairs) for a, b in groups)


def _groups_between(
    text: str, start: int, end: int, pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the consecutive groups between two positions."""
    position = text.find("{", start, end)
    while position >= 0 and position in pairs:
        yield position, pairs[position]
        position = text.find("{", pairs[position], end)


def _parse_person(text: str, start: int, end: int, pairs: dict[int, int]) -> str:
    """person = "{" options "}" "{" "family={" ... "}," "given={" ... "}" "}" """
    parts: dict[str, str] = {}
    position = start
    while match := _NAME_PART.search(text, position, end):
        last = pairs.get(match.end() - 1, end)
        parts.setdefault(match[1], _strip_commands(text[match.end() : last]))
        position = max(last, match.end())
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    if parts.keys() == {"family"}:
        return family if family == "others" else f"{{{family}}}"
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _protect_and(value: str) -> str:
    """Return a publisher's name in braces if it contains `and`, which would split it."""
    return f"{{{value}}}" if re.search(r"\band\b", value) else value


def _strip_commands(value: str) -> str:
    return _COMMAND.sub(
        lambda match: _REPLACEMENTS.get(match[1], " "), _LINE_END.sub(" ", value)
    ).strip()


def _combine_dates(parts: list[Field]) -> Iterator[Field]:
    """Yield dates combined from separate years, months and days."""
    for kind in ("", "event", "orig", "url"):
        fields_by_part = {
            field.name.removeprefix(kind): field for field in parts if field.name.startswith(kind)
        }
        begin, end = _join_date(fields_by_part, ""), _join_date(fields_by_part, "end")
        year = fields_by_part.get("year")
        if year is None or (kind == "" and not year.name.startswith("year")):
            continue
        value = f"{begin}/{end}" if "endyear" in fields_by_part else begin
        yield Field(f"{kind}date", value, year.span, year.name_span, year.value_span)


def _join_date(parts: dict[str, Field], end: str) -> str:
    match = [parts[end + name].value for name in ("year", "month", "day") if end + name in parts]
    return "-".join(value.rjust(2, "0") for value in match)
