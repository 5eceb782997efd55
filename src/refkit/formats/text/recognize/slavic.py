"""Recognize the parts of references in Cyrillic script by the areas of GOST R 7.0.5 and 7.0.100.

reference = [authors] title ["[" medium "]"] [" / " people] [" // " host] (area)*
area = [". –"] (edition | place ":" publisher "," year | volume | issue | pages | series | thesis)
"""

from __future__ import annotations

import re

from refkit.data.words import slavic as words
from refkit.formats.text.recognize.form_parts import FormParts
from refkit.patterns import lazy_pattern

# Latin letters of the same shape are frequent in initials, places and abbreviations.
_CAPITAL = r"[\u0400-\u042f\u0490ABCEHIKMOPTX]"
_SMALL = r"[\u0430-\u045f\u0491’'ʼ]"
_FAMILY = rf"{_CAPITAL}{_SMALL}+(?:-{_CAPITAL}{_SMALL}+)?"
_INITIALS = rf"{_CAPITAL}{_SMALL}?\.(?:[\s-]{{0,2}}{_CAPITAL}{_SMALL}?\.){{0,2}}"
_INVERTED = rf"{_FAMILY},?\s{_INITIALS}"
_NATURAL = rf"{_INITIALS}\s?{_FAMILY}"
_JOIN = rf"(?:\s?[,;]\s?|\s(?:{words.ANDS})\s)"
_OTHERS = rf"(?:,?\s{words.OTHERS})?"
_HEAD = lazy_pattern(
    rf"\s*(?:[\[(]?(?P<number>\d{{1,3}})(?:[\])]\.?|\.)\s*)?"
    rf"(?:(?P<author>{_INVERTED}(?:(?:{_JOIN}|\s){_INVERTED}){{0,15}}{_OTHERS})[,:]?\s+)?(?=[«„\"]?[^\W_])"
)
_CYRILLIC = lazy_pattern(r"[\u0400-\u045f]{3}")
_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = r"\s?[–—-]\s?"
_YEARS = rf"{_YEAR}(?:{_RANGE}{_YEAR})?"
_PLACE = rf"{_CAPITAL}[\w-]{{0,20}}(?:\.|\s[^\W\d_][\w/-]{{0,20}}\.?)?"
_PLACES = rf"{_PLACE}(?:\s?[;,]\s?{_PLACE})?"
_IMPRINT = rf"(?P<location>{_PLACES})\s?:\s?(?P<publisher>[^:/\n]{{2,70}}?),\s?(?=(?P<date>{_YEARS})(?!\d))"
_PLACE_AND_YEAR = rf"(?P<location>{_PLACES})(?:,|(?<=\.))\s(?=(?P<date>{_YEARS})(?!\d))"
_EDITION = (
    rf"(?:(?P<edition_number>\d{{1,2}})(?:-[^\W\d_]{{1,2}}|\.)?\s(?:{words.EDITION})\b\.?"
    rf"|(?:{words.EDITION})\b\.?\s(?P<edition_number_>\d{{1,2}})(?:-[^\W\d_]{{1,2}})?)"
    rf"(?P<note>(?:[\s.,]+(?:{words.EDITION_REMARKS})\b\.?)*)"
)
_NUMBER = r"\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s?\(\d{1,5}\))?|[IVXLC]{1,7}\b"
_VOLUME = rf"(?:{words.VOLUMES})\b\.?\s?(?P<volume>{_NUMBER})"
_ISSUE = rf"(?:{words.ISSUES})\.?\s?(?P<issue>{_NUMBER})"
_PAGES = rf"(?:{words.PAGES})\b\.?\s?(?P<pages>\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?)"
_TOTAL = rf"(?P<pages>\d{{1,5}}\s?(?:{words.TOTAL_PAGES})\b\.?)"
_THESIS = rf"(?P<genre>{words.THESIS})"
_WHOLE = words.WHOLE_WORKS
_SECTION = rf"(?P<section>(?:{words.SECTIONS})\b[.:]*\s(?:«[^«»]{{1,60}}»|[^.,–—/]{{1,60}}))"
_MEDIUM = rf"\[(?P<medium>{words.MEDIA})\]"
_EDITED = rf"(?i:{words.EDITED_BY})\s(?:(?:{words.TITLES})\.?\s)?"
_EDITORS = rf"{_EDITED}(?P<editor>{_NATURAL}(?:{_JOIN}{_NATURAL}){{0,5}}{_OTHERS})"
_TRANSLATORS = (
    rf"(?i:{words.TRANSLATED_BY})\s?(?P<translator>{_NATURAL}(?:{_JOIN}{_NATURAL}){{0,5}}{_OTHERS})"
)
_AUTHORS = rf"(?P<author>{_NATURAL}(?:{_JOIN}{_NATURAL}){{0,15}}{_OTHERS})(?=\s*(?:[.;]|//|\Z))"
_SERIES = (
    rf"\((?P<collection_title>{_CAPITAL}[^()\d:]{{3,80}}?)"
    r"(?:\s?[;.]\s?(?:[^\W\d_]{1,4}\.\s?|№\s?)?(?P<collection_number>\d{1,4}))?\)"
)
_DAY = r"(?P<date>\d{1,2}\s[^\W\d_]{3,9})(?=[.,\s]|\Z)"
_DATE = rf"(?P<date>{_YEARS})(?!\d)(?:\s?(?:г|р)\b\.?)?"
_FIELDS = tuple(
    lazy_pattern(pattern, re.IGNORECASE if pattern in (_VOLUME, _ISSUE, _PAGES) else 0)
    for pattern in (
        _MEDIUM, _THESIS, _EDITORS, _TRANSLATORS, _EDITION, _WHOLE, _SECTION, _ISSUE, _VOLUME, _PAGES, _TOTAL, _IMPRINT,
        _PLACE_AND_YEAR, _DATE, _DAY, _SERIES, _AUTHORS,
    )
)  # fmt: skip
# What follows a title: a mark of GOST, or a full stop, colon or comma before an area that is certain.
_CERTAIN = "|".join(
    (
        _EDITION,
        _IMPRINT,
        _PLACE_AND_YEAR,
        f"(?i:{_VOLUME}|{_ISSUE})",
        rf"{_DATE}\W",
        _EDITORS,
        _TRANSLATORS,
        _SECTION,
    )
)


def _bare(pattern: str) -> str:
    """Return a pattern without the names of its groups."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


_BEHIND_TITLE = lazy_pattern(
    rf"\s//\s?|\.//\s?|\s/\s(?=\S)|\.?\s[–—-]\s(?=[\u0400-\u042f\d№])|\.\s?[–—-]\s?(?={_CAPITAL}|\d|№)|\s?(?={_bare(_MEDIUM)})"
    rf"|\s?[:.,]\s(?={_bare(_WHOLE)}|{_bare(_THESIS)})|\.\s(?={_bare(_CERTAIN)})|,\s(?={_YEAR}\b(?!{_RANGE}\d|\sгг))|\s?(?=https?:)"
)
_WHOLE_WORK = lazy_pattern(_WHOLE)
_AREA_MARK = lazy_pattern(r"\s?/|\.\s?[–—-]|\.//")
_HOST = lazy_pattern(r"\s?//\s?")
_HOST_OF_JOURNAL = lazy_pattern(
    rf"(?P<container_title>[\u0400-\u042f«„][^,./:\d]{{3,90}}),\s(?={_YEAR}|(?i:{words.VOLUMES}|{words.ISSUES})\b\.?\s?\d)"
)
_NUMBERED = lazy_pattern(
    rf"(?:{words.VOLUMES}|{words.ISSUES}|{words.PAGES})\.?\s?\d", re.IGNORECASE
)
_LONGEST_NOTES = 60  # characters of unparsed text; with more, the reference has another form
_SKIPPED = lazy_pattern(r"[\s.,;:–—-]+(?!//)(?:/\s)?|\s?/(?=\s)")
_STOP = lazy_pattern(
    r"\(?(?:https?:|doi\b|URL|ISBN|ISSN|УДК|режим|Режим)|\((?:дата)\s", re.IGNORECASE
)
_PIECE = lazy_pattern(r"[^\s](?:(?!\.\s[–—-]\s|\s//\s|\s;\s|\.\s[\u0400-\u042f]|,\s\d{4}).)*")


def slavic_form(text: str) -> FormParts | None:
    """Return the parts of a reference in this form, or None."""
    if not _CYRILLIC.search(text):
        return None
    head = _HEAD.match(text)
    if head is None:
        return None
    parts = FormParts(text)
    parts.add(
        "citation-number",
        head.start(),
        head.start("author") if head["number"] and head["author"] else 0,
    )
    parts.add("author", *head.span("author"))
    parts.end = head.end()
    if not _add_work(parts, "title", certain=head["author"] is not None):
        return None
    _add_areas(parts)
    notes = sum(one.end - one.start for one in parts.segments if one.label == "note")
    return parts if parts.has("date") and notes <= _LONGEST_NOTES else None


def _add_work(parts: FormParts, label: str, *, certain: bool) -> bool:
    """Add the title of a work up to what follows titles; without an author, only up to a mark of GOST or `в 4 т.`."""
    found = _BEHIND_TITLE.search(parts.text, parts.end)
    if found is None:
        return False
    if not (certain or _AREA_MARK.match(found[0]) or _WHOLE_WORK.match(parts.text, found.end())):
        return False
    parts.add(label, parts.end, found.start())
    parts.end = found.start() if "//" in found[0] else found.end()
    return found.start() > 0


def _add_areas(parts: FormParts) -> None:
    """Add the areas after the title, up to an address or identifier."""
    while parts.end < len(parts.text):
        skipped = _SKIPPED.match(parts.text, parts.end)
        parts.end = skipped.end() if skipped is not None else parts.end
        if parts.end >= len(parts.text) or _STOP.match(parts.text, parts.end):
            return
        if not (_add_host(parts) or _add_field(parts)):
            _add_note(parts)


def _add_host(parts: FormParts) -> bool:
    """Add the work that contains this one: after two slashes, or before a year or number."""
    if parts.has("container-title"):
        return False
    slashes = _HOST.match(parts.text, parts.end)
    if slashes is not None:
        parts.end = slashes.end()
        return _add_work(parts, "container-title", certain=True)
    known = any(map(parts.has, ("location", "volume", "date", "genre")))
    journal = None if known else _HOST_OF_JOURNAL.match(parts.text, parts.end)
    if journal is None or not _NUMBERED.search(parts.text, journal.end()):
        return False
    parts.add_groups(journal)
    parts.end = journal.end()
    return True


def _add_field(parts: FormParts) -> bool:
    for pattern in _FIELDS:
        found = pattern.match(parts.text, parts.end)
        if found is None or found.end() == parts.end:
            continue
        parts.add_groups(found)
        parts.end = max(found.end(), *(found.end(name) for name in found.groupdict()))
        return True
    return False


def _add_note(parts: FormParts) -> None:
    """Keep a piece of another kind as unparsed text."""
    piece = _PIECE.match(parts.text, parts.end)
    end = piece.end() if piece is not None else parts.end + 1
    parts.add("note", parts.end, end)
    parts.end = end
