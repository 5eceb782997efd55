"""Build an item from a labeled reference: every word is stored in a variable or kept in the note."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.data.work_types import BRACKETED_TYPES, DATABASES, EDITION_WORDS, GBT_CODES
from refkit.formats.text.building.announcing import is_single_name, only_cues
from refkit.formats.text.building.archives import read_archive
from refkit.formats.text.building.datings import NO_DATE, read_dating
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.finish import finish
from refkit.formats.text.building.hosts import read_container, read_series, read_title, without_end
from refkit.formats.text.building.issuing import join_date, join_year
from refkit.formats.text.building.mending import mended
from refkit.formats.text.building.parts import (
    Numbering,
    is_edition,
    read_chapter,
    read_edition,
    read_numbering,
    read_pages,
    split_place,
)
from refkit.formats.text.building.people import read_editor, reader_of_names
from refkit.formats.text.building.remarks import (
    is_report,
    is_thesis,
    keep_edition_words,
    read_known,
    read_medium,
    read_remark,
    read_rest,
)
from refkit.formats.text.building.titles import tidy_container, tidy_house, tidy_place, tidy_title
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.model.identifiers import parse_arxiv, parse_isbn, parse_issn
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

LONGEST_STATUS = (
    40  # characters of a status in place of a publisher, such as "advance online publication"
)


@dataclass(slots=True, frozen=True)
class Built:
    """An item, the segments that each of its variables was read from, and the unparsed segments.

    The text of `unread` is kept in the item's note.
    """

    item: Item
    segments: dict[str, tuple[Segment, ...]]
    unread: tuple[Segment, ...]


def build_item(reference: Reference, labelled: Labelled, id: str) -> Built:  # noqa: A002 - as in Item
    """Return the item that a labeled reference describes."""
    draft = Draft(reference.excerpt.text, Item(id))
    draft.parts = mended(draft.text, labelled)
    draft.labels = frozenset(segment.label for segment in draft.parts)
    for segment in draft.parts:
        _READERS.get(segment.label, read_remark)(draft, segment)
    finish(draft)
    places = {
        variable: tuple(where)
        for variable, where in draft.segments.items()
        if draft.has(variable) or variable in draft.item.custom
    }
    return Built(draft.item, places, tuple(draft.unread))


# Dates and numbers


def _read_date(draft: Draft, segment: Segment) -> None:
    dating = read_dating(draft.written(segment))
    if dating.status:
        draft.put("status", dating.status, segment)
        draft.passed.extend([] if dating.rest else [segment])
    if dating.original is not None:
        draft.put_date("original-date", dating.original, segment)
    if dating.letter:
        draft.put("year-suffix", dating.letter, segment)
    if dating.date is not None:
        join_date(draft, segment, dating.date)
    if dating.rest:
        read_rest(draft, segment, dating.rest)


def _read_numbers(draft: Draft, segment: Segment) -> None:
    """Read the volume, the issue and adjoining numbers; directly after a series, read the number in the series."""
    numbers = _as_meant(draft, read_numbering(draft.written(segment), segment.label))
    if _follows_series(draft, segment):
        draft.put("collection-number", numbers.volume or numbers.issue, segment)
        numbers = numbers._replace(volume="", issue=numbers.issue if numbers.volume else "")
    draft.put("volume", numbers.volume, segment)
    draft.put("issue", numbers.issue, segment)
    draft.put("page", numbers.pages, segment)
    draft.put("number-of-volumes", numbers.volumes, segment)
    if numbers.year:
        join_year(draft, segment, numbers.year)
    if numbers.rest:
        read_rest(draft, segment, numbers.rest)
    else:
        draft.passed.append(segment)


def _as_meant(draft: Draft, numbers: Numbering) -> Numbering:
    """Return the numbers, with one as the issue if the reference has a volume before it, or pages."""
    if numbers.issue:
        return numbers
    if (
        numbers.volume.isdecimal() and draft.has("volume") and draft.item.volume.isalpha()
    ):  # XXIV, 1993, 2
        return numbers._replace(volume="", issue=numbers.volume)
    if "pages" not in draft.labels:
        return numbers
    if numbers.pages:  # 28: 1-2 (2001), 48-55
        return numbers._replace(issue=numbers.pages, pages="")
    return numbers._replace(issue=numbers.rest, rest="") if numbers.rest.isdecimal() else numbers


def _follows_series(draft: Draft, segment: Segment) -> bool:
    series = draft.segments.get("collection-title", [])
    numbers = (
        ("volume",) if draft.has("volume") or draft.has("container-title") else ("volume", "issue")
    )
    if not series or "collection-number" in draft.item.text or segment.label not in numbers:
        return False
    return 0 <= segment.start - series[-1].end < 9 and only_cues(
        draft.text[series[-1].end : segment.start]
    )


def _read_pages(draft: Draft, segment: Segment) -> None:
    chapter = read_chapter(draft.written(segment))
    if chapter:
        draft.put("chapter-number", chapter, segment)
        draft.passed.append(segment)
        return
    volumes = read_numbering(draft.written(segment)).volumes
    if volumes:
        draft.put("number-of-volumes", volumes, segment)
        return
    pages = read_pages(draft.written(segment))
    draft.put("page", pages.page, segment)
    draft.put("number-of-pages", pages.total, segment)
    draft.put("number", pages.number, segment)
    if pages.rest:
        read_rest(draft, segment, pages.rest)
    else:
        draft.passed.append(segment)


def _read_edition(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    told = is_edition(text)
    if not told and (not _EDITION_WORD.search(text) or any(char.isdigit() for char in text)):
        read_remark(draft, segment)
        return
    edition, beside = read_edition(text)
    draft.put("edition", edition, segment)
    draft.passed.append(segment)
    keep_edition_words(draft, segment, beside)


_EDITION_WORD = lazy_pattern(rf"\b(?:{EDITION_WORDS})\b", re.IGNORECASE)

# Publishers and places

_REMARK_IN_PUBLISHER = lazy_pattern(
    r"https?:|www\.|\b(?:accessed|retrieved|available|isbn|abgerufen|consulté)\b", re.IGNORECASE
)


def _read_publisher(draft: Draft, segment: Segment) -> None:
    text = draft.written(segment)
    chapter = read_chapter(text)
    if chapter:
        draft.put("chapter-number", chapter, segment)
        draft.passed.append(segment)
        return
    if NO_DATE.fullmatch(text.strip(" ,;:()[]")):
        draft.passed.append(segment)
        return
    status = read_dating(text).status if len(text) < LONGEST_STATUS else ""
    if status:
        draft.put("status", status, segment)
        return
    if text.strip(" .,;:").lower() in DATABASES:
        draft.put("source", text.strip(" .,;:"), segment)
        return
    if "location" not in draft.labels:
        text, place = split_place(text)
        draft.put("publisher-place", tidy_place(place), segment)
    start = draft.text.find(text, segment.start)
    segment = without_end(draft, segment._replace(start=max(start, segment.start)))
    publisher = tidy_house(draft.written(segment))
    known = is_thesis(publisher) or _REMARK_IN_PUBLISHER.search(publisher)
    parts = read_known(draft, segment) if known else [segment]
    for part in parts:
        written = draft.written(part)
        # "in press" is a status; "Press" on its own is the whole name of the publisher.
        if not only_cues(written) or is_single_name(written):
            draft.put("publisher", _unbracketed(tidy_house(draft.written(part))), part)


def _unbracketed(publisher: str) -> str:
    """Return a publisher's name without an unmatched bracket."""
    if publisher.count("(") == publisher.count(")"):
        return publisher
    return publisher.strip(" ()") if publisher[:1] == "(" or publisher[-1:] == "(" else publisher


def _read_place(draft: Draft, segment: Segment) -> None:
    reprint = _REPRINT.match(draft.text, segment.start, segment.end)
    if reprint is not None:
        draft.passed.append(segment._replace(end=reprint.end()))
        segment = segment._replace(start=reprint.end())
    words = draft.written(segment).strip(" ,;:.()[]")
    if words.lower() in BRACKETED_TYPES:
        read_medium(draft, words, segment)
        return
    if _CUT_SHORT.search(draft.text, max(segment.start, segment.end - 6), segment.end):
        segment = segment._replace(end=segment.end + draft.text.startswith(".", segment.end))
    draft.put("publisher-place", tidy_place(draft.written(segment)), segment)


_REPRINT = lazy_pattern(
    r"\W*(?:Reprint(?:ed)?|Repr?\.|Rpt\.|Nachdruck|Neudruck|Nachdr\.|Neudr\.|Réimpr\.)[\s,:]+(?=\S)"
)
# Frankfurt a. M., Washington, D.C., Freiburg i. Br., М.
_CUT_SHORT = lazy_pattern(r"(?:(?<!\w)[^\W\d_]\.\s?(?:[A-Z]|Br)|(?<![^\W_])[А-ЯЁ])\Z")


def _read_event_place(draft: Draft, segment: Segment) -> None:
    draft.put("event-place", tidy_place(draft.written(segment)), segment)


# Types of work and sources

_NUMBERED = lazy_pattern(
    r"(?P<genre>[^\d]{3,80}?)[\s,(#]*+(?:\b(?:no|nr|number|núm|n[°º])\b\.?\s*+)?(?P<number>[A-Z]*[-./]?\d[\w./:-]*)\Z",
    re.IGNORECASE,
)


def _read_genre(draft: Draft, segment: Segment) -> None:
    """Read a known genre; otherwise keep the words unchanged, with a number at their end stored separately."""
    words = draft.written(segment).strip(" ,;:.()[]")
    if words.lower() in BRACKETED_TYPES:
        read_medium(draft, words, segment)
        return
    if is_report(words) and not draft.has("genre") and _NUMBERED.match(words):
        _read_report(draft, segment)
        return
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if only_cues(words):
            continue
        if (
            draft.has("genre")
            and not draft.has("publisher")
            and words[:1].isupper()
            and len(words.split()) < 5
        ):
            draft.put("publisher", words, part)
        elif draft.has("genre") or not any(char.isalpha() for char in words):
            read_remark(draft, part)
        else:
            draft.put("genre", words, part)


def _read_report(draft: Draft, segment: Segment) -> None:
    """Read a report series and the number in it."""
    draft.cues.add("report")
    words = draft.written(segment).strip(" ,;:.()[]")
    numbered = _NUMBERED.match(words)
    draft.put("genre", numbered["genre"] if numbered is not None else words, segment)
    if numbered is not None:
        draft.put("number", numbered["number"], segment)


def _read_source(draft: Draft, segment: Segment) -> None:
    """Read the source of a work: a newspaper, a site, a database."""
    for part in read_known(draft, segment):
        title, _ = tidy_container(draft.written(part).lstrip(" .,;:"))
        if only_cues(title):
            continue
        if draft.has("container-title"):
            draft.unread.append(part)
        else:
            draft.put("container-title", title, part)


def _read_norm(draft: Draft, segment: Segment) -> None:
    """Read the number of a standard, which provides the year if the reference has no other date."""
    draft.cues.add("is:standard")
    number = draft.written(segment).strip(" ,;:.()[]")
    draft.put("number", number, segment)
    year = re.search(r"[:-]((?:19|20)\d\d)(?:-\d\d)?\Z", number)
    if year is not None and "date" not in draft.labels:
        join_year(draft, segment, year[1])


def _read_code(draft: Draft, segment: Segment) -> None:
    """Read the type of a work from its GB/T 7714 code: [J], [M/OL]."""
    draft.cues.add(
        f"is:{GBT_CODES[draft.written(segment).strip(' .[]．。［］').partition('/')[0]]}"
    )
    draft.passed.append(segment)


def _read_court(draft: Draft, segment: Segment) -> None:
    draft.put("authority", draft.written(segment).strip(" ,;()"), segment)


def _read_statute(draft: Draft, segment: Segment) -> None:
    """Read the years of a king's reign and the chapter of the acts of parliament."""
    draft.cues.add("is:legislation")
    draft.put("references", draft.written(segment).strip(" ,;."), segment)


_ASSIGNEE = lazy_pattern(r",\s*assignees?\b\W*\Z", re.IGNORECASE)


def _read_holder(draft: Draft, segment: Segment) -> None:
    """Read the holder of a patent."""
    draft.item.custom["holder"] = _ASSIGNEE.sub("", draft.written(segment)).strip(" ,;")
    draft.note_place("holder", segment)


def _read_volume_title(draft: Draft, segment: Segment) -> None:
    segment = without_end(draft, segment)
    draft.put("volume-title", tidy_title(draft.written(segment)), segment)


# Identifiers


_BARE_ADDRESS = lazy_pattern(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*?)?(?=[.,;:)\]>]*\Z)")


def _read_url(draft: Draft, segment: Segment) -> None:
    """Read a web address, including one without "https://"."""
    bare = _BARE_ADDRESS.match(draft.text, segment.start, segment.end)
    if bare is not None and not bare[0].lower().startswith(("www.", "doi.org")):
        draft.put("URL", bare[0], segment)
    else:
        read_remark(draft, segment)


def _read_arxiv(draft: Draft, segment: Segment) -> None:
    identifier = parse_arxiv(re.sub(r"\s+", "", draft.written(segment)).strip(".,;:()[]"))
    if identifier is None:
        read_remark(draft, segment)
        return
    draft.item.custom["eprint"] = identifier.id + (
        f"v{identifier.version}" if identifier.version else ""
    )
    draft.item.custom["eprinttype"] = "arxiv"
    draft.note_place("eprint", segment)


def _read_number(draft: Draft, segment: Segment) -> None:
    """Read an identifier of arXiv or a similar service, or the number of a report or standard."""
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if draft.has("number") or not any(char.isdigit() for char in words):
            read_remark(draft, part)
        else:
            draft.put("number", words, part)


_REVIEWS = {"MR": "mrnumber", "Zb": "zblnumber", "JF": "jfmnumber"}


def _read_review(draft: Draft, segment: Segment) -> None:
    """Read the number of a review of the work, under its BibTeX field name."""
    words = draft.written(segment)
    draft.item.custom.setdefault(
        _REVIEWS[words[:2]], " ".join(words.split()).removeprefix("Zbl").strip(" .")
    )
    draft.passed.append(segment)


def _read_document(draft: Draft, segment: Segment) -> None:
    """Read the number of a document of the European Union or the United Nations."""
    draft.cues.add("report")
    draft.put("number", draft.written(segment), segment)


def _read_isbn(draft: Draft, segment: Segment) -> None:
    bare = draft.written(segment).strip(" .,;:()[]")
    isbn, issn = parse_isbn(bare), parse_issn(bare)
    if isbn is not None:
        draft.put("ISBN", re.sub(r"(?i)\A\W*isbn[^\d]*", "", bare), segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    else:
        read_remark(draft, segment)


def _read_accessed(draft: Draft, segment: Segment) -> None:
    left = read_known(draft, segment)
    if "accessed" in draft.item.dates:
        draft.unread.extend(part for part in left if not only_cues(draft.written(part)))
        return
    date = read_dating(draft.written(segment)).date
    if date is not None and date.start is not None:
        draft.put_date("accessed", date, segment)
    else:
        read_remark(draft, segment)


_MARKER = lazy_pattern(r"[\s\[(]*[A-Za-z+-]{0,12}\d{0,4}[a-z]?[\s\]).:,-]*\Z")


def _read_marker(draft: Draft, segment: Segment) -> None:
    """Skip the number of a reference in its list, which is not a fact about the work."""
    if _MARKER.match(draft.written(segment)):
        draft.passed.append(segment)
    else:
        read_remark(draft, segment)


def _pass(draft: Draft, segment: Segment) -> None:
    """Skip words that only describe the adjoining text."""
    draft.passed.append(segment)


_READERS: dict[str, Callable[[Draft, Segment], None]] = {
    "author": reader_of_names("author"), "editor": read_editor, "translator": reader_of_names("translator"),
    "director": reader_of_names("director"), "producer": reader_of_names("producer"),
    "performer": reader_of_names("performer"),
    "title": read_title, "container-title": read_container, "collection-title": read_series,
    "volume-title": _read_volume_title, "date": _read_date, "volume": _read_numbers, "issue": _read_numbers,
    "pages": _read_pages, "publisher": _read_publisher, "location": _read_place, "edition": _read_edition,
    "event-place": _read_event_place, "genre": _read_genre, "report": _read_report, "medium": _read_genre,
    "source": _read_source, "archive": read_archive, "isbn": _read_isbn, "issn": _read_isbn,
    "url": _read_url, "arxiv": _read_arxiv, "idno": _read_number, "document": _read_document,
    "review": _read_review,
    "code": _read_code, "court": _read_court, "norm": _read_norm,
    "statute": _read_statute, "inventors": _pass, "holder": _read_holder, "accessed": _read_accessed,
    "citation-number": _read_marker,
}  # fmt: skip
