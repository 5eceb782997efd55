"""What the labeller looks at: features of a token, of its neighbours, and of what the reference held so far.

A feature is a string; the model holds a weight for each feature and label. A word's features, those
that it lends to its neighbours, and those that a template makes of a key depend on nothing else, and
the same words and keys come again and again: the labeller sums the weights of each once. `features`
puts all together for training.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from refkit.formats.text.labelling.cues import CUES
from refkit.patterns import lazy_pattern

__all__ = [
    "EDGE",
    "OFFSETS",
    "RARE",
    "TEMPLATES",
    "Word",
    "columns",
    "describe",
    "features",
    "lent_kind",
    "lent_word",
    "own_kind",
    "own_word",
]


class Kind(NamedTuple):
    """What a token looks like in a coarse view, of which there are few: neighbours are joined by it."""

    look: str  # class of number, or how capitals are used
    cue: str
    end: str  # closing punctuation


class Marks(NamedTuple):
    """What a token changes for those after and before it."""

    opens_quote: bool
    closes_quote: bool
    opens_bracket: bool
    closes_bracket: bool
    year: bool
    cue: str  # "in", "editor" or "volume", else ""
    stop: bool  # a full stop that is no abbreviation's


class Word(NamedTuple):
    """A token as the features see it."""

    form: str  # the word in lower case without punctuation, or the class of the number
    shape: str
    start: str  # opening punctuation
    kind: Kind
    marks: Marks


class Seen(NamedTuple):
    """What the reference held up to a token."""

    quote: bool = False
    bracket: bool = False
    quoted: bool = False
    years: int = 0
    within: bool = False
    editor: bool = False
    volume: bool = False
    stops: int = 0


class Ahead(NamedTuple):
    """What the reference still holds after a token."""

    quote: bool = False
    year: bool = False
    within: bool = False
    editor: bool = False
    volume: bool = False


class Place(NamedTuple):
    """Where in the reference a token stands."""

    tenth: int
    edge: str  # "first", "second", "last" or ""


# What stands before the first token and after the last.
EDGE = Word("|", "|", "|", Kind("|", "|", "|"), Marks(False, False, False, False, False, "", False))
OFFSETS = (2, 1, -1, -2)  # of the neighbours to which a token lends features

# One character stands for all of its kind.
PUNCTUATION = str.maketrans(
    dict.fromkeys("\"“”„«»‹›‘’‚'`´《》〈〉「」", "q")
    | dict.fromkeys("-–—−‐‑", "-")
    | dict.fromkeys("(（", "(")
    | dict.fromkeys(")）", ")")
    | dict.fromkeys("[［【〔", "[")
    | dict.fromkeys("]］】〕", "]")
    | dict(zip("，。．：；、", ",..:;,", strict=True))
    | dict.fromkeys(" \xa0\u202f", "")
)

LONGEST = 40  # characters of a token that are looked at

# How a token reads as a number; the first that matches names it.
NUMBERS = [
    ("year", r"(1[4-9]|20)\d\d[A-Za-z]?"),
    ("years", r"(1[4-9]|20)\d\d[-–—−/]+(\d\d|(1[4-9]|20)\d\d)"),
    ("date", r"\d{4}-\d\d?-\d\d?"),
    ("isbn", r"97[89][-\d]{10,14}|(\d+-){3}[\dXx]"),
    ("range", r"[A-Za-z]{0,2}\d+[A-Za-z]?[-–—−‐‑]+[A-Za-z]{0,2}\d+[A-Za-z]?"),
    ("d1", r"\d"),
    ("d2", r"\d\d"),
    ("d3", r"\d{3}"),
    ("d4", r"\d{4}"),
    ("d5", r"\d+"),
    ("ordinal", r"\d+(st|nd|rd|th|e|er|ère|ème|ed)"),
    ("coded", r"[A-Za-z]{1,3}\d+"),
    ("doi", r"10\.\d+/.*"),
    ("url", r"(https?://|ftp://|www\.).*"),
    ("arxiv", r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+(\.[A-Z]{2})?/\d{7}"),
    ("email", r".*@.*"),
    ("mixed", r".*\d.*"),
]
NUMBER = lazy_pattern(
    "|".join(rf"(?P<{name}>(?:{pattern})\Z)" for name, pattern in NUMBERS), re.DOTALL
)
ROMAN = set("IVXLC")
ROMAN_NUMBER = lazy_pattern(r"[IVXLC]+|[ivxlc]{2,}")
LETTERS, DIGITS = lazy_pattern(r"[^\W\d_]+"), lazy_pattern(r"\d+")
# Numbers of whom the letters matter all the same.
WORDY = {"roman", "mixed", "coded", ""}


def describe(token: str) -> Word:
    """Return what the features see of a token."""
    token = token[: 4 * LONGEST]
    start, core, end = strip(token)
    number = number_class(core)
    lower = core.lower()
    cue = CUES.get(lower) or CUES.get(token.strip("([,.;:")) or ""
    kind = Kind(number or capitals(core), cue, end[-2:])
    return Word(
        lower[:LONGEST] if number in WORDY else number,
        shape(core),
        start[-2:],
        kind,
        marks(start, kind, end),
    )


def strip(token: str) -> tuple[str, str, str]:
    """Part a token into its opening punctuation, its core and its closing punctuation."""
    if token.isalnum():
        return "", token, ""
    if token[:-1].isalnum():  # most of the rest: a word and a comma
        return "", token[:-1], token[-1].translate(PUNCTUATION)
    first, last = 0, len(token)
    while first < last and not token[first].isalnum():
        first += 1
    while last > first and not token[last - 1].isalnum():
        last -= 1
    if first == last:  # nothing but punctuation
        return "", token, token.translate(PUNCTUATION)
    start, end = token[:first].translate(PUNCTUATION), token[last:].translate(PUNCTUATION)
    return start, token[first:last], end


def number_class(core: str) -> str:
    """Return the name of the kind of number or identifier that a word is, `""` for other words."""
    if core.isalpha():
        return "roman" if ROMAN.issuperset(core.upper()) and ROMAN_NUMBER.fullmatch(core) else ""
    found = NUMBER.match(core)
    return found.lastgroup or "" if found else ""


def capitals(core: str) -> str:
    """Return how a word uses capitals: `J` initials, `A2` a few capitals, `AA` more, `Aa`, `a`, ..."""
    letters = core.replace(".", "").replace("-", "")
    if not letters.isupper():
        first = "A" if core[:1].isupper() else "a" if core[:1].isalpha() else "-"
        return first + ("a" if core[1:].islower() or core[1:] == core[1:].lower() else "A")
    if len(letters) == 1 or "." in core:
        return "J"
    return "A2" if len(letters) < 4 else "AA"


def shape(core: str) -> str:
    """Return a word with each run of letters as `A`, `Aa` or `a`, each run of digits as `9`."""
    if core.isalpha():
        return letters_shape(core[:24])
    found = DIGITS.sub("9", core[:24])
    return LETTERS.sub(lambda run: letters_shape(run[0]), found)[:8]


def letters_shape(letters: str) -> str:
    """Return `Aa` for letters with one capital at the start, `A` for others that start so, `a` for the rest."""
    return "Aa" if letters.istitle() else "A" if letters[0].isupper() else "a"


@lru_cache(4096)
def marks(start: str, kind: Kind, end: str) -> Marks:
    """Return what a token with these marks changes for the others."""
    counted = "volume" if kind.cue in ("volume", "issue") else ""
    cue = kind.cue if kind.cue in ("in", "editor") else counted
    stop = end.startswith((".", "q.")) and (kind.look in ("aa", "year") or "q" in end or ")" in end)
    return Marks(
        "q" in start,
        "q" in end,
        "(" in start or "[" in start,
        ")" in end or "]" in end,
        kind.look == "year",
        cue,
        stop,
    )


def own_word(word: Word) -> list[str]:
    """Return the features of a token by its very word."""
    form = word.form
    found = [f"w={form}", f"s={word.shape}"]
    if form != word.kind.look:
        found += [f"p1={form[:1]}", f"p2={form[:2]}", f"p3={form[:3]}"]
        found += [f"s2={form[-2:]}", f"s3={form[-3:]}", f"s4={form[-4:]}"]
    return found


def own_kind(start: str, kind: Kind) -> list[str]:
    """Return the features of a token by its kind and opening punctuation."""
    look, cue, end = kind
    found = ["b", f"l={look}", f"k={cue}", f"e={end}", f"o={start}"]
    return [
        *found,
        f"le={look}|{end}",
        f"ke={cue}|{end}",
        f"oe={start}|{end}",
        f"ol={start}|{look}",
    ]


def lent_word(word: Word, offset: int) -> list[str]:
    """Return the features that a token's word gives to the one `offset` after it, or before it if that is negative."""
    found = [f"w{offset}={word.form}"]
    return [*found, f"s{offset}={word.form[-3:]}"] if abs(offset) == 1 else found


def lent_kind(start: str, kind: Kind, offset: int) -> list[str]:
    """Return the features that a token's kind gives to the one `offset` after it, or before it."""
    look, cue, end = kind
    found = [f"l{offset}={look}", f"k{offset}={cue}", f"e{offset}={end}"]
    return [*found, f"o{offset}={start}"] if abs(offset) == 1 else found


def own(word: Word) -> list[str]:
    """Return the features of a token by itself."""
    return own_word(word) + own_kind(word.start, word.kind)


def lent(word: Word, offset: int) -> list[str]:
    """Return the features that a token gives to the one `offset` after it, or before it if that is negative."""
    return lent_word(word, offset) + lent_kind(word.start, word.kind, offset)


# Templates: each makes features of a key, of which there are few; `columns` gives the keys of each token.


def after(key: tuple[Kind, Kind]) -> list[str]:
    """Return the features of a token by its kind and that of the one before it."""
    left, right = key
    return [
        f"ll={left.look}|{right.look}",
        f"kk={left.cue}|{right.cue}",
        f"ee={left.end}|{right.end}",
        f"el={left.end}|{right.look}",
        f"ek={left.end}|{right.cue}",
        f"lel={left.look}|{left.end}|{right.look}",
        f"ele={left.end}|{right.look}|{right.end}",
    ]


def before(key: tuple[Kind, Kind]) -> list[str]:
    """Return the features of a token by its kind and that of the next."""
    left, right = key
    return [
        f"l>l={left.look}|{right.look}",
        f"k>k={left.cue}|{right.cue}",
        f"e>l={left.end}|{right.look}",
        f"lel>={left.look}|{left.end}|{right.look}",
        f"e>le={left.end}|{right.look}|{right.end}",
    ]


def between(key: tuple[Kind, Kind, Kind]) -> list[str]:
    """Return the features of a token by its kind and those of both neighbours."""
    left, kind, right = key
    return [
        f"lll={left.look}|{kind.look}|{right.look}",
        f"elel={left.end}|{kind.look}|{kind.end}|{right.look}",
    ]


def words_after(key: tuple[str, str]) -> list[str]:
    """Return the features of a token by its form and that of the one before it."""
    return ["ww=" + "|".join(key)]


def words_before(key: tuple[str, str]) -> list[str]:
    """Return the features of a token by its form and that of the next."""
    return ["w>w=" + "|".join(key)]


def given_seen(key: tuple[Seen, Kind]) -> list[str]:
    """Return the features of a token by what the reference held up to it."""
    seen, (look, cue, end) = key
    quote, bracket, quoted, years, within, editor, volume, stops = map(int, seen)
    return [
        f"st={quote}{bracket}{years}{within}{volume}",
        f"si={within}{editor}{years}",
        f"sq={quote}{quoted}{within}{years}",
        f"ss={stops}{years}{within}",
        f"sl={stops}{years}{within}{quoted}|{look}",
        f"ql={quote}{bracket}|{look}|{end}",
        f"yl={years}{volume}{bracket}|{look}",
        f"yk={years}{within}|{cue}",
    ]


def given_ahead(key: tuple[Ahead, Kind]) -> list[str]:
    """Return the features of a token by what the reference still holds."""
    ahead, kind = key
    quote, year, within, editor, volume = map(int, ahead)
    return [
        f"a={quote}{year}{within}{editor}{volume}",
        f"al={quote}{year}{within}|{kind.look}|{kind.end}",
        f"av={year}{volume}|{kind.look}",
        f"ae={editor}{within}|{kind.look}",
    ]


def given_place(key: tuple[Place, Kind]) -> list[str]:
    """Return the features of a token by its place in the reference."""
    (tenth, edge), kind = key
    return [
        f"p={tenth}",
        f"f={edge}",
        f"fl={edge}|{kind.look}|{kind.end}",
        f"pk={tenth}|{kind.cue}",
        f"pl={tenth}|{kind.look}|{kind.end}",
    ]


TEMPLATES: tuple[Callable[..., list[str]], ...] = (
    after, before, between, words_after, words_before, given_seen, given_ahead, given_place
)  # fmt: skip
RARE = {words_after, words_before}  # templates whose keys hardly come again


def columns(words: Sequence[Word]) -> list[Iterable[Hashable]]:
    """Return for each template the key of each token."""
    kinds = [word.kind for word in words]
    marks = [word.marks for word in words]
    around = [EDGE.kind, *kinds, EDGE.kind]
    forms = [EDGE.form, *(word.form for word in words), EDGE.form]
    return [
        zip(around, kinds, strict=False),
        zip(kinds, around[2:], strict=True),
        zip(around, kinds, around[2:], strict=False),
        pairwise(forms[:-1]),
        pairwise(forms[1:]),
        zip(seen_at(marks), kinds, strict=True),
        zip(ahead_of(marks), kinds, strict=True),
        zip(places(len(words)), kinds, strict=True),
    ]


@lru_cache(4096)
def step(seen: Seen, marks: Marks) -> tuple[Seen, Seen]:
    """Return what the reference holds with a token and what the next one finds."""
    at = Seen(
        seen.quote or marks.opens_quote,
        seen.bracket or marks.opens_bracket,
        seen.quoted,
        min(seen.years + marks.year, 2),
        seen.within or marks.cue == "in",
        seen.editor or marks.cue == "editor",
        seen.volume or marks.cue == "volume",
        seen.stops,
    )

    return at, at._replace(
        quote=at.quote and not marks.closes_quote,
        bracket=at.bracket and not marks.closes_bracket,
        quoted=at.quoted or (at.quote and marks.closes_quote),
        stops=min(at.stops + marks.stop, 3),
    )


@lru_cache(4096)
def precede(ahead: Ahead, marks: Marks) -> Ahead:
    """Return what the token before this one still has ahead."""
    return Ahead(
        ahead.quote or marks.opens_quote,
        ahead.year or marks.year,
        ahead.within or marks.cue == "in",
        ahead.editor or marks.cue == "editor",
        ahead.volume or marks.cue == "volume",
    )


def places(count: int) -> tuple[Place, ...]:
    """Return the place of each token of a reference."""
    edges = {0: "first", count - 1: "last", 1: "second"}
    return tuple(Place(10 * index // count, edges.get(index, "")) for index in range(count))


def seen_at(marks: Iterable[Marks]) -> list[Seen]:
    """Return what the reference held at each of its tokens."""
    found, seen = [], Seen()
    for mark in marks:
        at, seen = step(seen, mark)
        found.append(at)
    return found


def ahead_of(marks: Sequence[Marks]) -> list[Ahead]:
    """Return what the reference still held after each of its tokens."""
    return list(accumulate(reversed(marks[1:]), precede, initial=Ahead()))[::-1]


def features(text: str, spans: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Return the features of each token of a reference, as a model is trained with them."""
    words = [describe(text[start:end]) for start, end in spans]
    padded = [EDGE, EDGE, *words, EDGE, EDGE]
    found = [
        [*own(word), *(name for offset in OFFSETS for name in lent(padded[2 + i - offset], offset))]
        for i, word in enumerate(words)
    ]
    for template, column in zip(TEMPLATES, columns(words), strict=True):
        for names, key in zip(found, column, strict=True):
            names += template(key)
    return found
