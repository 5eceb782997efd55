"""How much a line looks like a part of a reference: what `find` weighs to see where a list begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from refkit.formats.text.shapes import shape_of

_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d[a-z]?(?![\d%])")
_RANGE = re.compile(r"\b\d{1,4}\s?[-–—]{1,2}\s?\d{1,4}\b")
_VOLUME = re.compile(r"\b\d{1,3}\s?(?:\(\d{1,3}(?:[-/–]\d{1,3})?\)|[:,]\s?\d{1,5}\b|/\d{1,4}\b)")
_CUE = re.compile(
    r"\b(?:pp?|vol|no|nr|eds?|hg|hrsg|bd|jg|aufl|et al|univ|proc|conf|verlag|press|publishers?|journal|j|zeitschrift"
    r"|university|editors?|editora|éd|éditions?|edition|trans|übers|diss|phd|thesis|isbn|doi|arxiv|retrieved|available|abgerufen"
    r"|zugriff|springer|wiley|elsevier|heft|band|nº|n°|с|изд|том|№)\b[.:]?|https?://|doi\.org|10\.\d{4}|\bIn:\s|第\d|出版社",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\bA[Aa']+(?:-A?[Aa]+)?,? A(?:\.|(?=[,.;:& ]))|\bA\. ?(?:A\. ?)*A[a]+|\bA[a]+, A[a]+\b|\bx{2,4}[,.;]"
)
_PROSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|that|which|this|these|those|we|our|it|its|they|their|can|could|would|should"
    r"|may|will|not|but|also|than|there|such|however|thus|because|if|when|where"
    r"|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|dass|daß|wir|sich|nicht|auch|sie|es|kann|können|diese"
    r"|dieser|dieses|aber|wenn|oder|nur|noch|schon|sowie|durch|einen|einem|einer"
    r"|est|sont|était|été|qui|que|nous|cette|ces|ne|pas|il|elle|ils|mais|dont|peut"
    r"|es|son|fue|han|ha|está|este|esta|estos|se|pero|cuando|más|são|foi|não|mais|como|ao|è|sono|anche|più|questo|questa"
    r"|zijn|niet|deze|wordt|worden|är|var|som|att|inte|это|что|как|не|был|была|были|для|jest|są|nie|że|się|bir|olarak|bu)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”„«»‘]")
_STOPS = re.compile(r"[.,:;()]")
_CAPITAL = re.compile(r"(?<![^\s(\"“„«-])[A-Z]")
_ENTRY_HEAD = re.compile(
    r"(?:\[?\(?0{1,4}[\]).]{0,2} ?)?"
    r"(?:(?:a{1,3} ){0,2}A[Aa']+(?:[ -]A?[Aa]+)?(?:,? (?:A\.|A{1,2}[ ,.;:])|, A[a]+)|(?:A\.[ -]?){1,3}A[a]+)"
)
_MARK = re.compile(r"\[[^\]]{1,12}\]\s|\d{1,3}\.\s|\(\d{1,3}\)\s")
CHUNK = 110
# Log odds that a line belongs to a reference, of itself and of the lines around it; fitted by
# tools/train_list_finder.py.
_BIAS = -4.25
_WEIGHTS = {
    "year": (0.73, 3.23),
    "range": (0.82, 2.49),
    "volume": (0.64, 4.00),
    "cue": (0.70, 2.89),
    "name": (1.49, 7.85),
    "prose": (-2.47, -5.42),
    "quote": (0.83, 3.94),
    "stops": (-0.04, 2.03),
    "capitals": (0.17, 2.40),
    "head": (-0.10, 3.01),
    "mark": (0.40, 0.77),
    "digits": (-0.63, -4.56),
    "short": (0.02, -0.48),
}
CLUES = tuple(_WEIGHTS)


def clues(text: str) -> tuple[float, ...]:
    """Return what of a reference can be seen in a line of at most some 200 characters, each clue from 0 to 1."""
    size = max(len(text), 1)
    shape = shape_of(text)
    words = max(text.count(" ") + 1, 1)
    digits = shape.count("0")
    return (
        _some(_YEAR, text, 1) if digits > 3 else 0.0,
        _some(_RANGE, text, 1) if digits > 1 else 0.0,
        _some(_VOLUME, text, 1) if digits > 1 else 0.0,
        _some(_CUE, text, 2),
        _some(_NAME, shape, 3),
        _some(_PROSE, text, 3),
        _some(_QUOTE, text, 2),
        min(len(_STOPS.findall(text)) * 8 / size, 1.0),
        min(len(_CAPITAL.findall(shape)) / words, 1.0),
        1.0 if _ENTRY_HEAD.match(shape) else 0.0,
        1.0 if _MARK.match(text) else 0.0,
        min(digits * 4 / size, 1.0),
        1.0 if size < 40 else 0.0,
    )


def _some(pattern: re.Pattern[str], text: str, enough: int) -> float:
    return min(len(pattern.findall(text)), enough) / enough


def chunks_of(text: str) -> list[str]:
    """Return a long line in parts as wide as a page's lines."""
    if len(text) <= 2 * CHUNK:
        return [text]
    return [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]


REACH = 4


def around(rows: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Return the clues of each line with the mean of those of the lines around it."""
    sums = [list(accumulate(column, initial=0.0)) for column in zip(*rows, strict=True)]
    found = []
    for at, row in enumerate(rows):
        low, high = max(at - REACH, 0), min(at + REACH + 1, len(rows))
        found.append((*row, *((total[high] - total[low]) / (high - low) for total in sums)))
    return found


def likeness(row: Sequence[float]) -> float:
    """Return the log odds that a line with such clues, of its own and around it, belongs to a reference."""
    return _BIAS + sum(weight * clue for weight, clue in zip(_BOTH, row, strict=True))


_BOTH = (*(own for own, _ in _WEIGHTS.values()), *(near for _, near in _WEIGHTS.values()))
