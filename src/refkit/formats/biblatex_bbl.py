"""The .bbl that biber writes for BibLaTeX: records with their fields, not typeset text.

Format: the file that `biblatex.sty` reads, as biber 2.x writes it ("biblatex bbl format version 2.x and 3.x").
What biber adds for sorting and labels is left out; what remains are the .bib file's own fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from refkit.formats import Format
from refkit.formats.bibtex.fields import build_item
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
_FOR_LABELS = lazy_pattern(
    r"sortinit.*|extra.*|label.*|.*hash|.*source|.*era|.*julian|.*dateuncertain|.*dateapproximate|singletitle|clonesourcekey"
    r"|.*urlraw|.*(?:hour|minute|second|timezone|season|yeardivision)|.*dateunspecified|.*dateunknown|namehash|presort"
)
_WRITTEN = {"\\bibrangedash": "--", "\\bibrangessep": ", ", "\\bibinitperiod": "."}
_COMMAND = lazy_pattern(
    r"(\\(?:bibrangedash|bibrangessep|bibinitperiod|bibnamedelim[a-di]|bibinitdelim))(?![A-Za-z]) ?"
)


def read(source: Source) -> Library:
    """Read the records; one that is listed for several sections is read once."""
    items: list[Item] = []
    entries: list[Entry] = []
    faults: list[Fault] = []
    known: set[str] = set()
    pairs = brace_pairs(source.text)
    begun = [*_ENTRY.finditer(source.text)]
    limits = [*(found.start() for found in begun[1:]), len(source.text)]
    for found, limit in zip(begun, limits, strict=True):
        if found[1] in known:
            continue
        known.add(found[1])
        end = source.text.find(_END, found.end(), limit)
        if end < 0:
            faults.append(Fault(f"the record `{found[1]}` has no end", Span(*found.span()), source))
            end = limit
        entry = _entry(source, found, end, pairs)
        item, guessed = build_item(entry, entry.by_name(), "biblatex")
        item.origins = {}
        items.append(item)
        entries.append(entry)
        faults.extend(guessed)
    if not begun:
        faults.append(no_references(source))
    return Library(items, entries, faults, [source])


def detect(text: str) -> bool:
    """Whether a text says at its beginning that biblatex reads it."""
    return _HEAD.search(text[:2000]) is not None


FORMATS = (Format("biblatex-bbl", (), read, None, detect),)


def _entry(source: Source, found: re.Match[str], end: int, pairs: dict[int, int]) -> Entry:
    fields = [*_fields(source.text, found.end(), end, pairs)]
    fields += _dates([field for field in fields if _DATE.fullmatch(field.name)])
    kept = [field for field in fields if not _DATE.fullmatch(field.name) and field.value]
    whole = Span(found.start(), end + len(_END) * source.text.startswith(_END, end))
    return Entry(
        source, found[2].lower(), found[1], whole, Span(*found.span(2)), Span(*found.span(1)),
        partial(_same, kept),
    )  # fmt: skip


def _same(fields: list[Field], entry: Entry) -> list[Field]:
    return fields


def _fields(text: str, start: int, end: int, pairs: dict[int, int]) -> Iterator[Field]:
    """Give the fields between two places that say something of the work."""
    at = start
    while found := _PART.search(text, at, end):
        at = found.end()
        if found["verb"]:
            yield from _field(
                found["verb"], found["value"].strip(), found.span("verb"), found.span("value")
            )
            continue
        opening = text.find("{", at, end)
        count = _COUNT.match(text, at)
        if count and found["kind"] != "field":
            opening = text.find("{", count.end(), end)
        last = pairs.get(opening)
        if last is None:
            continue
        if found["kind"] == "name":
            while text.startswith("{", last + 1):  # options come before the names
                opening, last = last + 1, pairs.get(last + 1, end)
        name = found["name"] or "keywords"
        value = _value(found["kind"] or "field", text, opening, last, pairs)
        place = found.span("name") if found["name"] else found.span()
        yield from _field(name, value, place, (opening, last + 1))
        at = last


def _field(
    name: str, value: str, place: tuple[int, int], value_place: tuple[int, int]
) -> Iterator[Field]:
    if not _FOR_LABELS.fullmatch(name):
        yield Field(name, value, Span(place[0], value_place[1]), Span(*place), Span(*value_place))


def _value(kind: str, text: str, opening: int, last: int, pairs: dict[int, int]) -> str:
    """Return a field as a .bib file would have it."""
    if kind == "field":
        return _plain(text[opening + 1 : last])
    groups = list(_groups(text, opening + 1, last, pairs))
    if kind == "list":
        return " and ".join(_in_braces(_plain(text[a + 1 : b])) for a, b in groups)
    return " and ".join(_person(text, a + 1, b, pairs) for a, b in groups)


def _groups(text: str, start: int, end: int, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Give the groups that follow each other between two places."""
    at = text.find("{", start, end)
    while at >= 0 and at in pairs:
        yield at, pairs[at]
        at = text.find("{", pairs[at], end)


def _person(text: str, start: int, end: int, pairs: dict[int, int]) -> str:
    """person = "{" options "}" "{" "family={" ... "}," "given={" ... "}" "}" """
    parts: dict[str, str] = {}
    at = start
    while found := _NAME_PART.search(text, at, end):
        last = pairs.get(found.end() - 1, end)
        parts.setdefault(found[1], _plain(text[found.end() : last]))
        at = max(last, found.end())
    family = " ".join(filter(None, (parts.get("prefix"), parts.get("family"))))
    if parts.keys() == {"family"}:
        return family if family == "others" else f"{{{family}}}"
    return ", ".join(filter(None, (family, parts.get("suffix"), parts.get("given"))))


def _in_braces(value: str) -> str:
    """Keep an `and` inside a publisher's name from parting it."""
    return f"{{{value}}}" if re.search(r"\band\b", value) else value


def _plain(value: str) -> str:
    return _COMMAND.sub(
        lambda found: _WRITTEN.get(found[1], " "), _LINE_END.sub(" ", value)
    ).strip()


def _dates(parts: list[Field]) -> Iterator[Field]:
    """Give the dates whose years, months and days stand apart."""
    for kind in ("", "event", "orig", "url"):
        own = {
            field.name.removeprefix(kind): field for field in parts if field.name.startswith(kind)
        }
        begin, close = _date(own, ""), _date(own, "end")
        first = own.get("year")
        if first is None or (kind == "" and not first.name.startswith("year")):
            continue
        value = f"{begin}/{close}" if "endyear" in own else begin
        yield Field(f"{kind}date", value, first.span, first.name_span, first.value_span)


def _date(parts: dict[str, Field], end: str) -> str:
    found = [parts[end + name].value for name in ("year", "month", "day") if end + name in parts]
    return "-".join(value.rjust(2, "0") for value in found)
