"""Split segments that combine two parts: title and container, names and title, standard number and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from refkit.data.work_types import DICTIONARY, ENCYCLOPEDIA
from refkit.formats.text.announcing import only_cues, words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.organisations import is_organisation
from refkit.formats.text.read.roles import without_others
from refkit.formats.text.segments import SCANNED, cut, labels_of
from refkit.patterns import lazy_pattern

SENTENCE = lazy_pattern(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])")
_SLASHES = lazy_pattern(r"\s*//\s*(?=\w)")
_IN_INSIDE = lazy_pattern(
    r"[.?!”\"»]\s+(?P<in>(?:In|Dans|En|Em|W|В кн\.|В сб\.)\s?:\s*(?=\S)|In\s+(?=[A-Z].{8,}\Z))"
)
_IN_BEHIND_COMMA = lazy_pattern(r",\s+(?P<in>(?:in|dans|en)\s+(?=[«“\"]?[^\W\d_a-z]))")
_QUOTED_FIRST = lazy_pattern(
    r"\s*(?P<quoted>[“\"«„].{3,300}?[”\"»])[\s,.]+(?P<rest>[^\W\d_].{3,})\Z"
)
_QUOTED_LAST = lazy_pattern(r"(?P<title>.{5,300}?),\s+(?P<quoted>[„“«][^„“«»”\"]{3,100}[”»\"]?)\Z")
_NAMES_FIRST = lazy_pattern(
    r"(?:[^\W\d_]+(?:-[^\W\d_]+)?,?\s+(?:[^\W\d_]\.\s?){1,3},?\s*){1,12}(?=[^\W\d_]{2,}[\s,.:])"
)
_INITIAL = lazy_pattern(r"(?<!\w)[^\W\d_a-z]\.(?=[\s,;]|\Z)")
_COLON = lazy_pattern(
    r"(?<=[^\W\d_.])\.?:\s+(?=[^\W\d_]{2})(?<!\b[Hh]rsg\.:\s)(?<!\b[Hh]g\.:\s)(?<!\b[Ii]n:\s)(?<!\b[Ee]ds\.:\s)"
)


def divided(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with titles split from their containers, and authors split from titles."""
    labels = labels_of(segments)
    out: list[Segment] = []
    for segment in segments:
        colon = (
            _COLON.search(text, segment.start, segment.end) if segment.label == "author" else None
        )
        if colon is not None:
            out.append(segment._replace(end=colon.start()))
            out.append(segment._replace(start=colon.end(), label="title"))
        elif segment.label == "title" and "container-title" not in labels:
            out.extend(_title_and_container(text, segment, labels))
        elif segment.label == "author" and "title" not in labels:
            out.extend(_author_and_title(text, segment))
        else:
            out.append(segment)
    return out


def _title_and_container(text: str, segment: Segment, labels: set[str]) -> Iterator[Segment]:
    start, end = segment.start, min(segment.end, segment.start + SCANNED)
    found = _SLASHES.search(text, start, end) or _IN_INSIDE.search(text, start, end)
    if found is None and "pages" in labels and not labels.isdisjoint(("location", "publisher")):
        found = _IN_BEHIND_COMMA.search(text, start, end)
    at = found.start("in" if "in" in found.groupdict() else 0) if found is not None else 0
    quoted = _QUOTED_FIRST.match(text, start, end)
    last = _QUOTED_LAST.match(text, start, end)
    if quoted is not None and len(words_of(quoted["rest"])) < 20:
        at = quoted.start("rest")
    elif not at and last is not None:
        at = last.start("quoted")
    if at <= start:
        yield segment
        return
    yield segment._replace(end=at)
    yield segment._replace(start=at, label="container-title")


def _author_and_title(text: str, segment: Segment) -> Iterator[Segment]:
    found = _NAMES_FIRST.match(text, segment.start, min(segment.end, segment.start + SCANNED))
    rest = text[found.end() : segment.end] if found is not None else ""
    if (
        found is None
        or len(words_of(rest)) < 2
        or _INITIAL.search(rest)
        or without_others(f", {rest}")[1]
    ):
        yield segment
        return
    yield segment._replace(end=found.end())
    yield segment._replace(start=found.end(), label="title")


_TITLE_OF_NORM = lazy_pattern(
    r"\b(?:standard|specification|requirements|code|guide(?:lines)?|norme?|recommended practice)s?\b\s+\w",
    re.IGNORECASE,
)


def with_norm(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with the title of a standard labeled, whether it follows or precedes the number.

    An organization in the last sentence after the number is the publisher.
    """
    at = next((at for at, segment in enumerate(segments) if segment.label == "norm"), -1)
    if at < 0 or any(segment.label == "title" for segment in segments):
        return segments
    if at and _TITLE_OF_NORM.search(text, segments[at - 1].start, segments[at - 1].end):
        return [*segments[: at - 1], segments[at - 1]._replace(label="title"), *segments[at:]]
    if at + 1 == len(segments):
        return segments
    follows = segments[at + 1]
    if (
        follows.label in ("date", "location")
        or len(words_of(text[follows.start : follows.end])) < 3
    ):
        return segments
    ends = list(SENTENCE.finditer(text, follows.start, follows.end))
    parts = [follows._replace(label="title")]
    if ends and is_organisation(text[ends[-1].end() : follows.end]):
        parts = [
            parts[0]._replace(end=ends[-1].start()),
            follows._replace(start=ends[-1].end(), label="publisher"),
        ]
    return [*segments[: at + 1], *parts, *segments[at + 2 :]]


# Entries of dictionaries

_ARTICLE = lazy_pattern(r",\s+(?P<art>(?:Art|art|s\.\s?v)\.?)\W*\Z")


def with_article(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with "Art." moved from the author to the title: Elm, Anna, Art. „Fortschritt“."""
    for author, title in pairwise(segments):
        found = (
            _ARTICLE.search(text, author.start, author.end) if author.label == "author" else None
        )
        if found is not None and title.label == "title":
            return cut(text, segments, Segment("title", found.start("art"), title.end))
    return segments


_SUB_VERBO = lazy_pattern(
    r"[,.\s]*(?<!\w)s\.\s?vv?\.[:,]?\s*(?P<term>[“„«‘\"][^“”„«»\"]{1,80}[”“»’\"]|[^\W\d_][\w-]*(?=\s*[.,(]))"
)
_LEXICON = lazy_pattern(rf"{ENCYCLOPEDIA}|{DICTIONARY}", re.IGNORECASE)


def with_sub_verbo(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with the term after "s.v." as the title, and the work before it as the container.

    An example is: Encyclopaedia of X, s.v. “Y”.
    """
    found = _SUB_VERBO.search(text[:SCANNED]) if "v." in text else None
    if found is None:
        return segments
    segments = cut(text, segments, Segment("title", *found.span("term")))
    if found.start() < found.start("term"):
        segments = cut(text, segments, Segment("other", found.start(), found.start("term")))
    before = [
        segment for segment in segments if segment.end <= found.start() and segment.label in _HEADS
    ]
    lexicon = next(
        (one for one in reversed(before) if _LEXICON.search(text, one.start, one.end)), None
    )
    if lexicon is None:
        lexicon = next((one for one in reversed(before) if one.label == "title"), None)
    return [one._replace(label="container-title") if one is lexicon else one for one in segments]


_HEADS = frozenset(("author", "title", "container-title", "publisher", "editor"))

# Volumes with their own titles

_VOLUME = lazy_pattern(
    r"(?<=[\w.»”!?])[,.;]?\s+(?P<volume>(?:[Tt]\.|[Tt]om[eo]|[Vv]ol\.|[Vv]olume|[Bb]d\.|[Bb]and|[Dd]eel)\s?"
    r"(?:[IVXLC]{1,6}|\d{1,2}))\s?:\s+(?=[«“\"]?[^\W\d_a-z])"
)


def with_volume(text: str, segments: list[Segment]) -> list[Segment]:
    """Split a volume's number and title from the title of the whole work: Les Ports, t. II : Le temps du fer."""
    found = _VOLUME.search(text[:SCANNED])
    if found is None or any(
        one.label in ("volume", "issue", "doi") and not _is_within(one, found.span())
        for one in segments
    ):
        return segments
    whole = [one for one in segments if one.start < found.start("volume") and one.label in _TITLES]
    if not whole or any(whole[-1].end < one.end <= found.start() for one in segments):
        return segments
    segments = cut(text, segments, Segment("volume", *found.span("volume")))
    at = next(
        (at for at, one in enumerate(segments) if one.start >= found.end("volume")), len(segments)
    )
    if (
        at < len(segments)
        and segments[at].label not in _NOT_A_TITLE
        and segments[at].start < found.end() + 2
    ):
        segments[at] = segments[at]._replace(label="volume-title")
    return segments


def _is_within(segment: Segment, span: tuple[int, int]) -> bool:
    return span[0] <= segment.start and segment.end <= span[1]


_TITLES = frozenset(("title", "container-title"))
_NOT_A_TITLE = frozenset(("location", "publisher", "date", "url", "pages"))

# Titles that were split by mistake

_BIRTHDAY = lazy_pattern(r"\bzum\s\d{2,3}\.\s(?:Geburtstag|Todestag|Jubiläum|Jahrestag)\w*")
_PROCEEDINGS_OF = lazy_pattern(
    r"(?:in:?\s+)?proc(?:eedings|\.)?(?:\s+of)?(?:\s+the)?\W*\Z", re.IGNORECASE
)


def with_birthday(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with a title rejoined after a birthday number: Festschrift für Au zum 80. Geburtstag."""
    found = _BIRTHDAY.search(text[:SCANNED]) if "zum" in text else None
    if found is None:
        return segments
    title = next(
        (one for one in segments if one.label in _TITLES and one.start < found.start() < one.end),
        None,
    )
    if title is None or title.end >= found.end():
        return segments
    return cut(text, [one for one in segments if one is not title], title._replace(end=found.end()))


def with_proceedings(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with a container that is only "Proceedings of" joined to the next segment."""
    for at, segment in enumerate(segments[:-1]):
        follows = segments[at + 1]
        if segment.label != "container-title" or follows.label not in _TITLES | {
            "publisher",
            "location",
        }:
            continue
        if _PROCEEDINGS_OF.match(text, segment.start, segment.end):
            whole = segment._replace(
                end=follows.end, confidence=min(segment.confidence, follows.confidence)
            )
            return [*segments[:at], whole, *segments[at + 2 :]]
    return segments


_JOURNAL_BEHIND = lazy_pattern(
    r"(?:Zur?|Zum|Eine?|Über|Vo[nm]|Bemerkungen|Anmerkungen|Untersuchungen|On|An?|Notes?|Some|Sur|À|Études?|De|Il|La|Le|Una?|"
    r"Sobre|Notas|El)\s.{4,}?[^\W\d_],\s+(?P<journal>(?:Beiträge|Zeitschrift|Archiv|Jahrbuch|Mitteilungen|Blätter|Studien|"
    r"Journal|Revue|Bulletin|Annales|Annals|Cahiers|Rivista|Bollettino|Quaderni|Revista|Boletín|Anales|Cuadernos|Acta)\s.+)\Z"
)


def with_subtitle(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with the text before a comma and a journal's name joined to the title.

    An example is: Who? On scribes, Journal of Scribes 3.
    """
    if labels_of(segments).isdisjoint(("volume", "issue")):
        return segments
    for at, segment in enumerate(segments[1:], 1):
        title = segments[at - 1]
        found = (
            _JOURNAL_BEHIND.match(text, segment.start, segment.end)
            if segment.label == "container-title"
            else None
        )
        if (
            found is None
            or title.label != "title"
            or text[title.end : segment.start].strip(" ?!.:")
        ):
            continue
        journal = segment._replace(start=found.start("journal"))
        return [
            *segments[: at - 1],
            title._replace(end=journal.start),
            journal,
            *segments[at + 1 :],
        ]
    return segments


def with_series(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with brackets after place and year as the series: Bonn 1990 (= Geist und Wort, Bd. 7)."""
    return [
        one._replace(label="collection-title")
        if one.label in _TITLES and at and _is_series(text, segments[at - 1 : at + 3])
        else one
        for at, one in enumerate(segments)
    ]


_OPEN_SERIES = lazy_pattern(
    r"\((?P<series>[^\W\d_a-z][^()]{6,100}?)(?:[\s,]++(?:[Nn]o|[Nn]r|[Vv]ol|Bd|Band)\.?)?\Z"
)


def with_series_inside(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with a numbered bracket in a book's title as its series: Ice (Ways of Ice, No. 6)."""
    for at, one in enumerate(segments[:-1]):
        if one.label not in _TITLES or one.end - one.start > SCANNED:
            continue
        found = _OPEN_SERIES.search(text, one.start, one.end)
        numbers = next(
            (k for k in range(at + 1, min(at + 3, len(segments))) if segments[k].label in _NUMBERS),
            0,
        )
        if (
            found is None
            or not numbers
            or found.start() == one.start
            or len(words_of(found["series"])) < 2
        ):
            continue
        if not only_cues(text[one.end : segments[numbers].start]):
            continue
        series = one._replace(
            start=found.start("series"), end=found.end("series"), label="collection-title"
        )
        number = segments[numbers]._replace(label="volume")
        return [
            *segments[:at],
            one._replace(end=found.start()),
            series,
            number,
            *segments[numbers + 1 :],
        ]
    return segments


_NUMBERS = frozenset(("issue", "volume"))


def _is_series(text: str, around: list[Segment]) -> bool:
    before, series, *behind = around
    numbered = any(one.label in ("pages", "issue") for one in behind)
    told = before.label in ("date", "location", "publisher", "pages") and not numbered
    return told and text[before.end : series.start].rstrip(" =").endswith("(")
