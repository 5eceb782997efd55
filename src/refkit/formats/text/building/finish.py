"""Finish an item: set its type, the variables that depend on the type, its language, and its note."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.data.countries import COUNTRIES
from refkit.data.cue_words import CUE_WORDS
from refkit.data.work_types import PATENT_OFFICES
from refkit.formats.bibtex.eprints import eprint_variables
from refkit.formats.text.building.announcing import only_cues, words_of
from refkit.formats.text.building.datings import read_dating
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.forms import NORM
from refkit.formats.text.building.issuing import settle_dates
from refkit.formats.text.building.kinds import is_series, kind_of, preprint_archive
from refkit.formats.text.building.language import language_of
from refkit.formats.text.building.organisations import is_organisation
from refkit.formats.text.building.parts import split_number
from refkit.formats.text.building.segments import SCANNED
from refkit.formats.text.building.titles import tidy_title
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.patterns import lazy_pattern

_NORM = lazy_pattern(NORM)
_PATENT = lazy_pattern(
    r"(?P<office>[^\W\d_][^\W\d_.]*(?:\.\s?[^\W\d_])?)?\.?\s*+(?:(?:patent\w*|brevet)\s*+)?"
    r"(?:(?:application|publication)\s*+)?(?:(?:no\.?|nr\.?|n°|number)\s*+)?(?:[:,]\s*+)?(?P<code>[A-Z]{2})?\s?(?P<number>\d[\d,./\s-]*\d(?:\s?[A-Z]\d?)?)",
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
_ORDINAL = lazy_pattern(r"(?<=\d)(?:st|nd|rd|th|e|è?me|ème|ª|º|ed|de|er|re|a|o|p|pp|s)\Z")
_SERIES_WORDS = lazy_pattern(
    r"(?:[^\W\d_a-z][\w’'-]*|(?:in|and|of|the|for|on|und|der|des|zur|für|de|des|et|la|le|y|e|di)|[;,:.&]"
    r"|(?:vol\.?|bd\.?|no\.?)|\d{1,4}(?:/\d{2,4})?|\s)+"
)
_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d")
_YEAR_ALONE = lazy_pattern(r"(?:[^\W\d_]\s|\d\.)(?:1[5-9]|20)\d\d\Z")
_WORD = lazy_pattern(r"[^\W_]+")


def finish(draft: Draft) -> None:
    """Set the item's type and the variables that depend on it; unparsed text becomes its note."""
    _mend(draft)
    if draft.has("page") or draft.has("container-title"):
        draft.move("director", "editor")  # French "dir."
    _take_series(draft)
    settle_dates(draft)
    draft.item.type = kind_of(draft)
    settle = _SETTLED.get(draft.item.type)
    if settle is not None:
        settle(draft)
    _take_house(draft)
    _add_eprint(draft)
    _add_language(draft)
    _keep_lost_words(draft)
    _write_note(draft)


def _mend(draft: Draft) -> None:
    """Correct common labeling errors."""
    item = draft.item
    container = item.container_title
    alone = not any(map(draft.has, ("issue", "page"))) and not ("in" in draft.cues and item.author)
    if (
        container
        and "title" not in item.text
        and alone
        and (draft.has("publisher") or draft.has("publisher-place"))
    ):
        draft.move("container-title", "title")
    elif container and draft.has("page") and not draft.has("volume"):
        title, number = split_number(container) if container[-1:].isdecimal() else ("", "")
        if number.isdecimal() and len(number) < 4:
            item.text["container-title"], item.text["volume"] = title, number
            draft.segments["volume"] = draft.segments.get("container-title", [])
    place = item.publisher_place
    housed = draft.has("publisher") or is_place(place) or "," in place
    if draft.has("status") and not container and not housed:
        draft.move("publisher-place", "container-title")
    if _is_series(draft):
        draft.move("container-title", "collection-title")
        draft.move("volume", "collection-number")
    place = item.publisher_place
    if place.lower() in COUNTRIES and not draft.has("publisher") and item.title:
        _rejoin_title(draft)


def _is_series(draft: Draft) -> bool:
    """Whether the apparent container of a book is a numbered series: Studies in Ice, vol 61. House, Place."""
    if (
        any(map(draft.has, ("page", "issue", "editor", "collection-title", "DOI")))
        or "in" in draft.cues
    ):
        return False
    return draft.has("publisher") and draft.has("volume") and is_series(draft.item.container_title)


def _take_series(draft: Draft) -> None:
    """Set the series of a book from a bracket after it that contains capitalized words."""
    if draft.has("collection-title") or draft.has("issue"):
        return
    for segment in draft.unread:
        before, behind = (
            draft.text[segment.start - 1 : segment.start],
            draft.text[segment.end : segment.end + 1],
        )
        words = draft.written(segment).strip("()[] ")
        bracketed = before + behind in ("()", "[]") or draft.written(segment)[:1] in "(["
        counted = draft.has("number-of-pages") and not draft.text[segment.end :].strip(" .)]")
        if bracketed and (_SERIES_WORDS.fullmatch(words) or counted) and len(words.split()) > 1:
            title, number = split_number(words)
            dated = (
                _YEAR_ALONE.search(words)
                or (":" in words and _YEAR.fullmatch(number))
                or _is_day(words)
            )
            if only_cues(title) or dated:
                continue
            draft.put("collection-title", title, segment)
            if number:
                draft.put("collection-number", number, segment)
            draft.unread.remove(segment)
            return


def _is_day(words: str) -> bool:
    """Whether words are a date with a month, not a numbered series."""
    dating = read_dating(words)
    return dating.date is not None and bool(dating.date.month) and len(dating.rest.split()) < 2


def _take_house(draft: Draft) -> None:
    """Use an organization in the unparsed text as the publisher of a thesis, report, book, program or data set."""
    if draft.has("publisher") or draft.item.type not in (
        "thesis",
        "report",
        "book",
        "software",
        "dataset",
    ):
        return
    for segment in draft.unread:
        words = draft.written(segment).strip(" ,;:.()[]")
        if len(words) < 120 and is_organisation(words):
            draft.put("publisher", words, segment)
            draft.unread.remove(segment)
            return


def _rejoin_title(draft: Draft) -> None:
    """Append a country to the title before it, because a country alone is not a publisher place."""
    title, place = draft.segments.get("title", []), draft.segments.get("publisher-place", [])
    if len(title) != 1 or len(place) != 1 or not 0 <= place[0].start - title[0].end < 4:
        return
    if any(mark in draft.text[title[0].end - 1 : place[0].start] for mark in ".:;("):
        return
    segment = title[0]._replace(
        end=place[0].end, confidence=min(title[0].confidence, place[0].confidence)
    )
    del draft.item.text["publisher-place"], draft.segments["publisher-place"]
    draft.item.text["title"] = tidy_title(draft.written(segment))
    draft.segments["title"] = [segment]


def _settle_patent(draft: Draft) -> None:
    """Remove the words around a patent's number, and set the office that granted the patent."""
    item = draft.item
    found = _PATENT.search(item.number[:SCANNED])
    if found is None:
        return
    code = _OFFICE_CODE.search(item.number[: found.start("number")])
    office = (code[1] if code is not None else found["office"] or "").lower()
    authority = PATENT_OFFICES.get(office, "")
    prefix = f"{code[1]} " if code is not None else ""
    item.text["number"] = prefix + " ".join(found["number"].split())
    if authority and "authority" not in item.text:
        item.text["authority"] = authority
        draft.segments.setdefault("authority", []).extend(draft.segments.get("number", []))
    genre = re.match(r"(?i)(?:.*?\s)?(patent(?:\s+application)?|brevet|patentschrift)", item.number)
    if genre is not None:
        item.text.setdefault("genre", genre[1])


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
    for segment in draft.unread:
        if _REPOSITORY.fullmatch(draft.written(segment).strip(" .,;:")):
            draft.put("archive", draft.written(segment).strip(" .,;:"), segment)
            draft.unread.remove(segment)
            break
    for name in item.author:
        if name.literal and "publisher" not in item.text and len(item.author) > 1:
            item.text["publisher"] = name.literal
            item.names["author"] = tuple(other for other in item.author if other != name)


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


def _add_eprint(draft: Draft) -> None:
    """Add the CSL variables for an arXiv identifier, as the BibTeX reader does."""
    item = draft.item
    kind = "misc" if item.type == "article" else "article"
    for variable, value in eprint_variables(kind, item.custom, item.text).items():
        if variable not in item.text:
            item.text[variable] = value
            draft.segments.setdefault(variable, []).extend(draft.segments.get("eprint", []))


def _add_language(draft: Draft) -> None:
    item = draft.item
    language = item.language or language_of(f"{item.title} {item.container_title}")
    if language and language != "en":
        item.text["language"] = language
        draft.segments.setdefault("language", []).extend(draft.segments.get("title", []))


def _keep_lost_words(draft: Draft) -> None:
    """Keep words as unparsed text if they are in no variable and do not announce a fact."""
    known = _known_words(draft)
    passed = {at for one in draft.passed for at in range(one.start, one.end)}
    for part in draft.parts:
        if _is_name_made_of_cues(draft, part) and not known(words_of(draft.written(part))[0]):
            draft.unread.append(part)
            continue
        run: list[re.Match[str]] = []
        for found in _WORD.finditer(draft.text, part.start, part.end):
            word = found[0].lower()
            if known(word) or found.start() in passed or known(_ORDINAL.sub("", word)):
                if run:
                    _end_run(draft, run)
            elif run or word not in CUE_WORDS:
                run.append(found)
        _end_run(draft, run)


_NAMED = frozenset("title container-title collection-title publisher location".split())


def _is_name_made_of_cues(draft: Draft, part: Segment) -> bool:
    """Whether a title, journal or publisher consists of words that otherwise announce facts ("Art")."""
    words = words_of(draft.written(part))
    if part.label not in _NAMED or not words or not only_cues(draft.written(part)):
        return False
    following = draft.text[part.start :][len(draft.written(part).rstrip()) :].lstrip()[:1]
    if draft.written(part).rstrip()[-1:].isalnum() and following.isalnum():
        return False  # no punctuation between: "Updated May 4" announces the next words
    capital = draft.written(part).lstrip(" ([\"“‘'")[:1].isupper()
    return capital and len(words[0]) > 2 and part not in draft.passed


def _end_run(draft: Draft, run: list[re.Match[str]]) -> None:
    while run and only_cues(run[-1][0]):
        run.pop()
    if run:
        draft.unread.append(Segment("other", run[0].start(), run[-1].end(), 0.0))
    run.clear()


def _known_words(draft: Draft) -> Callable[[str], bool]:
    """Return a test for words of the item; initials and numbers also match without the signs between them."""
    item = draft.item
    texts = list(item.text.values()) + list(item.custom.values())
    texts += [date.raw for date in item.dates.values()]
    texts += [draft.written(segment) for segment in draft.unread]
    words = {word for text in texts for word in words_of(text)}
    people = [
        part
        for listed in item.names.values()
        for name in listed
        for part in (
            name.family,
            name.given,
            name.particle,
            name.dropping_particle,
            name.suffix,
            name.literal,
        )
    ]
    words.update(word for part in people for word in words_of(part))
    whole = [
        order for listed in item.names.values() for name in listed
        for order in (name.family + name.given, name.given + name.family)
    ]  # fmt: skip
    joined = " ".join("".join(words_of(part)) for part in (*people, *whole, *texts))
    return lambda word: word in words or (len(word) > 1 and word in joined)


def _write_note(draft: Draft) -> None:
    draft.unread = _merged(draft.unread)
    parts = [
        " ".join(draft.written(segment).split()).strip(" ,;:").removeprefix(". ")
        for segment in draft.unread
    ]
    note = "; ".join(part for part in parts if part)
    if note:
        known = draft.item.text.get("note", "")
        draft.item.text["note"] = f"{known}; {note}" if known else note
        draft.segments["note"] = list(draft.unread)


def _merged(segments: list[Segment]) -> list[Segment]:
    """Return the segments in order, with overlapping segments merged."""
    merged: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (one.start, one.end)):
        if merged and segment.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, segment.end))
        else:
            merged.append(segment)
    return merged
