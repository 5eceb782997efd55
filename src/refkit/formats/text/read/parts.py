"""Parse volumes, issues, pages, editions and similar numbers with the words and punctuation around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.data.number_words import (
    ARTICLE_WORD,
    CHAPTER_WORD,
    COUNT,
    EDITION_WORD,
    ISSUE_WORD,
    ORDINALS,
    PAGE_WORD,
    SERIES_OF_JOURNAL,
    TOTAL_WORD,
    VOLUME_WORD,
    VOLUMES_WORD,
    YEAR_OF_ISSUE_WORD,
)
from refkit.integers import read_roman
from refkit.patterns import lazy_pattern

_NUMBER = (
    r"(?:[A-Z]\s\d+|(?-i:[A-Z]+\d*(?:-[A-Z\d]+)+)|\d[\w./]*(?:\s?[-–—−+&]\s?\d+[\w/]*)*|[A-Z]{1,3}-?\d+[A-Za-z]?"
    r"|[IVXLCDM]+|[ivxlcdm]+|(?-i:[A-Z]))(?![^\W_])"
)
_VOLUME = lazy_pattern(
    rf"[\s,;:.(]*(?:(?:{VOLUME_WORD}\b\.?|a\.)\s*)?(?P<volume>{_NUMBER})[.,:;]?", re.IGNORECASE
)
_VOLUME_FIRST = lazy_pattern(
    rf"[\s,;:.(]*(?P<volume>\d{{1,4}})(?:\.|è?me|e|ª|º|o|a|de|ste)?\s?{YEAR_OF_ISSUE_WORD}\b\.?",
    re.IGNORECASE,
)
_SERIES = lazy_pattern(
    rf"[\s,;:.(]*(?P<series>{SERIES_OF_JOURNAL})[\s,;:]*(?=[^\W_])", re.IGNORECASE
)
_ISSUE = lazy_pattern(
    rf"[\s,;:.]*(?:[(\[]\s*+(?:(?!suppl){ISSUE_WORD}(?![^\W\d_])\.?\s*+)?(?P<bracketed>[^()\[\]]{{1,40}}?)\s*+[)\]]"
    rf"|(?:/[\s,;:/.]*+)?{ISSUE_WORD}(?![^\W\d_])\.?\s*(?P<worded>{_NUMBER})"
    r"|[./]\s?(?P<divided>\d+[A-Za-z]?(?:[-–/]\d+)?))[.,:;]?",
    re.IGNORECASE,
)
_ISSUE_FIRST = lazy_pattern(
    rf"[\s,;:.(]*{ISSUE_WORD}(?![^\W\d_])\.?\s*(?P<worded>{_NUMBER})", re.IGNORECASE
)
_PAGES_BEHIND = lazy_pattern(
    rf"[\s,;:.]*(?:{PAGE_WORD}\b\.?\s*)?"
    r"(?P<pages>[A-Za-z]?\d+[\w.]*\s?[-–—−]{1,2}\s?[A-Za-z]?\d+\w*)[.,;:\s]*\Z",
    re.IGNORECASE,
)
_VOLUMES = lazy_pattern(
    rf"[\s,;:(]*(?:[вw]\s)?(?P<count>{COUNT})(?:-х)?\s+{VOLUMES_WORD}\b\.?\s*\)?", re.IGNORECASE
)
_YEAR_FIRST = lazy_pattern(
    r"\s*((?:1[5-9]|20)\d\d(?:\s[A-Z][a-z]{2,8}\.?(?:\s\d\d?)?)?)\s*[;:,]\s*(?=[A-Z]?\d|vol)",
    re.IGNORECASE,
)
_COMMA = lazy_pattern(r"\s*(\d{1,4})\s*,\s*(\d{1,3}(?:[-–/]\d{1,3})?)\s*[,:;.]?\Z")
_POINTED = lazy_pattern(r"\s*(\d{1,3})\.(\d{1,2})\s*[,:;.]?\Z")
# Volume I.2 of collected works.
_ROMAN_PART = lazy_pattern(
    rf"\s*{VOLUME_WORD}\.?\s*(?P<volume>(?-i:[IVXLC]+)\.\d{{1,2}})[\s,:;.]*\Z", re.IGNORECASE
)
_TOTAL = lazy_pattern(
    r"[\s,;:.(\[]*(?P<total>(?:[ivxlcdm]+\s*[,+–-]\s*)?\d+(?:\s*[,+]\s*(?:[ivxlcdm]+|\d+))?)\s*"
    rf"{TOTAL_WORD}\b\.?(?P<rest>[\s,;:]+(?:ill|il|Abb|Ill|rys)\b\.?|\s\([^()\d]?[^()]{{2,80}}\)?)?[\s)\],;:.]*\Z",
    re.IGNORECASE,
)
_PAGE_LABEL = lazy_pattern(
    rf"[\s,;:.(\[]*(?:(?:hier|here|ici)[:\s]*)?{PAGE_WORD}\b\s?\.?\s*(?=[\divxlcA-Z])",
    re.IGNORECASE,
)
_ARTICLE = lazy_pattern(
    rf"[\s,;:.(\[]*(?:{ARTICLE_WORD}\.?\s*(?:(?:no|nr|number|id)\.?\s*)?:?\s*(?P<named>[A-Za-z]{{0,3}}\.?\d[\w.]*)"
    r"|(?P<bare>e\d{3,}|[a-z]{2,4}\d{3,}|\d{6,}))[\s)\],;:.]*\Z",
    re.IGNORECASE,
)
# The cited page after the page range of the whole work: 65–83 (p. 67), 65–83, hier S. 67.
_CITED_PAGE = lazy_pattern(
    r"(?:\s\((?:pp?|S)\.|(?<=\d),?\s\(?(?:hier|here|ici|aldaar|ald\.|in part\.|spec\.|bes\.|esp\.|zit\.|cit\.)"
    r"(?:\s(?:pp?|S|s)\.)?)\s?\d+(?:\s?[-–]\s?\d+)?\)?\Z"
)
_REMARK_ON_PAGES = lazy_pattern(r"(?<=\d)\s\([^()\d]{2,60}\)?\Z")
_DASH = lazy_pattern(r"\s?(?:--+|[-‐‑–—−~～])\s?(?=[A-Za-z]?[\divxlc])")
_PAGE_EDGES = " ,;:.()[]"
_EDITION = lazy_pattern(
    r"[\s,;:.(\[]*(?:(?:the|in)\s+)?"
    r"(?:(?P<number>\d{1,3})\s?(?:st|nd|rd|th|\.?[ªº°]|a|o|e|è?me|ième|ère|re|de|-е|-oe|:[ae])?[.)]?"
    rf"|(?P<word>{'|'.join(ORDINALS)})[nrsm]?|(?P<roman>(?-i:[IVX]{{1,5}}))\b\.?)"
    r"(?P<between>(?:[\s,]++\[?(?:[^\W\d_]+\.?(?:-[^\W\d_]+\.?)?|&)\]?){0,5}?)[\s,]*+"
    rf"(?:(?P<revised>rev)|{EDITION_WORD})\b\.?(?:\s?ed\.?)?(?P<behind>[^\d]{{0,60}}?)[\s)\],;:.]*+\Z",
    re.IGNORECASE,
)
_EDITION_BEFORE = lazy_pattern(
    rf"[\s,;:.(\[]*{EDITION_WORD}\.?\s*(?:(?P<number>\d{{1,3}})\b(?:-\w+)?"
    rf"|(?P<word>{'|'.join(ORDINALS)})\b|(?P<roman>(?-i:[IVX]{{1,5}}))\b)(?P<behind>[^\d]{{0,60}}?)[\s)\],;:.]*+\Z",
    re.IGNORECASE,
)
_NUMBER_AT_END = lazy_pattern(
    rf"[\s,;:.(\[]+(?:(?!ser){VOLUME_WORD}\b\.?\s*|{ISSUE_WORD}(?![^\W\d_])\.?\s*)?"
    r"(\d{1,5}(?:[a-z]|/\d{2,4})?|[IVXLC]+)[\s)\],;:.]*\Z",
    re.IGNORECASE,
)
_DIGIT = lazy_pattern(r"\d|\b[IVXLC]+\b|\b[A-Z]\b")
_ROMAN = lazy_pattern(r"[ivxlcdm]+(?:\s?[-–]\s?[ivxlcdm]+)?", re.IGNORECASE)
_CHAPTER = lazy_pattern(
    rf"[\s,(]*{CHAPTER_WORD}\b\.?\s*(?P<number>\d+|[IVXLC]+)[\s).,;]*\Z", re.IGNORECASE
)


class Numbering(NamedTuple):
    """The numbers in a volume segment; `rest` contains unparsed text."""

    volume: str = ""
    issue: str = ""
    pages: str = ""
    volumes: str = ""
    year: str = ""
    rest: str = ""


def read_numbering(text: str, label: str = "volume") -> Numbering:
    """numbering = [year ";"] [word] volume ["(" issue ")" | word issue] [":" pages] | count "volumes" """
    text = " ".join(text.split())
    several = _VOLUMES.match(text)
    if several is not None:
        return Numbering(volumes=several["count"], rest=text[several.end() :].strip(" ,;:.()"))
    series = _SERIES.match(text) if label != "issue" else None
    if series is not None:
        numbers = read_numbering(text[series.end() :])
        return numbers._replace(rest=f"{series['series']} {numbers.rest}".strip())
    dated = _YEAR_FIRST.match(text)
    year, at = (dated[1], dated.end()) if dated is not None else ("", 0)
    if label == "issue":
        return _issue_only(text)
    part = _ROMAN_PART.match(text)
    if part is not None:
        return Numbering(part["volume"])
    ordinal = _VOLUME_FIRST.match(text)
    if ordinal is not None:
        end = ordinal.end()
        return _with_issue(ordinal["volume"], _ISSUE.match(text, end), text, end, year)
    pointed = _POINTED.match(text) or _COMMA.match(text)
    if pointed is not None:
        return Numbering(pointed[1], pointed[2])
    worded = _ISSUE_FIRST.match(text, at)
    if worded is not None:
        return _with_issue("", worded, text, at, year)
    found = _VOLUME.match(text, at)
    if found is None:
        issue = _ISSUE.match(text, at)
        return _with_issue("", issue, text, at, year) if issue is not None else Numbering(rest=text)
    if (
        found.end() < len(text)
        and text[found.end() - 1] == ":"
        and _PAGES_BEHIND.match(text, found.end())
    ):
        return _with_issue(found["volume"], None, text, found.end(), year)
    end = found.end("volume")
    return _with_issue(found["volume"], _ISSUE.match(text, end), text, end, year)


def _with_issue(
    volume: str, issue: re.Match[str] | None, text: str, at: int, year: str
) -> Numbering:
    number = next(filter(None, issue.groups()), "") if issue is not None else ""
    at = issue.end() if issue is not None else at
    pages = _PAGES_BEHIND.match(text, at)
    rest = "" if pages is not None else text[at:].strip(" ,;:.()[]")
    return Numbering(
        _dashed(volume),
        _dashed(number),
        read_pages(pages["pages"]).page if pages is not None else "",
        "",
        year,
        rest,
    )


def _issue_only(text: str) -> Numbering:
    bare = text.strip(" ,;:.()[]")
    worded = re.match(
        rf"(?!suppl|p(?:ar)?t\b){ISSUE_WORD}(?![^\W\d_])\.?\s*(?P<issue>.+)\Z", bare, re.IGNORECASE
    )
    number = worded["issue"] if worded is not None and _DIGIT.search(worded["issue"]) else bare
    number = _dashed(number.strip(" ,;:.()[]°º#"))
    return Numbering(issue=number + ")" if number.count("(") > number.count(")") else number)


class Pages(NamedTuple):
    """The numbers in a pages segment: pages in the container, a number of pages, or an article number."""

    page: str = ""
    total: str = ""
    number: str = ""
    rest: str = ""


def read_pages(text: str) -> Pages:
    """pages = [word] page ["-" page] | count word | "Article" number"""
    text = " ".join(text.split())
    labelled = _PAGE_LABEL.match(text)
    if labelled is None:
        total = _TOTAL.match(text)
        if total is not None:
            return Pages(total=total["total"], rest=(total["rest"] or "").strip(" ,;:"))
        article = _ARTICLE.match(text)
        if article is not None:
            return Pages(number=article["named"] or article["bare"])
    body = text[labelled.end() :] if labelled is not None else text
    body = body.strip(_PAGE_EDGES)
    cited = _CITED_PAGE.search(body) or _REMARK_ON_PAGES.search(body)
    if cited is not None:
        return read_pages(body[: cited.start()])._replace(rest=cited[0].strip(" ,()"))
    if not any(char.isdigit() for char in body) and not _ROMAN.fullmatch(body):
        return Pages(rest=text.strip(_PAGE_EDGES))
    return Pages(page=_DASH.sub("-", body))


def read_chapter(text: str) -> str:
    """Return the chapter number if the text contains nothing else ("ch. 5"), or ""."""
    found = _CHAPTER.match(text)
    return found["number"] if found is not None else ""


def read_edition(text: str) -> tuple[str, str]:
    """Return the edition, as a number if possible, and any additional words around the number."""
    text = " ".join(text.split())
    found = _EDITION.match(text) or _EDITION_BEFORE.match(text)
    if found is None:
        return text.strip(" ,;:.()[]"), ""
    groups = found.groupdict()
    number = groups["number"] or str(
        read_roman(groups["roman"]) if groups["roman"] else ORDINALS[groups["word"].lower()]
    )
    beside = (groups.get(name) or "" for name in ("between", "revised", "behind"))
    return number, " ".join(filter(None, (words.strip(" ,;:.") for words in beside)))


def is_edition(text: str) -> bool:
    """Whether a text contains the number of an edition."""
    return (_EDITION.match(text) or _EDITION_BEFORE.match(text)) is not None


def split_number(title: str) -> tuple[str, str]:
    """Split a series title from the volume number at its end ("Studies in Logic, vol. 12")."""
    found = _NUMBER_AT_END.search(title[-40:])
    if found is None:
        return title, ""
    return title[: max(len(title) - 40, 0) + found.start()], found[1]


def split_place(text: str) -> tuple[str, str]:
    """Split "London: Sage" into publisher and place; "Sage, London" is returned whole."""
    found = re.match(r"\s*([^\W\d_][^:;]{1,60}?)\s?:\s*(\S.*)\Z", text, re.DOTALL)
    if found is None or found[2].startswith(("//", "http", "www")):
        return text, ""
    if found[1].lower().startswith(("http", "available")):
        return text, ""
    return found[2], found[1]


def _dashed(number: str) -> str:
    return re.sub(r"\s?[–—−]\s?|\s-\s", "-", number).strip(" ,;:.")
