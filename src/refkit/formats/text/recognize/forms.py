"""Recognize parts of a reference by their form, regardless of the labels that a labeler assigns.

A standard's number, "(in press)", "Diss. phil.", "[Data set]" or "U.S. Patent 4,234,567" is never a name or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data import reference_patterns, work_types
from refkit.data.words.months import MONTH_MARK, mask_months
from refkit.formats.text.announcing import words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.recognize.status import NO_DATE, STATUS
from refkit.formats.text.segments import parts_of
from refkit.model.identifiers import patterns as identifiers
from refkit.patterns import lazy_pattern

NORM = (
    rf"(?:{work_types.STANDARD})[\s:-]*(?:[A-Z]{{1,3}}[\s.-]?)?"
    r"\d[\w./-]*(?::\d{4}(?:-\d\d)?)?(?:/[A-Z]+\d*:\d{4})?"
)
_NORM_FIRST = lazy_pattern(rf"\W*{NORM}(?=[\s.,:;]|\Z)")
_NORM_INSIDE = lazy_pattern(rf"(?<=[.,:;“\"(”]\s){NORM}(?=[.,:;)”\"]|\Z)")
# Bodies that no journal is named after, so a number after them is not a volume.
_NORM_CERTAIN = lazy_pattern(
    r"(?<=[.,:;“\"(”]\s)(?:RFC|ISO(?:/IEC)?|IEC|DIN|ASTM|ANSI|NFPA|IEEE\s(?:Std\.?|Standard))[\s-]\d[\w./-]*(?=[.,:;)”\"]|\Z)"
)
_CASE = lazy_pattern(
    r"\W*(?P<title>[A-Z][^,]{2,120}?\s++v\.?s?\.?\s[^,]{2,120}?),?\s++(?P<volume>\d{1,4})\s++"
    rf"(?P<reporter>{work_types.LEGAL_REPORTERS})\s+(?P<page>\d+)(?:\s*\((?P<court>[^()]{{1,40}}?)\s+(?P<year>\d{{4}})\))?"
)
_NEUTRAL_CASE = lazy_pattern(
    r"\W*(?P<title>[A-Z][^\[\]()]{2,120}?\sv\.?\s[^\[\]()]{2,120}?),?\s+[\[(](?P<year>(?:1[89]|20)\d\d)[\])]\s+"
    rf"(?:(?P<volume>\d{{1,2}})\s)?(?P<reporter>{work_types.CASE_REPORTS})\s(?P<page>\d{{1,5}})(?:\s\((?P<court>[^()]{{1,40}})\))?"
)
_DECISION = lazy_pattern(
    rf"\W*(?P<court>{work_types.COURTS}),?\s+(?P<kind>Urteil|Beschluss|Beschluß|Urt\.|Beschl\.)\s++(?:vom|v\.)\s++(?P<date>[^,;–—]{{6,24}}?)"
    r"\s*+[,–—-]++\s*+(?P<number>(?:Az\.:?\s)?[^,;]{3,40}?)(?:,\s(?P<reporter>[A-Z][\w-]{1,12})\s(?P<year>(?:19|20)\d\d),"
    r"\s(?:S\.\s)?(?P<page>\d{1,5}))?\W*\Z"
)
_DECISION_PARTS = {
    "kind": "genre", "number": "idno", "reporter": "container-title", "year": "volume", "page": "pages"
}  # fmt: skip
_OFFICIAL = lazy_pattern(work_types.OFFICIAL_JOURNAL)
_CASE_PARTS = {"reporter": "container-title", "page": "pages", "year": "date"}
_THESIS = lazy_pattern(
    r"(?:unpublished\s+|unveröffentlichte\s+)?"
    rf"(?:{work_types.MASTERS}|{work_types.BACHELORS}|{work_types.DOCTORAL}|{work_types.OTHER_THESES})(?!\w)",
    re.IGNORECASE,
)
_DAY = lazy_pattern(
    rf"\d{{1,2}}(?:\.|er|º|ª|st|nd|rd|th)?\s(?:de\s|of\s)?{MONTH_MARK}++\.?,?\s(?:de\s)?\d{{4}}"
    rf"|{MONTH_MARK}++\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
)
_ADDRESS = lazy_pattern(r"https?:|www\.")
_BRACKETS = lazy_pattern(r"\[([^\[\]]{2,120})\]|\(([^()]{2,120})\)")
_EDITORS = lazy_pattern(r"\[[^\[\]]{5,600}?\((?:[Ee]ds?|[Hh]rsg|[Hh]g)\.?\)\]")
# Forms that are recognized anywhere in a reference: strings, one of which must occur; the label; the pattern.
_ANYWHERE: tuple[tuple[tuple[str, ...], str, re.Pattern[str]], ...] = (
    (work_types.REPORT_SIGNS, "report", lazy_pattern(work_types.NUMBERED_REPORT)),
    (("rucks", "Drs."), "report", lazy_pattern(work_types.PARLIAMENT_PAPER)),
    (("iss.",), "genre", lazy_pattern(work_types.DISSERTATION)),
    (
        ("COM", "SWD", "SEC", "JOIN", "A/RES/", "S/"),
        "document",
        lazy_pattern(work_types.DOCUMENT_NUMBER),
    ),
    (
        (".org", ".com", ".net", ".edu", ".gov", ".io", "/"),
        "url",
        lazy_pattern(work_types.BARE_ADDRESS),
    ),
    (
        ("vailable", "etrieved", "ccessible", "nline", "erfügbar", "brufbar", "ispon"),
        "other",
        lazy_pattern(work_types.BEFORE_ADDRESS),
    ),
    ((" online ",), "remark", lazy_pattern(work_types.POSTED)),
    (("uppl.",), "edition", lazy_pattern(work_types.SWEDISH_EDITION)),
    (("ª", "º"), "edition", lazy_pattern(work_types.ROMANCE_EDITION)),
    (("MR", "Zbl", "JFM"), "review", lazy_pattern(work_types.REVIEW_NUMBER)),
    (("[",), "remark", lazy_pattern(rf"\[{identifiers.ARXIV_SUBJECTS}\]")),
    (("ERIC",), "remark", lazy_pattern(reference_patterns.ERIC)),
    (("atent", "PATENT", "revet"), "patent", lazy_pattern(work_types.PATENT)),
    (("",), "patent", lazy_pattern(work_types.PATENT_CODE)),
    (("/", "Ley ", "Lei ", "Decreto "), "title", lazy_pattern(work_types.NUMBERED_LAW)),
    (work_types.MONARCHS, "statute", lazy_pattern(work_types.STATUTE)),
    (("Pub",), "statute", lazy_pattern(work_types.PUBLIC_LAW)),
    (("",), "medium", lazy_pattern(work_types.MEDIUM_SENTENCE)),
    (("oll", "Col.", "col."), "collection-title", lazy_pattern(work_types.SERIES_IN_QUOTES)),
    (
        ("o. J", "o.J", "s. d", "s.d", "n. d", "n.d", "s. a", "s.a", "s. f", "s.f"),
        "date",
        lazy_pattern(work_types.UNDATED),
    ),
)


def may_name_thesis(text: str) -> bool:
    """Whether a text contains a part of a name of a thesis; the patterns for these take 10 ms to compile."""
    folded = text.lower().replace("\N{COMBINING DOT ABOVE}", "")  # İ becomes two characters
    if any(sign in folded for sign in work_types.THESIS_SIGNS):
        return True
    bare = "".join(folded.split()).replace(".", "")
    return any(sign in bare for sign in work_types.DEGREE_SIGNS)


def thesis_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a name of a thesis at the start of a part of a text."""
    return _THESIS.match(text, start, end) if may_name_thesis(text[start:end]) else None


def forms(text: str, labels: frozenset[str]) -> Iterator[Segment]:
    """Yield the parts of a text that can be recognized by their form alone."""
    yield from _norms(text, labels)
    case = _CASE.match(text) or _NEUTRAL_CASE.match(text) if " v" in text else None
    yield from parts_of(case, _CASE_PARTS)
    yield from parts_of(_DECISION.match(text), _DECISION_PARTS)
    if any(sign in text for sign in work_types.OFFICIAL_JOURNAL_NAMES):
        yield from parts_of(_OFFICIAL.search(text), {"journal": "container-title"})
    for found in _EDITORS.finditer(text):
        yield Segment("editor", found.start() + 1, found.end() - 1)
    for found in _BRACKETS.finditer(text):
        yield from _in_brackets(found)
    for signs, label, pattern in _ANYWHERE:
        for sign in signs:
            if sign in text:
                yield from (Segment(label, *found.span()) for found in pattern.finditer(text))
                break
    if "nventor" in text:
        yield from _inventors(text)


def _norms(text: str, labels: frozenset[str]) -> Iterator[Segment]:
    norm = _NORM_FIRST.match(text)
    if norm is None:
        periodical = "volume" in labels or "issue" in labels
        norm = (_NORM_CERTAIN if periodical else _NORM_INSIDE).search(text)
    if norm is not None:
        yield Segment("norm", *norm.span())


_INVENTORS = lazy_pattern(
    r",\s*inventors?\b[;.,]?\s*(?:(?P<holder>[^;]{2,120}?),\s*assignees?\b[.;,]?)?", re.IGNORECASE
)


def _inventors(text: str) -> Iterator[Segment]:
    """Names ", inventors;" an organisation ", assignee." title"""
    found = _INVENTORS.search(text)
    if found is None:
        return
    yield Segment(
        "inventors", found.start(), found.start("holder") if found["holder"] else found.end()
    )
    if found["holder"]:
        yield Segment("holder", found.start("holder"), found.end())


def is_day(words: str) -> bool:
    """Whether words are a date with a day: 21 de marzo de 2014."""
    dated = len(words) < 40 and words[-4:].isdecimal() and any(map(str.isalpha, words))
    return dated and _DAY.fullmatch(mask_months(words)) is not None


def _in_brackets(found: re.Match[str]) -> Iterator[Segment]:
    """[Data set], (in press), (n.d.), [Doctoral dissertation, University of X]"""
    words = (found[1] or found[2]).strip()
    if words.isdecimal():  # most are a year or the number of an issue
        return
    kind = work_types.BRACKETED_TYPES.get(words.lower())
    if kind is not None and (found[1] or kind):
        yield Segment("medium", *found.span())
        return
    if len(words) < 40 and (STATUS.fullmatch(words) or NO_DATE.fullmatch(words.rstrip("-abc"))):
        yield Segment("date", *found.span())
        return
    if is_day(words) and not _ADDRESS.search(found.string, 0, found.start()):
        yield Segment("date", *found.span())
        return
    thesis = thesis_at(words, 0, len(words))
    if thesis is not None and not any(char.isdigit() for char in words[: thesis.end()]):
        start = found.start() + found[0].index(words)
        yield Segment("genre", found.start(), start + thesis.end())
        if len(words_of(words[thesis.end() :])) > 1:
            yield Segment("publisher", start + thesis.end(), found.end())
