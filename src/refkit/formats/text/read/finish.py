"""Finish an item: set its type, the variables that depend on the type, its language, and its note."""

from __future__ import annotations

from refkit.data.countries import COUNTRIES
from refkit.formats.bibtex.eprints import eprint_variables
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.places import is_place
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.issuing import settle_dates
from refkit.formats.text.read.kinds import kind_of
from refkit.formats.text.read.language import language_of
from refkit.formats.text.read.parts import split_number
from refkit.formats.text.read.titles import tidy_title
from refkit.formats.text.read.type_variables import set_type_variables
from refkit.formats.text.read.unparsed_text import keep_lost_words, write_note
from refkit.patterns import lazy_pattern

_SERIES_WORDS = lazy_pattern(
    r"(?:[^\W\d_a-z][\w’'-]*|(?:in|and|of|the|for|on|und|der|des|zur|für|de|des|et|la|le|y|e|di)|[;,:.&]"
    r"|(?:vol\.?|bd\.?|no\.?)|\d{1,4}(?:/\d{2,4})?|\s)+"
)
_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d")
_YEAR_ALONE = lazy_pattern(r"(?:[^\W\d_]\s|\d\.)(?:1[5-9]|20)\d\d\Z")


def finish(draft: Draft) -> None:
    """Set the item's type and the variables that depend on it; unparsed text becomes its note."""
    _mend(draft)
    if draft.has("page") or draft.has("container-title"):
        draft.move("director", "editor")  # French "dir."
    _take_series(draft)
    settle_dates(draft)
    draft.item.type = kind_of(draft)
    set_type_variables(draft)
    _add_eprint(draft)
    _add_language(draft)
    keep_lost_words(draft)
    write_note(draft)


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
    if item.publisher_place.lower() in COUNTRIES and not draft.has("publisher") and item.title:
        _rejoin_title(draft)


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
