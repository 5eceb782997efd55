"""Infer the type of a work from explicit words in the reference, or from the variables that it has."""

from __future__ import annotations

import re

from refkit.data import news, work_types
from refkit.data.countries import COUNTRIES
from refkit.data.news import AGENCIES, MAGAZINES, NEWSPAPERS
from refkit.data.work_types import PREPRINT_ARCHIVES
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.organisations import is_organisation
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_CONFERENCE = lazy_pattern(rf"(?<!\w)(?:{work_types.CONFERENCE})", re.IGNORECASE)
_ACRONYM = lazy_pattern(
    rf"(?<!\w){work_types.CONFERENCE_ACRONYMS}(?:[\s'’-]*(?:19|20)?\d\d)?(?!\w)"
)
_SERIES = lazy_pattern(work_types.SERIES, re.IGNORECASE)
_JOURNAL_PROCEEDINGS = lazy_pattern(work_types.JOURNAL_PROCEEDINGS, re.IGNORECASE)
_JOURNAL = lazy_pattern(rf"(?<!\w)(?:{work_types.JOURNAL})", re.IGNORECASE)
_JOURNAL_FIRST = lazy_pattern(
    r"(?:journal|j\.?|annals|revue|revista|rivista|zeitschrift|bulletin|acta|trans(?:actions|\.))\s",
    re.IGNORECASE,
)
_ENCYCLOPEDIA = lazy_pattern(work_types.ENCYCLOPEDIA, re.IGNORECASE)
_SUB_VERBO = lazy_pattern(r"(?<!\w)s\.\s?vv?\.|(?<!\w)[Aa]rt\.\s[«“„\"]")
_ENCYCLOPEDIC = lazy_pattern(work_types.ENCYCLOPEDIC_DICTIONARY, re.IGNORECASE)
_DICTIONARY = lazy_pattern(work_types.DICTIONARY, re.IGNORECASE)
_BLOG = lazy_pattern(work_types.BLOG, re.IGNORECASE)
_ARCHIVE = lazy_pattern(
    rf"\s*({'|'.join(map(re.escape, PREPRINT_ARCHIVES))})(?!\w)"
    r"(?:[\s.]*\Z|\s*[:.(,]|\s+(?:e-?prints?|preprints?|electronic|working|abs|cs|\d))",
    re.IGNORECASE,
)
_REPORT_TITLE = lazy_pattern(work_types.REPORT_TITLE, re.IGNORECASE)
_REPORT_LAST = lazy_pattern(work_types.REPORT_AT_END, re.IGNORECASE)
_REPORT = lazy_pattern(rf"(?<!\w)(?:{work_types.REPORT})(?!\w)", re.IGNORECASE)
_STANDARD = lazy_pattern(rf"{work_types.STANDARD}[\s:-]*(?:[A-Z]{{1,3}}[\s.-]?)?\d[\w.:/-]*")
_PUBLISHER = lazy_pattern(work_types.PUBLISHER, re.IGNORECASE)
_LEGISLATION = lazy_pattern(work_types.LEGISLATION)
_ACT = lazy_pattern(work_types.NAMED_LAW)
_CASE_HINT = lazy_pattern(
    r"\sv\.?s?\.?\s|Urteil|Beschl|Urt\.|BGH|BVer|U\.\s?S\.\s\d|ECLI|ECtHR|Case C|Cass\."
    r"|\](?:\s\d)?\s(?:UK|EW|AC|QB|WLR|All|HCA|SC)"
)
_LEGAL_CASE = lazy_pattern(work_types.LEGAL_CASE)
_DATA = lazy_pattern(rf"(?<!\w)(?:{work_types.DATA_ARCHIVES})(?!\w)", re.IGNORECASE)
_PROGRAM = lazy_pattern(
    r"\b(?:software|package|toolkit|toolbox|library|tools?|code|scripts?|v\d+\.\d+|version\s\d)\b"
    r"|:\s(?:[\w-]+\s){1,4}(?:for|in)\s(?:R|Python|Julia)\b",
    re.IGNORECASE,
)
_DAILY, _MONTHLY, _NEWS_HOST, _SCHOLARLY = (
    lazy_pattern(words, re.IGNORECASE)
    for words in (
        news.NEWSPAPER_WORDS,
        news.MAGAZINE_WORDS,
        news.NEWS_HOST,
        work_types.SCHOLARLY_JOURNAL,
    )
)
_SOFTWARE = lazy_pattern(
    r"github\.com|gitlab\.com|cran\.r-project|r package|(?<!\w)version\s+\d+\.\d|pypi\.org|bitbucket\.org",
    re.IGNORECASE,
)
_R = lazy_pattern(r"\bR Foundation\b|\bCore Team\b")
_INTERVIEW = lazy_pattern(
    r"(?i:(?:personal\s)?interview\s(?:by|with|mit|von)|entretien avec|intervista (?:a|con)|entrevista (?:a|con))"
    r"\s[^\W\d_a-z]"
)
_FILM = lazy_pattern(r"\bfilm\b|youtube\.com|vimeo\.com|directed by", re.IGNORECASE)
_SOFTWARE_TITLE = lazy_pattern(r"\b(?:R|Python) package\b|\bsoftware\b.*\bversion\b", re.IGNORECASE)
# A few words that end in a word for a meeting or a journal: Theatre Workshop, Image Conference Journal.
_CALLED_MEETING = lazy_pattern(
    r"(?!.*\b(?:annual|international|national|joint|\d+\w*|proc\w*)\b)(?:the\s)?(?:[^\W\d_]+\s){1,3}"
    r"(?:workshop|symposium|seminar|colloquium|journal|review|bulletin)\Z",
    re.IGNORECASE,
)
_NEWS = AGENCIES | NEWSPAPERS
_MEASURED = 2000


def kind_of(draft: Draft) -> str:
    """Return the CSL type of the item."""
    named = next((cue[3:] for cue in sorted(draft.cues) if cue.startswith("is:")), "")
    if named and not (named == "article-journal" and not draft.has("container-title")):
        return named
    return _by_words(draft) or _by_cues(draft) or _by_container(draft) or _alone(draft)


def _by_words(draft: Draft) -> str:
    """Return the type given by certain words, whatever the variables are: a law, standard, preprint or data set."""
    item, text = draft.item, draft.text[:_MEASURED]
    periodical = draft.has("volume") and draft.has("container-title")
    if _CASE_HINT.search(text) and _LEGAL_CASE.search(text) and (not periodical or not item.author):
        return "legal_case"
    if _LEGISLATION.match(item.title) or (
        not periodical and not draft.has("publisher") and _LEGISLATION.search(text)
    ):
        return "legislation"
    if _is_act(draft):
        return "legislation"
    if not periodical and is_standard(item):
        return "standard"
    if _is_preprint(draft):
        return "article"
    if not periodical and "computing" in item.title and _R.search(text):
        return "software"
    kept = (
        _DATA.search(item.publisher)
        or _DATA.search(item.container_title)
        or item.DOI.lower().startswith(work_types.DATA_DOIS)
    )
    if kept and not periodical:
        return "software" if _SOFTWARE.search(text) or _PROGRAM.search(item.title) else "dataset"
    return ""


def _by_cues(draft: Draft) -> str:
    """Return the type given by cues outside the title: a film's director, a talk, a report's number."""
    item = draft.item
    periodical = draft.has("volume") and draft.has("container-title")
    if "director" in item.names and not (draft.has("page") or draft.has("container-title")):
        return "motion_picture"
    if _INTERVIEW.match(item.title):
        return "interview"
    if "interview" in draft.cues and not periodical and not draft.has("publisher"):
        return "interview"
    if "speech" in draft.cues and not periodical:
        return "speech"
    if "section" in draft.cues and not periodical:
        return "article-newspaper"
    if "[about" in draft.text and draft.has("URL"):  # NLM's extent of a web page: [about 3 screens]
        return "webpage"
    if "unpublished" in draft.cues and not draft.has("container-title"):
        return "manuscript"
    if "report" in draft.cues and _is_of_institution(draft):
        return "report"
    return ""


def _is_act(draft: Draft) -> bool:
    """Whether the title is that of a law, which has no person as an author."""
    item = draft.item
    if not item.title.rstrip(".")[-1:].isalnum() and not item.title.endswith(")"):
        return False
    lawgivers = all(_is_lawgiver(name.literal) for listed in item.names.values() for name in listed)
    return lawgivers and not draft.has("container-title") and _ACT.match(item.title) is not None


def _is_lawgiver(name: str) -> bool:
    lower = name.lower()
    return lower in COUNTRIES or any(
        word in lower for word in ("great britain", "parliament", "congress", "senate")
    )


def _is_of_institution(draft: Draft) -> bool:
    """Whether the apparent container of a report is the institution that published it."""
    container = draft.item.container_title
    if (
        not container
        or any(map(draft.has, ("volume", "issue", "page", "editor")))
        or "in" in draft.cues
    ):
        return False
    numbered = draft.has("number") and draft.has("publisher-place")
    return (numbered or is_organisation(container)) and _JOURNAL.search(container) is None


def is_standard(item: Item) -> bool:
    """Whether the title, the number or the genre begins with the number of a standard."""
    return any(_STANDARD.match(text) for text in (item.title, item.number, item.genre))


def preprint_archive(container: str) -> str:
    """Return the preprint archive named by a container title, or "" if there is none."""
    found = _ARCHIVE.match(container)
    return PREPRINT_ARCHIVES[found[1].lower()] if found is not None else ""


def _is_preprint(draft: Draft) -> bool:
    item = draft.item
    container = item.container_title
    if preprint_archive(container) or preprint_archive(item.publisher):
        return True
    return (
        "eprint" in item.custom
        and not container
        and not draft.has("publisher")
        and not draft.has("page")
    )


# Works within a container


def _by_container(draft: Draft) -> str:
    """Return the type of a work within a container: a journal, newspaper, book or proceedings."""
    container = draft.item.container_title
    if not container:
        return ""
    return (
        _press_by_name(container)
        or _entry(draft, container)
        or _of_meeting_or_report(draft, container)
        or ("post-weblog" if _BLOG.search(container) and draft.has("URL") else "")
        or _periodical_or_book(draft, container)
    )


def _press_by_name(container: str) -> str:
    """Return the type of an article in a known newspaper or magazine."""
    lower = container.lower().strip(" .").removesuffix(".com")
    if lower in NEWSPAPERS or lower in AGENCIES or _is_edition_of_newspaper(lower):
        return "article-newspaper"
    return "article-magazine" if lower in MAGAZINES else ""


def _is_edition_of_newspaper(lower: str) -> bool:
    head = re.split(r"\s*[(,:–]\s*", lower, maxsplit=1)[0]
    return head != lower and (head in NEWSPAPERS) and len(head) > 3


def _entry(draft: Draft, container: str) -> str:
    """Return the type of an encyclopedia or dictionary entry; an encyclopedic dictionary is an encyclopedia."""
    dictionary = _DICTIONARY.search(container) is not None and not _JOURNAL.match(container)
    if _ENCYCLOPEDIC.search(container):
        return "entry-encyclopedia"
    if _ENCYCLOPEDIA.search(container):
        return "entry-dictionary" if _DICTIONARY.match(container) else "entry-encyclopedia"
    if dictionary:
        return "entry-dictionary"
    entry = not draft.has("volume") and _SUB_VERBO.search(draft.text[:_MEASURED]) is not None
    return "entry-encyclopedia" if entry else ""


def is_proceedings(container: str) -> bool:
    """Whether a container title is that of conference proceedings."""
    return _CONFERENCE.search(container) is not None or _ACRONYM.search(container) is not None


def is_series(title: str) -> bool:
    """Whether a title is that of a book series."""
    return _SERIES.search(title) is not None


def _of_meeting_or_report(draft: Draft, container: str) -> str:
    """Return the type of a paper in proceedings that are not a journal, or of a report in a report series."""
    if is_proceedings(container) and not _is_journal_called_so(draft, container):
        return "paper-conference"
    alone = not draft.has("volume") and not draft.has("editor") and not _JOURNAL.match(container)
    return "report" if alone and _REPORT.search(container) else ""


def _is_journal_called_so(draft: Draft, container: str) -> bool:
    """Whether proceedings are a journal (PNAS), or a journal is named like a meeting (Theatre Workshop)."""
    if _JOURNAL_FIRST.match(container) and draft.has("volume"):
        return True
    if _JOURNAL_PROCEEDINGS.search(container) and not draft.has("editor"):
        return True
    issued = draft.has("issue") and "in" not in draft.cues and not draft.has("editor")
    return issued and _CALLED_MEETING.match(container) is not None


def _periodical_or_book(draft: Draft, container: str) -> str:
    """Return the type of a journal article, a book chapter, a press article or a web page."""
    if draft.has("editor") or (
        "in" in draft.cues and (draft.has("publisher") or draft.has("publisher-place"))
    ):
        numbered = draft.has("issue") or draft.has("volume")
        journal = numbered and not draft.has("publisher") and "in" not in draft.cues
        return "article-journal" if journal else "chapter"
    daily = draft.has("issue") and not draft.has("volume") and draft.item.issued.day
    if daily and _press(draft, container):
        return _press(draft, container)
    if draft.has("issue") or (draft.has("volume") and not draft.has("publisher")):
        return "article-journal"
    journal = _JOURNAL.search(container) is not None
    online = draft.has("URL") and not draft.has("page") and not draft.has("DOI") and not journal
    if draft.has("publisher") and not journal:
        return "webpage" if online and not draft.has("publisher-place") else "chapter"
    press = _press(draft, container)
    if press or online:
        return press or "webpage"
    return "chapter" if "in" in draft.cues and not journal else "article-journal"


def _press(draft: Draft, container: str) -> str:
    """Return the type of a newspaper article (dated by day) or magazine article (by month), "" for a journal."""
    start = draft.item.issued.start
    if (
        start is None
        or start.month is None
        or draft.has("DOI")
        or _SCHOLARLY.search(container)
        or "in" in draft.cues
    ):
        return ""
    if start.day is not None and (
        _DAILY.search(container) or re.match(r"[A-Z]{1,2}\d", draft.item.page)
    ):
        return "article-newspaper"
    if start.day is not None and not (_MONTHLY.search(container) or draft.has("issue")):
        return "" if draft.has("URL") else "article-newspaper"
    return "article-magazine" if not draft.has("volume") else ""


# Works without a container


def _alone(draft: Draft) -> str:
    """Return the type of a work without a container."""
    item = draft.item
    if _news_author(item):
        return "article-newspaper"
    if "report" in draft.cues or (_by_organisation(item) and _is_report_by_title(item.title)):
        return "report"
    if _NEWS_HOST.search(item.URL):
        return "article-newspaper"
    if _SOFTWARE.search(item.URL) or _SOFTWARE_TITLE.search(item.title):
        return "software"
    if _FILM.search(item.URL):
        return "motion_picture"
    if _BLOG.search(item.URL):
        return "post-weblog"
    return _book_or_page(draft)


def _is_report_by_title(title: str) -> bool:
    return _REPORT_TITLE.match(title) is not None or _REPORT_LAST.search(title[-120:]) is not None


def _book_or_page(draft: Draft) -> str:
    item = draft.item
    bookish = any(map(draft.has, ("ISBN", "edition", "number-of-pages", "collection-title")))
    if draft.has("publisher") or bookish or draft.has("publisher-place"):
        return _published(draft, bookish)
    if not _edited_by_organisation(item) and (draft.has("editor") or draft.has("translator")):
        return "book"
    if draft.has("URL"):
        written = _by_organisation(item) or _edited_by_organisation(item)
        return "report" if written and item.URL.lower().endswith(".pdf") else "webpage"
    if draft.has("accessed"):
        return "webpage"
    if (draft.has("volume") and draft.has("page")) or (draft.has("issue") and draft.has("volume")):
        return "article-journal"
    if _by_organisation(item) or not item.author or not item.title or "quoted" in draft.cues:
        return "document"
    return "book"


def _published(draft: Draft, bookish: bool) -> str:
    """Return the type of a book, an institution's own report, or a page of a site with a known owner."""
    item = draft.item
    publisher, placed = item.publisher, draft.has("publisher-place")
    if _by_organisation(item) and draft.has("collection-number") and not publisher:
        return "report"
    if _edited_by_organisation(item) and draft.has("URL") and not publisher:
        return "report"
    own = publisher.lower() in work_types.SELF_PUBLISHED or any(
        name.literal and name.literal.lower() == publisher.lower() for name in item.author
    )
    house = _PUBLISHER.search(publisher) is not None
    if (
        _by_organisation(item)
        and not bookish
        and (own or (is_organisation(publisher) and not house))
    ):
        return "webpage" if draft.has("URL") and not placed and not own else "report"
    if draft.has("URL") and draft.has("accessed") and not bookish and not placed and not house:
        return "webpage"
    return "book"


def _by_organisation(item: Item) -> bool:
    """Whether all authors are organizations."""
    return bool(item.author) and all(name.literal for name in item.author)


def _edited_by_organisation(item: Item) -> bool:
    """Whether all editors are organizations and there is no author."""
    return not item.author and bool(item.editor) and all(name.literal for name in item.editor)


def _news_author(item: Item) -> bool:
    """Whether the author or publisher is a news agency or newspaper, and no other organization is named."""
    known = [name.literal.lower() for name in item.author if name.literal]
    publisher = item.publisher.lower()
    if publisher in _NEWS and not any(name not in _NEWS for name in known):
        return True
    by_news = bool(known) and all(
        name in _NEWS or name.removeprefix("the ") in _NEWS for name in known
    )
    return by_news and (not publisher or publisher in known)
