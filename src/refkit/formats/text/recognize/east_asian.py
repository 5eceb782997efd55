"""Recognize the parts of references in Chinese, Japanese and Korean by their marks.

marked = [names] "「" title "」" [names "編"] "『" book "』" imprint     (also 〈 〉, 《 》 and, before these, “ ”)
dotted = names "." title "." imprint                                 (SIST 02, GB/T 7714 without codes, Korean APA)
listed = names "," title "," publisher "," year
imprint = publisher, place ":" publisher, volume, issue, date and pages, each with its own word, in any order
"""

from __future__ import annotations

import re

from refkit.data.reference_patterns import (
    ACCESSED_AFTER_CJK_DAY,
    ACCESSED_BEFORE_CJK_DAY,
    CJK_DAY,
)
from refkit.data.words import east_asian as words
from refkit.data.work_types import GBT_CODES
from refkit.formats.text.recognize.form_parts import FormParts
from refkit.patterns import lazy_pattern

_SCRIPT = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff々"
_WORD = lazy_pattern(rf"[{_SCRIPT}]{{2}}")
_CODE = lazy_pattern(rf"[\[［](?:{'|'.join(GBT_CODES)})(?:/(?:OL|CD|MT|DK))?[\]］]")
_ARTICLES = "「〈“"  # marks of works that are contained in another
_WORK = lazy_pattern(
    r"「(?P<a>[^「」]{1,200})」|『(?P<b>[^『』]{1,200})』|《(?P<c>[^《》]{1,200})》|〈(?P<d>[^〈〉]{1,200})〉"
    r"|“(?P<e>[^“”]{1,200})”(?=[\s，,、]{0,2}[《『])"
)
_MARKER = lazy_pattern(r"\s*(?:[\[(（]\d{1,3}[\])）]|\d{1,3}[.．])\s*")
_COUNTRY = lazy_pattern(r"\s*[\[［(（〔](?:[\u3400-\u9fff]{1,4})[\]］)）〕]\s*")
_ROLE = "|".join(f"(?P<{role}>{names})" for role, names in words.ROLES.items())
_ROLE_BEHIND = lazy_pattern(rf"\s?(?:{_ROLE})(?=[\s，,、：:；;()（）]|\Z)")
_YEAR = r"(?:1[5-9]|20)\d\d"
_BRACKETED_ROLE = lazy_pattern(
    rf"\s?[(（](?P<names>[{_SCRIPT}・·、，, ]{{2,30}}?)(?:{_ROLE})[)）][\s，,、：:]*\Z"
)
_NEWSPAPER = lazy_pattern(rf"[{_SCRIPT}]{{1,8}}(?:{words.NEWSPAPER_ENDS})")
_YEAR_OF_NAMES = lazy_pattern(
    rf"[\s,，、.．]*[(（]?(?P<date>{_YEAR}[a-z]?){words.YEARS}?[)）]?[\s,，、.．：:]*\Z"
)
_HEAD_EDGES = " \u3000,，、：:；;.．。"
_IN_BOOK = lazy_pattern(
    rf"[\s，,、。.．]*(?:{words.CONTAINED_IN})?(?P<names>[{_SCRIPT}・·、，, ]{{2,40}}?)\s?"
    rf"(?:{words.ROLES['editor']})[\s，,、：:]*\Z"
)
_ONLY_MARKS = lazy_pattern(rf"[\s，,、。.．：:]*(?:{words.CONTAINED_IN})?[\s，,、：:]*\Z")
_DASH = r"\s?[-–—―~～〜]{1,2}\s?"
_SKIPPED = lazy_pattern(r"[\s，,、。．.;；:：()（）]+")
_IMPRINT = tuple(
    lazy_pattern(pattern, re.IGNORECASE)
    for pattern in (
        r"〔(?P<collection_title>[^〔〕\d]{2,40})(?P<collection_number>\d{1,4})?〕",
        rf"(?P<pages>\d{{1,5}}(?:{_DASH}\d{{1,5}})?)\s?{words.PAGES}",
        rf"(?:第|{words.PAGES}|pp?\.?)\s?(?P<pages>\d{{1,5}}(?:{_DASH}\d{{1,5}})?)(?:\s?{words.PAGES}|(?=[\s，,、。．.]|\Z))",
        rf"(?P<pages>\d{{1,5}}{_DASH}\d{{1,5}})(?=[\s，,、。．.]|\Z)",
        rf"[第제]?\s?(?P<volume>\d{{1,4}})\s?{words.VOLUMES}",
        rf"[第제]?\s?(?P<issue>\d{{1,4}})\s?{words.ISSUES}",
        rf"第?(?P<edition_number>\d{{1,2}})\s?{words.EDITIONS}",
        r"vol\.?\s?(?P<volume>\d{1,4})(?!\w)",
        r"no\.?\s?(?P<issue>\d{1,4})(?!\w)",
        r"(?P<volume>\d{1,4})\s?[(（](?P<issue>\d{1,4})[)）](?:[:：]\s?(?P<pages>\d{1,5}(?:[-–]\d{1,5})?))?",
        rf"(?P<date>{_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?)",
        rf"(?P<note>{words.EDITIONS_OF_DAY})",
        r"(?P<pages>\d{1,5}\s?p)\b\.?",
        rf"(?P<date>{_YEAR}){words.YEARS}?(?![\d\w-])",
        rf"(?P<date>{_YEAR}){words.YEARS}(?=第)",
        rf"(?P<issue>\d{{1,2}})\s?{words.MONTHS}{words.ISSUES}",
        r"(?P<volume>\d{1,4})(?:[(（]-[)）])?(?=[\s，,、。．.:：]|\Z)",
        rf"(?P<genre>{words.THESES})",
        rf"(?P<translator>[{_SCRIPT}・·]{{2,20}}?)\s?(?:{words.ROLES['translator']})(?=[\s，,、。)）])",
        r"(?P<location>[^\s\d，,、。．.：:()（）][^\d，,、。．.：:()（）]{0,14}?)\s?[：:]\s?"
        r"(?P<publisher>[^\d，,、。．.：:()（）]{2,40})",
        r"(?<=[(（])(?P<collection_title>[^()（）\d:：,，]{2,40}?)(?:[\s,，;；]{1,2}(?P<collection_number>\d{1,4}))?"
        r"(?=[)）][\s.．。]*\Z)",
        r"(?P<publisher>[^\W\d](?:[^\d，,、。．.：:()（）〔「『《〈]|\d(?=[^\W\d巻卷권期号號호])){1,60})",
    )
)
_STOP = lazy_pattern(r"https?:|doi\b|URL|ISBN|ISSN", re.IGNORECASE)
_ADDRESS = lazy_pattern(
    r"(?:URL[:：\s]*)?https?://[^\s<>\"“”«»、。，；（）「」『』【】〔〕]+(?<![.,;:!?)\]])"
)
_ACCESSED = lazy_pattern(
    rf"[\s、，,.。（(\[［>]*(?P<note>{ACCESSED_BEFORE_CJK_DAY}{CJK_DAY}|{CJK_DAY}{ACCESSED_AFTER_CJK_DAY})[\s）)\]］.。]*"
)
_A_NAME = (
    rf"[{_SCRIPT}]{{2,5}}|[\u3400-\u9fff々]{{1,3}}[ \u3000][{_SCRIPT}]{{1,4}}"
    r"|[\u30a0-\u30ff]{2,10}(?:・[\u30a0-\u30ff]{2,10}){1,2}"
)
_NAMES = (
    rf"(?:{_A_NAME})(?:\s?[,，、;；·・]\s?(?:{_A_NAME})){{0,15}}(?:[,，、]?\s?(?:{words.OTHERS}))?"
)
_START = rf"(?:{_MARKER.pattern})?"
_DATED = lazy_pattern(
    rf"{_START}(?P<author>(?:{_A_NAME})(?:\s?[,，、;；·・.．]\s?(?:{_A_NAME})){{0,15}}(?:[,，、]?\s?(?:{words.OTHERS}))?)"
    rf"[.．。,，、]?\s?(?:[(（](?P<date>{_YEAR}){words.YEARS}?[)）]|(?<=[.．,，、\s])(?P<date_>{_YEAR})(?=[.．,，、]))[.．。,，、:：]?\s*"
    r"(?P<title>[^\d.．。\s](?:[^.．。,，]|,(?=[^,.]{1,100}')){1,150}?)[.．。,，]\s*(?=[^\s.．])"
)
_DOTTED = lazy_pattern(
    rf"{_START}(?P<author>{_NAMES})\s?[.．。]\s*(?P<title>[^.．。\s][^.．。]{{1,150}}?)[.．。]\s*(?=\S)"
)
_LISTED = lazy_pattern(
    rf"{_START}(?P<pieces>[^\d.．。()（）：:]{{2,40}}(?:[,，、]\s?[^\d,，、.．。()（）：:]{{2,60}}){{2,6}})"
    rf"[,，、]\s?(?={_YEAR}{words.YEARS}?[\s.．。,，、]*(?:\Z|{_YEAR}|p))"
)
_PIECE = lazy_pattern(r"[^,，、\s][^,，、]*")
_LISTED_NAME = lazy_pattern(r"[\u3400-\u9fff\uac00-\ud7a3々]{2,4}")


def east_asian_form(text: str) -> FormParts | None:
    """Return the parts of a reference in one of these forms, or None."""
    if not _WORD.search(text) or _CODE.search(text):
        return None
    return _marked(text) or _dotted(text) or _listed(text)


# Titles in marks


def _marked(text: str) -> FormParts | None:
    works = list(_WORK.finditer(text))
    parts = FormParts(text)
    if not works or not _add_head(parts, works[0].start()):
        return None
    first, book = works[0], _book(parts, works)
    parts.add("title", *first.span(first.lastgroup or 0))
    parts.end = first.end()
    if book is not None:
        parts.add("container-title", *book.span(book.lastgroup or 0))
        parts.end = book.end()
    _add_imprint(parts)
    if book is None and first[0][0] in _ARTICLES and (parts.has("issue") or parts.has("volume")):
        parts.relabel("publisher", "container-title")
    _relabel_newspaper(parts)
    return parts


def _relabel_newspaper(parts: FormParts) -> None:
    """Label the name of a newspaper before the title of an article as the container."""
    dated = any("日" in parts.text[s.start : s.end] for s in parts.segments if s.label == "date")
    head = next((s for s in parts.segments if s.label == "author"), None)
    if not dated or head is None or parts.has("container-title") or parts.has("publisher"):
        return
    if _NEWSPAPER.fullmatch(parts.text, head.start, head.end):
        parts.relabel("author", "container-title")


def _add_head(parts: FormParts, end: int) -> bool:
    """Add the people and the year before the first work; whether there is nothing else."""
    text = parts.text
    start = 0
    marker = _MARKER.match(text, 0, end)
    if marker is not None:
        parts.add("citation-number", *marker.span())
        start = marker.end()
    year = _YEAR_OF_NAMES.search(text, start, end)
    if year is not None:
        parts.add("date", *year.span("date"))
        end = year.start()
    bracketed = _BRACKETED_ROLE.search(text, start, end)
    if bracketed is not None:
        end = bracketed.start()
    head = text[start:end]
    if len(head) > 120 or any(
        char.isdigit() or char in "。（(" for char in head.rstrip(_HEAD_EDGES)
    ):
        return False
    _add_people(parts, start, end)
    if bracketed is not None:
        parts.add(_role_of(bracketed), *bracketed.span("names"))
    return True


def _role_of(found: re.Match[str]) -> str:
    """Return the role whose word a pattern found."""
    return next((role for role in words.ROLES if found[role]), "author")


def _add_people(parts: FormParts, start: int, end: int) -> None:
    """Add names with a role after them, and names without a role as authors."""
    for found in _ROLE_BEHIND.finditer(parts.text, start, end):
        role = found.lastgroup or "author"
        if found.start() > start:
            _add_names(parts, role, start, found.start())
        start = found.end()
    _add_names(parts, "author", start, end)


def _add_names(parts: FormParts, role: str, start: int, end: int) -> None:
    country = _COUNTRY.match(parts.text, start, end)
    start = country.end() if country is not None else start
    names = parts.text[start:end]
    start += len(names) - len(names.lstrip(_HEAD_EDGES))
    end -= len(names) - len(names.rstrip(_HEAD_EDGES))
    comma = max(parts.text.rfind(mark, start, end) for mark in ",，")
    if role == "translator" and comma > start and not parts.has("author"):  # author, translator 译
        parts.add("author", start, comma)
        start = comma + 1
    if start < end:
        parts.add(role, start, end)


def _book(parts: FormParts, works: list[re.Match[str]]) -> re.Match[str] | None:
    """Return the work that contains the first one; only its editor can be between them."""
    if len(works) < 2:
        return None
    first, book = works[:2]
    if _ONLY_MARKS.match(parts.text, first.end(), book.start()):
        return book
    editor = _IN_BOOK.match(parts.text, first.end(), book.start())
    if editor is None:
        return None
    parts.add("editor", *editor.span("names"))
    return book


# After the title


def _add_imprint(parts: FormParts) -> None:
    """Add the publisher and the numbers from the end of the parts, up to an address or identifier."""
    while True:
        skipped = _SKIPPED.match(parts.text, parts.end)
        parts.end = skipped.end() if skipped is not None else parts.end
        if parts.end >= len(parts.text) or _STOP.match(parts.text, parts.end):
            _add_address(parts)
            return
        found = _next_part(parts)
        if found is None:
            return
        parts.add_groups(found)
        parts.end = found.end()


def _add_address(parts: FormParts) -> None:
    """Add an address and the date of access after it."""
    address = _ADDRESS.match(parts.text, parts.end)
    if address is None:
        return
    parts.add("url", *address.span())
    parts.end = address.end()
    accessed = _ACCESSED.match(parts.text, parts.end)
    if accessed is not None:
        parts.add("note", *accessed.span("note"))
        parts.end = accessed.end()


def _next_part(parts: FormParts) -> re.Match[str] | None:
    for pattern in _IMPRINT:
        found = pattern.match(parts.text, parts.end)
        if found is not None and parts.text[parts.end] != "〔" and not parts.has("publisher"):
            found = None if found.groupdict().get("collection_title") else found
        if found is not None and not any(
            parts.has(name.replace("_", "-")) for name, value in found.groupdict().items() if value
        ):
            return found
    return None


# Titles without marks


def _dotted(text: str) -> FormParts | None:
    found = _dated(text) or _DOTTED.match(text)
    if found is None:
        return None
    parts = FormParts(text)
    parts.add_groups(found)
    parts.end = found.end()
    _add_imprint(parts)
    if not parts.has("publisher") or not parts.has("date") or not _is_read(parts):
        return None
    if not parts.has("location") and (
        any(map(parts.has, ("volume", "issue")))
        or (parts.has("pages") and not _counts_pages(parts))
    ):
        parts.relabel("publisher", "container-title")
    return parts


def _dated(text: str) -> re.Match[str] | None:
    """Match names, a year and a title; in `author. title. publisher, year`, the year is after a comma."""
    found = _DATED.match(text)
    if found is not None and found["date_"] and any(mark in found["author"] for mark in ".．"):
        return None if text[: found.start("date_")].rstrip()[-1:] in ",，、" else found
    return found


def _counts_pages(parts: FormParts) -> bool:
    """Whether the pages are the number of pages of a book: 222p."""
    pages = next(segment for segment in parts.segments if segment.label == "pages")
    return parts.text[pages.end - 1] in "p."


def _is_read(parts: FormParts) -> bool:
    """Whether nothing follows the parts but an address or identifier."""
    return parts.end >= len(parts.text) or _STOP.match(parts.text, parts.end) is not None


def _listed(text: str) -> FormParts | None:
    found = _LISTED.match(text)
    if found is None:
        return None
    pieces = [piece.span() for piece in _PIECE.finditer(text, *found.span("pieces"))]
    named = [_LISTED_NAME.fullmatch(text, *piece) is not None for piece in pieces[:-2]]
    if len(pieces) < 3 or not all(named):
        return None
    parts = FormParts(text)
    parts.add("author", pieces[0][0], pieces[-3][1])
    parts.add("title", *pieces[-2])
    parts.add("publisher", *pieces[-1])
    parts.end = found.end()
    _add_imprint(parts)
    return parts
