# ruff: noqa: E501
"""What kind of work a reference is: by what it says of itself, else by which facts it has."""

from __future__ import annotations

import re

from refkit.data import works
from refkit.data.news import AGENCIES, MAGAZINES, NEWSPAPERS
from refkit.data.works import PREPRINT_ARCHIVES
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.organisations import is_organisation
from refkit.model.item import Item

_CONFERENCE = re.compile(rf"(?<!\w)(?:{works.CONFERENCE})", re.IGNORECASE)
_ACRONYM = re.compile(rf"(?<!\w){works.CONFERENCE_ACRONYMS}(?:[\s'’-]*(?:19|20)?\d\d)?(?!\w)")
_JOURNAL_PROCEEDINGS = re.compile(works.JOURNAL_PROCEEDINGS, re.IGNORECASE)
_JOURNAL = re.compile(rf"(?<!\w)(?:{works.JOURNAL})", re.IGNORECASE)
_JOURNAL_FIRST = re.compile(r"(?:journal|j\.?|annals|revue|revista|rivista|zeitschrift|bulletin|acta|trans(?:actions|\.))\s", re.IGNORECASE)
_ENCYCLOPEDIA = re.compile(works.ENCYCLOPEDIA, re.IGNORECASE)
_SUB_VERBO = re.compile(r"(?<!\w)s\.\s?v\.|(?<!\w)art\.\s[«“\"]")
_DICTIONARY = re.compile(works.DICTIONARY, re.IGNORECASE)
_BLOG = re.compile(works.BLOG, re.IGNORECASE)
_ARCHIVE = re.compile(
    rf"\s*({'|'.join(map(re.escape, PREPRINT_ARCHIVES))})(?!\w)(?:[\s.]*\Z|\s*[:.(,]|\s+(?:e-?prints?|preprints?|electronic|working|abs|cs|\d))",
    re.IGNORECASE,
)
_REPORT_TITLE = re.compile(works.REPORT_TITLE, re.IGNORECASE)
_REPORT = re.compile(rf"(?<!\w)(?:{works.REPORT})(?!\w)", re.IGNORECASE)
_STANDARD = re.compile(rf"{works.STANDARD}[\s:-]*(?:[A-Z]{{1,3}}[\s.-]?)?\d[\w.:/-]*")
_PUBLISHER = re.compile(works.PUBLISHER, re.IGNORECASE)
_LEGISLATION = re.compile(works.LEGISLATION)
_CASE_HINT = re.compile(r"\sv\.?s?\.?\s|Urteil|Beschl|Urt\.|BGH|BVer|U\.\s?S\.\s\d|ECLI|ECtHR|Case C|Cass\.|\](?:\s\d)?\s(?:UK|EW|AC|QB|WLR|All|HCA|SC)")
_LEGAL_CASE = re.compile(works.LEGAL_CASE)
_DATA = re.compile(rf"(?<!\w)(?:{works.DATA_ARCHIVES})(?!\w)", re.IGNORECASE)
_DATA_DOI = re.compile(r"10\.(?:5061/dryad|5281/zenodo|6084/m9\.figshare|17632/|7910/dvn|1594/pangaea|3886/icpsr|5067/|7910/|18112/openneuro|24432/)", re.IGNORECASE)
_PROGRAM = re.compile(r"\b(?:software|package|toolkit|toolbox|library|tools?|code|scripts?|v\d+\.\d+|version\s\d)\b", re.IGNORECASE)
_DAILY = re.compile(
    r"\b(?:times|post|observer|herald|tribune|gazette|chronicle|daily|news|telegraph|mirror|echo|courier|mail|star|examiner|inquirer|journal-constitution|union-tribune|sunday|tageblatt|anzeiger|"
    r"nachrichten|kurier|tageszeitung|zeitung|allgemeine|abendblatt|morgenpost|tagblatt|diario|diário|corriere|gazzetta|giornale|messaggero|jornal|gazeta|dagblad|tidning\w*|tidende|matin|soir|dépêche|nouvelles|voix|liberté)\b",
    re.IGNORECASE,
)
_MONTHLY = re.compile(r"\b(?:magazine|magazin|week(?:ly)?|monthly|review|wochenzeitung|semanal|hebdo\w*|express|point|observateur|settimanale|revista|rivista)\b", re.IGNORECASE)
_SCHOLARLY = re.compile(r"\b(?:journal of|j\.|zeitschrift für|annals|annales|revue (?:de|d’|d'|des|du|française|internationale)|proceedings|transactions|acta|archiv|bulletin|studies|quarterly|research|science)\b", re.IGNORECASE)
_SOFTWARE = re.compile(r"github\.com|gitlab\.com|cran\.r-project|r package|(?<!\w)version\s+\d+\.\d|pypi\.org|bitbucket\.org", re.IGNORECASE)
_FILM = re.compile(r"\bfilm\b|youtube\.com|vimeo\.com|directed by", re.IGNORECASE)
_NEWS_HOST = re.compile(
    r"//(?:[\w-]+\.)*(?:reuters|apnews|nytimes|washingtonpost|theguardian|bbc|cnn|spiegel|zeit|faz|sueddeutsche|lemonde|lefigaro|liberation|elpais|elmundo|"
    r"corriere|repubblica|lastampa|aljazeera|al-monitor|ft|wsj|telegraph|independent|economist|politico|tagesschau|welt|taz|nzz|derstandard|folha|globo|publico|"
    r"bloomberg|npr|latimes|usatoday|haaretz|jpost|timesofisrael|scmp|dw|france24|euronews|abc|cbc|rferl|rudaw)\.(?:com|co\.uk|net|org|de|fr|es|it|ch|at|uk|ca|br|pt)(?:\.\w\w)?(?:/|\Z)",
    re.IGNORECASE,
)
_MEASURED = 2000


def kind_of(draft: Draft) -> str:
    """The item's CSL type."""
    named = next((cue[3:] for cue in sorted(draft.cues) if cue.startswith("is:")), "")
    if named and not (named == "article-journal" and not draft.has("container-title")):
        return named
    return _by_words(draft) or _by_container(draft) or _alone(draft)


def _by_words(draft: Draft) -> str:
    """The kind that some words tell whatever the facts are: a law, a norm, a preprint, data."""
    item, text = draft.item, draft.text[:_MEASURED]
    periodical = draft.has("volume") and draft.has("container-title")
    if _CASE_HINT.search(text) and _LEGAL_CASE.search(text) and (not periodical or not item.author):
        return "legal_case"
    if _LEGISLATION.match(item.title) or (not periodical and not draft.has("publisher") and _LEGISLATION.search(text)):
        return "legislation"
    if not periodical and is_standard(item):
        return "standard"
    if _is_preprint(draft):
        return "article"
    if not periodical and (_DATA.search(item.publisher) or _DATA.search(item.container_title) or _DATA_DOI.match(item.DOI)):
        return "software" if _SOFTWARE.search(text) or _PROGRAM.search(item.title) else "dataset"
    if "director" in item.names and not (draft.has("page") or draft.has("container-title")):
        return "motion_picture"
    if "interview" in draft.cues and not periodical and not draft.has("publisher"):
        return "interview"
    if "speech" in draft.cues and not periodical:
        return "speech"
    if "unpublished" in draft.cues and not draft.has("container-title"):
        return "manuscript"
    return ""


def is_standard(item: Item) -> bool:
    """Tell whether a title begins with a norm's number, or a number is one."""
    return any(_STANDARD.match(text) for text in (item.title, item.number, item.genre))


def preprint_archive(container: str) -> str:
    """The archive of preprints that a container's title names, "" where none."""
    found = _ARCHIVE.match(container)
    return PREPRINT_ARCHIVES[found[1].lower()] if found is not None else ""


def _is_preprint(draft: Draft) -> bool:
    item = draft.item
    container = item.container_title
    if preprint_archive(container) or preprint_archive(item.publisher):
        return True
    return "eprint" in item.custom and not container and not draft.has("publisher") and not draft.has("page")


def _by_container(draft: Draft) -> str:
    """The kind of a part of something: of a journal, a newspaper, a book, proceedings."""
    item = draft.item
    container = item.container_title
    if not container:
        return ""
    lower = container.lower().strip(" .").removesuffix(".com")
    if lower in NEWSPAPERS or lower in AGENCIES or _is_edition_of_newspaper(lower):
        return "article-newspaper"
    if lower in MAGAZINES:
        return "article-magazine"
    if _ENCYCLOPEDIA.search(container) or (_SUB_VERBO.search(draft.text[:_MEASURED]) and not draft.has("volume")):
        return "entry-encyclopedia" if not _DICTIONARY.match(container) else "entry-dictionary"
    if _DICTIONARY.search(container) and not _JOURNAL.match(container):
        return "entry-dictionary"
    if is_proceedings(container) and not (_JOURNAL_FIRST.match(container) and draft.has("volume")) and not (_JOURNAL_PROCEEDINGS.search(container) and not draft.has("editor")):
        return "paper-conference"
    if _REPORT.search(container) and not draft.has("volume") and not draft.has("editor") and not _JOURNAL.match(container):
        return "report"
    if _BLOG.search(container) and draft.has("URL"):
        return "post-weblog"
    return _periodical_or_book(draft, container)


def is_proceedings(container: str) -> bool:
    """Tell whether a container's title is that of the papers of a meeting."""
    return _CONFERENCE.search(container) is not None or _ACRONYM.search(container) is not None


def _is_edition_of_newspaper(lower: str) -> bool:
    head = re.split(r"\s*[(,:–]\s*", lower, maxsplit=1)[0]
    return head != lower and (head in NEWSPAPERS) and len(head) > 3


def _periodical_or_book(draft: Draft, container: str) -> str:
    """A part of a journal, or of a book, or a page of a site."""
    if draft.has("editor") or ("in" in draft.cues and (draft.has("publisher") or draft.has("publisher-place"))):
        return "article-journal" if _numbered(draft) and not draft.has("publisher") and "in" not in draft.cues else "chapter"
    if draft.has("issue") and not draft.has("volume") and draft.item.issued.day and _press(draft, container):
        return _press(draft, container)
    if draft.has("issue") or (draft.has("volume") and not draft.has("publisher")):
        return "article-journal"
    if draft.has("publisher") and not _JOURNAL.search(container):
        return "chapter"
    press = _press(draft, container)
    if press:
        return press
    if draft.has("URL") and not draft.has("page") and not draft.has("DOI") and not _JOURNAL.search(container):
        return "webpage"
    if "in" in draft.cues and not _JOURNAL.search(container):
        return "chapter"
    return "article-journal"


def _press(draft: Draft, container: str) -> str:
    """A newspaper by its day, a magazine by its month, "" for a journal."""
    start = draft.item.issued.start
    if start is None or start.month is None or draft.has("DOI") or _SCHOLARLY.search(container) or "in" in draft.cues:
        return ""
    if start.day is not None and (_DAILY.search(container) or re.match(r"[A-Z]{1,2}\d", draft.item.page)):
        return "article-newspaper"
    if start.day is not None and not (_MONTHLY.search(container) or draft.has("issue")):
        return "" if draft.has("URL") else "article-newspaper"
    return "article-magazine" if not draft.has("volume") else ""


def _numbered(draft: Draft) -> bool:
    return draft.has("issue") or draft.has("volume")


def _alone(draft: Draft) -> str:
    """The kind of a work that is no part of another."""
    item = draft.item
    if _news_author(item):
        return "article-newspaper"
    if re.search(r"R Foundation|\bCore Team\b", draft.text[:_MEASURED]) and "computing" in item.title:
        return "software"
    if "report" in draft.cues or (_by_organisation(item) and _REPORT_TITLE.match(item.title)):
        return "report"
    if _NEWS_HOST.search(item.URL):
        return "article-newspaper"
    if _SOFTWARE.search(item.URL) or re.search(r"\b(?:R|Python) package\b|\bsoftware\b.*\bversion\b", item.title, re.IGNORECASE):
        return "software"
    if _FILM.search(item.URL):
        return "motion_picture"
    if _BLOG.search(item.URL):
        return "post-weblog"
    return _book_or_page(draft)


def _book_or_page(draft: Draft) -> str:
    item = draft.item
    organisation = _by_organisation(item)
    bookish = draft.has("ISBN") or draft.has("edition") or draft.has("number-of-pages") or draft.has("collection-title")
    if draft.has("publisher") or bookish or draft.has("publisher-place"):
        own = item.publisher and any(name.literal and name.literal.lower() == item.publisher.lower() for name in item.author)
        institution = is_organisation(item.publisher) and not _PUBLISHER.search(item.publisher)
        if organisation and not bookish and (own or (institution and not _PUBLISHER.search(item.publisher))):
            return "webpage" if draft.has("URL") and not draft.has("publisher-place") and not own else "report"
        if draft.has("URL") and draft.has("accessed") and not bookish and not draft.has("publisher-place") and not _PUBLISHER.search(item.publisher):
            return "webpage"
        return "book"
    if draft.has("editor") or draft.has("translator"):
        return "book"
    if draft.has("URL"):
        return "report" if organisation and item.URL.lower().endswith(".pdf") else "webpage"
    if draft.has("accessed"):
        return "webpage"
    if (draft.has("volume") and draft.has("page")) or (draft.has("issue") and draft.has("volume")):
        return "article-journal"
    if organisation or not item.author or not item.title or "quoted" in draft.cues:
        return "document"
    return "book"


def _by_organisation(item: Item) -> bool:
    """Whether organisations and no people have written it."""
    return bool(item.author) and all(name.literal for name in item.author)


def _news_author(item: Item) -> bool:
    """Whether an agency or a newspaper is said to have written it, and nobody else to have published it."""
    known = [name.literal.lower() for name in item.author if name.literal]
    publisher = item.publisher.lower()
    news = AGENCIES | NEWSPAPERS
    if publisher in news and not any(name.literal for name in item.author if name.literal.lower() not in news):
        return True
    return bool(known) and all(name in news or name.removeprefix("the ") in news for name in known) and (not publisher or publisher in known)
