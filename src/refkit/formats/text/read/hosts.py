"""Read titles and containers: journals, books with their editors, series, meetings."""

from __future__ import annotations

import re

from refkit.data.number_words import ISSUE_WORD, ORDINALS, VOLUME_WORD
from refkit.data.words.organizations import UNIVERSITY_WORDS
from refkit.data.words.roles import EDITORS_BEFORE_STOP, EDITORS_IN_BRACKETS
from refkit.data.work_types import SPEECH
from refkit.formats.text.announcing import only_cues, words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.kinds import is_series
from refkit.formats.text.read.parts import read_pages, split_number
from refkit.formats.text.read.persons import read_persons
from refkit.formats.text.read.remark_publication import is_revision
from refkit.formats.text.read.remarks import read_known, read_remark
from refkit.formats.text.read.titles import tidy_container, tidy_place, tidy_title
from refkit.formats.text.recognize.forms import may_name_thesis, thesis_at
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ORDINALS = tuple(ORDINALS)
WITH_EDITORS = lazy_pattern(
    r"\s*+(?:in\b[:.]?\s*+)?(?P<names>[^()]{3,300}?)"
    rf"(?:[\s,]*+\((?:{EDITORS_IN_BRACKETS})\.?\)"
    rf"|\s*+,\s*+(?:{EDITORS_BEFORE_STOP})\.(?!\s*(?:v\.|von\s|by\s)))"
    r"[\s,.:]*(?P<title>\w.{5,})\Z",
    re.IGNORECASE | re.DOTALL,
)
_IN_TITLE = lazy_pattern(
    rf"\s*[“\"«„].{{5,400}}?[”\"»][\s,.]*(?P<in>\b(?:in|dans)\b:?\s+(?=[^\W\d_a-z]).{{5,}}|(?i:{SPEECH}).{{5,}})\Z"
)
_BRACKET_AT_END = lazy_pattern(r"[\s.,]*[(\[]([^()\[\]]{1,160})[)\]][\s.,;:]*\Z")
_CLAUSE_AT_END = lazy_pattern(r"[.,:;(]\s*([^.,:;()]{2,40}(?:\.[^.,:;()]{0,12}){0,3})[\s.,;:)]*\Z")
_ROMAN_AT_END = lazy_pattern(
    r"(?:[»”\"],?|,)\s+(?:t\.\s?|vol\.\s?)?(?P<volume>[IVXLC]{1,7})[\s.,;:]*\Z"
)
_OF_SERIES = lazy_pattern(
    r",?\s+(?:vol(?:ume|\.)|number|no\.)\s*(?P<number>\d+)\s+(?:of|in)\s+(?:the\s+)?(?P<series>[^\W\d_].{5,})\Z",
    re.IGNORECASE,
)
_PAGES_AT_END = lazy_pattern(r"[\s,(]+(?:pp?\.|S\.)?\s?(?P<pages>\d+\s?[-–]\s?\d+)[\s().,]*\Z")
_SAME_AUTHOR = lazy_pattern(
    r"(?:Ders|Dies|Id|Idem|Eadem|Ead)\.?\s?[:,]\s*(?:\((?:Hrsg|Hg|ed|dir)\.?\)[:,]?\s*)?",
    re.IGNORECASE,
)
_PRESENTED = lazy_pattern(
    rf"\s*(?P<genre>{SPEECH})\s*(?:(?:at|to|in|on|before|the|dem|der|am|an|auf|au|aux|à|à l[’']|la|en|el|al|alla)\s+)*",
    re.IGNORECASE,
)
_EVENT_IN_QUOTES = lazy_pattern(
    r"\s*(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s[«“„\"]\s?(?P<title>[^«»“”„\"]{4,})[»”“\"]\s*\Z"
)
_VERSION = lazy_pattern(
    r"\W*(?:version|release|ver\.|v\.)\s?(?P<version>\d[\w.+-]*?)\W*\Z", re.IGNORECASE
)
_SHORTEST_TITLE = 4
# Words for volumes that are followed by a number: not `Part`, which divides a title.
_VOLUME_IN_TITLE = lazy_pattern(
    r"[.,]\s(?:Bd\.|Band|[Tt]\.|[Tt]ome|[Tt]omo|[Vv]ol\.|[Dd]eel|[Dd]l\.|[Cc]z\.|Т\.|т\.)\s?"
    r"(?P<volume>\d{1,2}|[IVX]{1,5})(?:\s?[.:,]\s(?P<title>[^\W\d_].{2,150}))?\Z"
)
_ENTRY = lazy_pattern(r"\s*(?:[Aa]rt\.|s\.\s?v\.|[Aa]rtikel|[Aa]rticle)\s*(?=[«“„\"‘])")


def read_title(draft: Draft, segment: Segment) -> None:
    """title = ["Art."] title ["in" container] [volume [title of the volume]] [facts in brackets] | version"""
    version = _VERSION.match(draft.text, segment.start, segment.end)
    if version is not None:
        draft.put("version", version["version"], segment)
        return
    entry = _ENTRY.match(draft.text, segment.start, segment.end)
    if entry is not None:
        segment = segment._replace(start=entry.end())
    inside = _IN_TITLE.match(draft.text, segment.start, segment.end)
    if inside is not None:
        read_container(draft, segment._replace(start=inside.start("in")))
        segment = segment._replace(end=inside.start("in"))
    segment = before_volume(draft, without_end(draft, segment))
    title = draft.written(segment)
    if title.lstrip()[:1] in tuple('“"„«‘»'):
        draft.cues.add("quoted")
    school = "genre" in draft.labels and draft.has("title") and _is_high_school(title)
    draft.put(
        "publisher" if school and not draft.has("publisher") else "title",
        tidy_title(title),
        segment,
    )


def before_volume(draft: Draft, segment: Segment) -> Segment:
    """Read the volume within a title, as in `Les Lieux de mémoire, t. I : La République`, and return the title."""
    if "volume" in draft.labels or "volume-title" in draft.item.text:
        return segment
    found = _VOLUME_IN_TITLE.search(draft.text, segment.start, segment.end)
    if found is None or found.start() - segment.start < _SHORTEST_TITLE:
        return segment
    draft.put("volume", found["volume"], segment._replace(start=found.start("volume")))
    if found["title"]:
        named = segment._replace(start=found.start("title"))
        draft.put("volume-title", tidy_title(draft.written(named)), named)
    return segment._replace(end=found.start())


def _is_high_school(title: str) -> bool:
    words = words_of(title)
    return len(words) < 9 and not UNIVERSITY_WORDS.isdisjoint(words)


def without_end(draft: Draft, segment: Segment) -> Segment:
    """Read the separate facts in trailing brackets or a last clause, and return the title without them."""
    for _ in range(4):
        found = _BRACKET_AT_END.search(
            draft.text, max(segment.end - 200, segment.start), segment.end
        )
        if (
            found is None
            or found.start() <= segment.start
            or not _is_fact(draft, found.span(), segment)
        ):
            break
        segment = segment._replace(end=found.start())
    clause = _CLAUSE_AT_END.search(draft.text, max(segment.end - 80, segment.start), segment.end)
    if (
        clause is not None
        and clause.start() > segment.start
        and _may_be_fact(clause[1])
        and _is_fact(draft, clause.span(), segment, clause=True)
    ):
        segment = segment._replace(end=clause.start())
    return segment


def _may_be_fact(clause: str) -> bool:
    """Whether a last clause may name an edition or a thesis; the patterns for facts take 30 ms to compile."""
    if may_name_thesis(clause) or any(map(str.isdigit, clause)):
        return True
    return any(word.startswith(_ORDINALS) for word in words_of(clause))


def _is_fact(draft: Draft, span: tuple[int, int], segment: Segment, clause: bool = False) -> bool:
    """Whether a part consists only of facts; if so, read it. A last clause must name an edition or a thesis."""
    part = segment._replace(start=span[0], end=span[1])
    trial = Draft(draft.text, Item(""))
    left = read_known(trial, part)
    variables = set(trial.item.text) | set(trial.item.dates) | set(trial.item.custom)
    unread = [one for one in trial.unread if not is_revision(draft.written(one))]
    if not variables or unread or any(not only_cues(draft.written(one)) for one in left):
        return False
    if clause and not (variables == {"edition"} or "is:thesis" in trial.cues):
        return False
    read_known(draft, part)
    return True


def read_container(draft: Draft, segment: Segment) -> None:
    """container = ["In"] [editors "(Eds.)"] title [volume "of" series] [facts in brackets]"""
    split = WITH_EDITORS.match(draft.text, segment.start, segment.end)
    if split is not None:
        draft.cues.add("in")
        names = segment._replace(start=split.start("names"), end=split.end("names"))
        draft.add_names("editor", read_persons(draft.written(names)).names, names)
        segment = segment._replace(start=split.start("title"))
    thesis = thesis_at(draft.text, segment.start, segment.end)
    if thesis is not None and draft.text[thesis.end() : segment.end].lstrip()[:1] in (
        "",
        ",",
        ".",
        ";",
    ):
        read_known(draft, segment._replace(end=thesis.end()))
        publisher = tidy_title(draft.text[thesis.end() : segment.end].lstrip(" .;"))
        draft.put("publisher", publisher, segment._replace(start=thesis.end()))
        return
    presented = _PRESENTED.match(draft.text, segment.start, segment.end)
    if presented is not None:
        draft.cues.add("speech")
        draft.put("genre", presented["genre"], segment._replace(end=presented.end()))
        segment = _read_event(draft, segment._replace(start=presented.end()))
    segment = before_volume(draft, without_end(draft, _without_numbers(draft, segment)))
    pages = _PAGES_AT_END.search(draft.text, segment.start, segment.end)
    if pages is not None and "pages" not in draft.labels:
        draft.put("page", read_pages(pages["pages"]).page, segment._replace(start=pages.start()))
        segment = segment._replace(end=pages.start())
    _put_container(draft, segment)


def _read_event(draft: Draft, segment: Segment) -> Segment:
    """event = [kind] title ["," place]; return its title"""
    comma = draft.text.rfind(", ", segment.start, segment.end)
    if comma > 0 and is_place(draft.text[comma + 2 : segment.end]):
        draft.put(
            "event-place",
            tidy_place(draft.text[comma + 2 : segment.end]),
            segment._replace(start=comma + 2),
        )
        segment = segment._replace(end=comma)
    quoted = _EVENT_IN_QUOTES.match(draft.text, segment.start, segment.end)
    if quoted is None:
        return segment
    draft.passed.append(segment._replace(end=quoted.end("kind")))
    return segment._replace(start=quoted.start("title"), end=quoted.end("title"))


def _without_numbers(draft: Draft, segment: Segment) -> Segment:
    """Return a container's title without the series, days of a meeting, volume or place at its end."""
    for cut in (_before_series, _before_roman, _before_place):
        segment = cut(draft, segment)
    return segment


def _near_end(draft: Draft, segment: Segment, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the match of a pattern in the last characters of a segment, unless it covers the whole segment."""
    found = pattern.search(draft.text, max(segment.end - 40, segment.start), segment.end)
    return found if found is not None and found.start() > segment.start else None


def _before_series(draft: Draft, segment: Segment) -> Segment:
    series = _OF_SERIES.search(draft.text, segment.start, segment.end)
    if series is None:
        return segment
    draft.put("collection-title", tidy_title(series["series"]), segment)
    draft.put("collection-number", series["number"], segment)
    return segment._replace(end=series.start())


def _before_roman(draft: Draft, segment: Segment) -> Segment:
    """Read a Roman volume at the end; a labeled volume may then be the issue, after the year: XXIV, 1993, 2."""
    roman = _near_end(draft, segment, _ROMAN_AT_END)
    known = "volume" in draft.labels and ("issue" in draft.labels or "date" not in draft.labels)
    if roman is None or known:
        return segment
    draft.put("volume", roman["volume"], segment._replace(start=roman.start("volume")))
    return segment._replace(end=roman.start("volume"))


def _before_place(draft: Draft, segment: Segment) -> Segment:
    """Read the place between a journal and its volume: Educação, Porto Alegre, v. 31."""
    comma = draft.text.rfind(", ", segment.start, segment.end)
    if comma < 0 or "location" in draft.labels or not _NUMBERED.match(draft.text, segment.end):
        return segment
    if not is_place(draft.text[comma + 2 : segment.end]):
        return segment
    place = segment._replace(start=comma + 2)
    draft.put("publisher-place", tidy_place(draft.written(place)), place)
    return segment._replace(end=comma)


def _put_container(draft: Draft, segment: Segment) -> None:
    """Set the container's title, or the version, series, publisher or event place that the segment contains instead."""
    version = _VERSION.match(draft.text, segment.start, segment.end)
    if version is not None:
        draft.put("version", version["version"], segment)
        draft.passed.append(segment)
        return
    title, inside = tidy_container(draft.written(segment))
    if inside:
        draft.cues.add("in")
    same = _SAME_AUTHOR.match(title)
    if same is not None:
        title = title[same.end() :]
        draft.passed.append(segment)
    if title.lower() in ("", "in", "dans", "en", "ed"):
        return
    if only_cues(title) and any(
        len(word) > 4 for word in words_of(title)
    ):  # "Last modified", "Masters Thesis"
        read_remark(draft, segment)
        return
    if "speech" in draft.cues and is_place(title) and "location" not in draft.labels:
        draft.put("event-place", title, segment)
    elif "container-title" not in draft.item.text:
        draft.put("container-title", title, segment)
    elif "collection-title" not in draft.item.text and is_series(title):
        read_series(draft, segment)
    elif (
        "publisher" not in draft.item.text and "location" in draft.labels and len(title.split()) < 5
    ):
        draft.put("publisher", title, segment)
    else:
        draft.unread.append(segment)


_NUMBERED = lazy_pattern(
    rf"[\s,;]*(?:{VOLUME_WORD}|{ISSUE_WORD})(?![^\W\d_])[.\s]*[\dIVXLC]", re.IGNORECASE
)
_NAMED_SERIES = lazy_pattern(r"\A\s*(?:of|coll(?:ection|ana|ección)?\.?|col\.)\s+", re.IGNORECASE)
_NUMBER_BEHIND_QUOTE = lazy_pattern(
    r"(?P<title>.*[»”“\"])\W*+(?:(?:n[°ºo]\.?|nr\.|núm\.|vol\.|t\.)\s*+)?(?P<number>\d{1,4})\W*\Z"
)


def read_series(draft: Draft, segment: Segment) -> None:
    """series = ["of" | "Coll."] title [number]"""
    text = draft.written(segment)
    if (
        re.match(r"\s*of\s", text)
        and "volume" in draft.item.text
        and "collection-number" not in draft.item.text
    ):
        draft.move("volume", "collection-number")
    named = _NAMED_SERIES.match(text)
    if named is not None:
        draft.passed.append(segment._replace(end=segment.start + named.end()))
    bare = text[named.end() :] if named is not None else text
    behind = _NUMBER_BEHIND_QUOTE.match(bare)
    title, number = (
        (behind["title"], behind["number"])
        if behind is not None
        else split_number(tidy_title(bare))
    )
    draft.put("collection-title", tidy_title(title), segment)
    if number:
        draft.put("collection-number", number, segment)
