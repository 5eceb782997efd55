"""Set the variables that depend on the type of a work, such as the university of a thesis."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.data.work_types import PATENT_OFFICES
from refkit.formats.text.announcing import only_cues, words_of
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.kinds import preprint_archive
from refkit.formats.text.read.organisations import is_organisation
from refkit.formats.text.read.parts import split_number
from refkit.formats.text.recognize.forms import NORM
from refkit.formats.text.segments import SCANNED
from refkit.patterns import lazy_pattern

_NORM = lazy_pattern(NORM)
_PATENT = lazy_pattern(
    r"(?P<office>[^\W\d_][^\W\d_.]*(?:\.\s?[^\W\d_])?)?\.?\s*+(?:(?:patent\w*|brevet)\s*+)?"
    r"(?:(?:application|publication)\s*+)?(?:(?:no\.?|nr\.?|n°|number)\s*+)?(?:[:,]\s*+)?(?P<code>[A-Z]{2})?\s?(?P<number>\d[\d,./\s-]*\d(?:\s?[A-Z]\d?)?)",
    re.IGNORECASE,
)
# The word before the number; the office before it is the authority.
_PATENT_WORDS = lazy_pattern(
    r"(?<!\w)(?:patent(?:\s++(?:application|publication))?|brevet|patentschrift)(?!\w)",
    re.IGNORECASE,
)
_OFFICE_CODE = lazy_pattern(r"(?<!\w)([A-Z]{2})[\s-]?\Z")
_VERSION = lazy_pattern(
    r"[\s,;]*[(\[]?\s*\b(?:version|ver\.|v\.?|release)\s?(\d+(?:\.\d+)*[\w.-]*?)[)\]]?[\s.,]*\Z",
    re.IGNORECASE,
)
_REPORT_NUMBER = lazy_pattern(
    r"[\s,;]*[(\[](?:report|publication|document|paper|bericht|rapport|no|nr|n°)\b"
    r"[^()\[\]\d]{0,30}(?P<number>[A-Z0-9][\w./-]*)[)\]]?[\s.,]*\Z",
    re.IGNORECASE,
)
_HOUSE_NUMBER = lazy_pattern(
    r"(?P<number>(?=\S*\d)[A-Z]{2,6}(?:[-/][A-Z\d]+)+)[.,;:]\s+(?=[^\W\d_])"
)
_CODE = lazy_pattern(
    r"[\s,;]*[(\[](?P<number>[A-Z]{2,8}(?:[/-][A-Z]{1,4})?[\s-]\d[\w-]*)[)\]][\s.,]*\Z"
)
_HOUSE_SERIES = lazy_pattern(
    r"(?P<series>[^\W\d_][^.\d]{1,60}?\s(?:Papers?|Reports?|Bulletin|Series|Circular|Memorandum|Berichte?|Schriften|Documents?))"
    r"\s(?:[Nn]o\.\s|[Nn]r\.\s)?(?P<number>\d[\w/-]*)\.\s+(?=[^\W\d_a-z])"
)

# Repositories of theses, which APA 7 names after the university.
_REPOSITORY = lazy_pattern(
    r"(?:Repositori[oa]|Dépôt|Archivio)\s[\w\s-]{2,60}"
    r"|[A-Z][\w’'&-]*(?:\s[\w’'&@-]+){0,6}?\s?(?:Repository|Archives?|Commons|Collection|Theses|Database|Scholarship)"
)
_EPISODE = lazy_pattern(
    r"\s*\((?:No\.|Nr\.|Episode|Folge|Season\s\d+,\sEpisode)\s(?P<number>\d+)\)\Z"
)


def set_type_variables(draft: Draft) -> None:
    """Set the variables that depend on the item's type."""
    settle = _SETTLED.get(draft.item.type)
    if settle is not None:
        settle(draft)


def _settle_patent(draft: Draft) -> None:
    """Remove the words around a patent's number, and set the office that granted the patent."""
    item = draft.item
    written = item.number[:SCANNED]
    found = _PATENT.search(written)
    if found is None:
        return
    code = _OFFICE_CODE.search(written[: found.start("number")])
    office = (code[1] if code is not None else found["office"] or "").lower()
    authority = PATENT_OFFICES.get(office, "")
    prefix = f"{code[1]} " if code is not None else ""
    item.text["number"] = prefix + " ".join(found["number"].split())
    if authority and "authority" not in item.text:
        item.text["authority"] = authority
        draft.segments.setdefault("authority", []).extend(draft.segments.get("number", []))
    genre = _PATENT_WORDS.search(written)
    if genre is not None and "genre" not in item.text:
        item.text["genre"] = " ".join(genre[0].split())
        draft.segments.setdefault("genre", []).extend(draft.segments.get("number", []))


def _settle_standard(draft: Draft) -> None:
    """Split a standard's number from its title; use its apparent container as the publisher."""
    item = draft.item
    if not any(map(draft.has, ("publisher", "volume", "page"))):
        draft.move("container-title", "publisher")
    item.text.setdefault("title", item.number)
    found = _NORM.match(item.title)
    if found is not None and "number" not in item.text:
        rest = item.title[found.end() :].strip(" ,;:.–—-")
        item.text["number"] = found[0].strip(" ,;:.")
        draft.segments.setdefault("number", []).extend(draft.segments.get("title", []))
        if len(words_of(rest)) > 1:
            item.text["title"] = rest
    elif "number" not in item.text and _NORM.match(item.genre):
        draft.move("genre", "number")


def _settle_thesis(draft: Draft) -> None:
    """Set the university as the publisher, wherever the reference names it."""
    item = draft.item
    if "publisher" not in item.text and "container-title" in item.text:
        draft.move("container-title", "publisher")
    if "genre" not in item.text:
        item.text["genre"] = "Thesis"
    _take_university(draft)
    for segment in draft.unread:
        if _REPOSITORY.fullmatch(draft.written(segment).strip(" .,;:")):
            draft.put("archive", draft.written(segment).strip(" .,;:"), segment)
            draft.unread.remove(segment)
            break
    for name in item.author:
        if name.literal and "publisher" not in item.text and len(item.author) > 1:
            item.text["publisher"] = name.literal
            item.names["author"] = tuple(other for other in item.author if other != name)


# MLA writes "U of Leeds" and "Northwestern U".
_UNIVERSITY = lazy_pattern(
    r"[.?!]\s+(?P<university>U\sof\s[^.?!]{3,40}|[^\W\d_a-z][^.?!,]{2,40}\s(?:U|Univ\.?))\Z"
)


def _take_university(draft: Draft) -> None:
    """Move a university from the end of the title to the publisher, if there is none."""
    item = draft.item
    found = _UNIVERSITY.search(item.title[-80:])
    if found is None or "publisher" in item.text:
        return
    item.text["publisher"] = found["university"]
    item.text["title"] = item.title[: -len(found[0])]
    draft.segments.setdefault("publisher", []).extend(draft.segments.get("title", []))


def _settle_report(draft: Draft) -> None:
    item = draft.item
    container = item.container_title
    housed = "publisher-place" in item.text or is_organisation(container)
    if container and "publisher" not in item.text and housed:
        draft.move("container-title", "publisher")
    elif container and "collection-title" not in item.text:
        draft.move("container-title", "collection-title")
    title, number = split_number(item.collection_title)
    if number and "number" not in item.text:
        item.text["collection-title"], item.text["number"] = title, number
        draft.segments["number"] = draft.segments.get("collection-title", [])
    for numbered in ("volume", "issue"):
        if numbered in item.text and "number" not in item.text:
            draft.move(numbered, "number")
    for pattern in (_HOUSE_NUMBER, _HOUSE_SERIES):
        _take_from_house(draft, pattern)
    for pattern in (_REPORT_NUMBER, _CODE):
        _take_from_title(draft, pattern, "number")


def _take_from_house(draft: Draft, pattern: re.Pattern[str]) -> None:
    """Move the number of a report, and its series, from the start of the publisher."""
    item = draft.item
    found = pattern.match(item.publisher)
    if found is None or "number" in item.text:
        return
    item.text["publisher"] = item.publisher[found.end() :]
    for variable, name in (("number", "number"), ("series", "collection-title")):
        if variable in found.groupdict():
            item.text[name] = found[variable]
            draft.segments.setdefault(name, []).extend(draft.segments.get("publisher", []))


def _settle_broadcast(draft: Draft) -> None:
    _take_from_title(draft, _EPISODE, "number")


def _settle_software(draft: Draft) -> None:
    if "title" not in draft.item.text:
        _take_name(draft)
    _take_from_title(draft, _VERSION, "version")
    if "publisher" not in draft.item.text:
        draft.move("container-title", "publisher")


def _take_name(draft: Draft) -> None:
    """Set the title of a program from a name listed among its authors: M. Roe, fastgrid."""
    for segment in draft.unread:
        words = draft.written(segment).strip(" ,;:.()[]")
        if words and len(words.split()) < 5 and not only_cues(words):
            draft.put("title", words, segment)
            draft.unread.remove(segment)
            return


def _take_from_title(draft: Draft, pattern: re.Pattern[str], variable: str) -> None:
    """Move a number from the end of the title to a variable."""
    item = draft.item
    found = pattern.search(item.title[-80:])
    if found is not None and variable not in item.text and len(item.title) > len(found[0]):
        item.text["title"] = item.title[
            : len(item.title) - len(item.title[-80:]) + found.start()
        ].rstrip(" ,;:.")
        item.text[variable] = found[1].strip(".")
        draft.segments.setdefault(variable, []).extend(draft.segments.get("title", []))


def _settle_preprint(draft: Draft) -> None:
    """Set a preprint's server as its publisher, as the BibTeX reader does."""
    item = draft.item
    archive = preprint_archive(item.container_title)
    if archive and "publisher" not in item.text:
        draft.move("container-title", "publisher")
        if words_of(item.publisher) == words_of(archive):
            item.text["publisher"] = archive
    if item.genre.lower() in ("preprint", "e-print", "pre-print"):
        item.text["genre"] = "preprint"


def _settle_speech(draft: Draft) -> None:
    if "event-title" not in draft.item.text and not draft.has("page"):
        draft.move("container-title", "event-title")
    _settle_meeting(draft)


def _settle_meeting(draft: Draft) -> None:
    """Treat a place without a publisher as the event place."""
    if "event-place" not in draft.item.text and "publisher" not in draft.item.text:
        draft.move("publisher-place", "event-place")


def _settle_news(draft: Draft) -> None:
    """Treat a newspaper that is given as the publisher of its article as the container."""
    if "container-title" not in draft.item.text:
        draft.move("publisher", "container-title")


_SETTLED: dict[str, Callable[[Draft], None]] = {
    "article": _settle_preprint, "article-newspaper": _settle_news, "article-magazine": _settle_news,
    "broadcast": _settle_broadcast,
    "paper-conference": _settle_meeting, "dataset": _settle_software, "motion_picture": _settle_software,
    "song": _settle_software, "software": _settle_software, "patent": _settle_patent, "report": _settle_report,
    "speech": _settle_speech, "standard": _settle_standard, "thesis": _settle_thesis,
}  # fmt: skip
