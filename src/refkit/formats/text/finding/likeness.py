"""How much a line resembles part of a reference, for `find`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from refkit.formats.text.finding.shapes import shape_of
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_YEAR = lazy_pattern(r"(?<![\d.])(?:1[5-9]|20)\d\d[a-z]?(?![\d%])")
_RANGE = lazy_pattern(r"\b\d{1,4}\s?[-–—]{1,2}\s?\d{1,4}\b")
_VOLUME = lazy_pattern(r"\b\d{1,3}\s?(?:\(\d{1,3}(?:[-/–]\d{1,3})?\)|[:,]\s?\d{1,5}\b|/\d{1,4}\b)")
_NUMBERED_PART = lazy_pattern(
    r"\d\s?[;:(/]\s?\d|\d\s?[-–—]{1,2}\s?\d|\d[(),]{1,2}:\s?\d|\b(?:S|s|pp?|pág|vol|no|nr|bd|Bd|Nr|T|C|n)\.\s?\d|№\s?\d"
)
# What stands in references: abbreviations, kinds of publication, publishers.
_CUES = frozenset(
    """
    p pp vol no nr ed eds hg hrsg bd jg aufl al univ proc conf verlag press publisher publishers journal j zeitschrift
    university editor editors editora éd édition éditions edition trans übers diss phd thesis isbn doi arxiv retrieved
    available abgerufen zugriff springer wiley elsevier heft band nº n° с изд том № http https www
    """.split()
)
_CUE = lazy_pattern(rf"{patterns.DOI_CUE}[0-9]{{3}}|\bIn:\s|第\d|出版社")
_NAME = lazy_pattern(
    r"\bA[Aa']+(?:-A?[Aa]+)?,? A(?:\.|(?=[,.;:& ]))|\bA\. ?(?:A\. ?)*A[a]+|\bA[a]+, A[a]+\b|\bx{2,4}[,.;]"
)
# What stands in sentences, and seldom in references.
_PROSE = frozenset(
    """
    is are was were be been has have had that which this these those we our it its they their can could would should
    may will not but also than there such however thus because if when where
    ist sind war waren wird werden wurde wurden hat haben hatte dass daß wir sich nicht auch sie es kann können diese
    dieser dieses aber wenn oder nur noch schon sowie durch einen einem einer
    est sont était été qui que nous cette ces ne pas il elle ils mais dont peut
    es son fue han ha está este esta estos se pero cuando más são foi não mais como ao è sono anche più questo questa
    zijn niet deze wordt worden är var som att inte это что как не был была были для jest są nie że się bir olarak bu
    """.split()
)
_WORDS = lazy_pattern(r"\w+|№")
_QUOTE = lazy_pattern(r"[\"“”„«»‘]")
_STOPS = lazy_pattern(r"[.,:;()]")
_CAPITAL = lazy_pattern(r"(?<![^\s(\"“„«-])[A-Z]")
_ENTRY_HEAD = lazy_pattern(
    r"(?:\[?\(?0{1,4}[\]).]{0,2} ?)?"
    r"(?:(?:a{1,3} ){0,2}A[Aa']+(?:[ -]A?[Aa]+)?(?:,? (?:A\.|A{1,2}[ ,.;:])|, A[a]+)|(?:A\.[ -]?){1,3}A[a]+)"
)
_MARK = lazy_pattern(r"\[[^\]]{1,12}\]\s|\d{1,3}\.\s|\(\d{1,3}\)\s")
CHUNK = 110
# Log odds that a line belongs to a reference, of itself and of the lines around it; fitted by
# tools/train_list_finder.py.
_BIAS = -4.27
_WEIGHTS = {
    "year": (0.74, 3.16),
    "range": (0.83, 2.45),
    "volume": (0.65, 3.98),
    "cue": (0.92, 3.21),
    "name": (1.52, 7.69),
    "prose": (-2.53, -5.35),
    "quote": (0.84, 3.83),
    "stops": (-0.06, 2.05),
    "capitals": (0.15, 2.41),
    "head": (-0.11, 3.05),
    "mark": (0.40, 0.75),
    "digits": (-0.66, -4.54),
    "short": (0.03, -0.50),
}
CLUES = tuple(_WEIGHTS)


def clues(text: str) -> tuple[float, ...]:
    """Return the properties of references in a line of at most about 200 characters, each from 0 to 1."""
    size = max(len(text), 1)
    shape = shape_of(text)
    words = set(_WORDS.findall(text.lower()))
    digits = shape.count("0")
    return (
        _some(_YEAR, text, 1) if digits > 3 else 0.0,
        _some(_RANGE, text, 1) if digits > 1 else 0.0,
        _some(_VOLUME, text, 1) if digits > 1 else 0.0,
        min(len(words & _CUES) + (1 if _CUE.search(text) else 0), 2) / 2,
        _some(_NAME, shape, 3),
        min(len(words & _PROSE), 3) / 3,
        _some(_QUOTE, text, 2),
        min(len(_STOPS.findall(text)) * 8 / size, 1.0),
        min(len(_CAPITAL.findall(shape)) / (text.count(" ") + 1), 1.0),
        1.0 if _ENTRY_HEAD.match(shape) else 0.0,
        1.0 if _MARK.match(text) else 0.0,
        min(digits * 4 / size, 1.0),
        1.0 if size < 40 else 0.0,
    )


def _some(pattern: re.Pattern[str], text: str, enough: int) -> float:
    return min(len(pattern.findall(text)), enough) / enough


def is_dated_part(text: str) -> bool:
    """Whether a line has a year, and a volume or pages."""
    return _YEAR.search(text) is not None and _NUMBERED_PART.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line has several words of sentences that are rare in references."""
    return len(_PROSE.intersection(_WORDS.findall(text.lower()))) > 1


def chunks_of(text: str) -> list[str]:
    """Split a long line into parts of the width of a page."""
    if len(text) <= 2 * CHUNK:
        return [text]
    return [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]


REACH = 4


def around(rows: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Return the clues of each line with the mean of those of the surrounding lines."""
    sums = [list(accumulate(column, initial=0.0)) for column in zip(*rows, strict=True)]
    found = []
    for at, row in enumerate(rows):
        low, high = max(at - REACH, 0), min(at + REACH + 1, len(rows))
        found.append((*row, *((total[high] - total[low]) / (high - low) for total in sums)))
    return found


def likeness(row: Sequence[float]) -> float:
    """Return the log odds that a line with these clues, its own and those around it, belongs to a reference."""
    return _BIAS + sum(weight * clue for weight, clue in zip(_BOTH, row, strict=True))


_BOTH = (*(own for own, _ in _WEIGHTS.values()), *(near for _, near in _WEIGHTS.values()))
