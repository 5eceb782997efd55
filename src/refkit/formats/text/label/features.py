"""Compute the features of tokens: of the token, of its neighbors, and of the reference before and after it.

A feature is a string; the model contains a weight for each feature and label. The features of a word,
those that it gives to its neighbors, and those that a template makes from a key depend on nothing else.
The same words and keys recur, so the labeller sums the weights of each only once. `features` combines
all of them for training.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from refkit.formats.text.label.cues import CUES
from refkit.model.identifiers import patterns
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
    "neighbor_kind_features",
    "neighbor_word_features",
    "token_kind_features",
    "token_word_features",
]


class Kind(NamedTuple):
    """A coarse description of a token; there are so few that those of neighbors can be combined."""

    look: str  # class of number, or use of capitals
    cue: str
    end: str  # closing punctuation


class Marks(NamedTuple):
    """The properties of a token that affect the state of the tokens after and before it."""

    opens_quote: bool
    closes_quote: bool
    opens_bracket: bool
    closes_bracket: bool
    year: bool
    cue: str  # "in", "editor" or "volume", else ""
    stop: bool  # a full stop that does not belong to an abbreviation


class Word(NamedTuple):
    """The properties of a token from which its features are made."""

    form: str  # the word in lower case without punctuation, or the class of the number
    shape: str
    start: str  # opening punctuation
    kind: Kind
    marks: Marks


class Seen(NamedTuple):
    """The state of the reference up to a token."""

    quote: bool = False
    bracket: bool = False
    quoted: bool = False
    years: int = 0
    within: bool = False
    editor: bool = False
    volume: bool = False
    stops: int = 0


class Ahead(NamedTuple):
    """The cues that the reference contains after a token."""

    quote: bool = False
    year: bool = False
    within: bool = False
    editor: bool = False
    volume: bool = False


class Place(NamedTuple):
    """The position of a token in the reference."""

    tenth: int
    edge: str  # "first", "second", "last" or ""


# The word used before the first token and after the last one.
EDGE = Word("|", "|", "|", Kind("|", "|", "|"), Marks(False, False, False, False, False, "", False))
OFFSETS = (2, 1, -1, -2)  # of the neighbors to which a token gives features

# Each character is replaced by one that represents its class.
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

LONGEST = 40  # characters of a token that are used

# The classes of numbers; the first pattern that matches is used.
NUMBERS = [
    ("year", r"(1[4-9]|20)\d\d[A-Za-z]?"),
    ("years", r"(1[4-9]|20)\d\d[-–—−/]+(\d\d|(1[4-9]|20)\d\d)"),
    ("date", r"\d{4}-\d\d?-\d\d?"),
    ("isbn", patterns.ISBN_FEATURE),
    ("range", r"[A-Za-z]{0,2}\d+[A-Za-z]?[-–—−‐‑]+[A-Za-z]{0,2}\d+[A-Za-z]?"),
    *((f"d{count}", rf"\d{{{count}}}") for count in range(1, 5)),
    ("d5", r"\d+"),
    ("ordinal", r"\d+(st|nd|rd|th|e|er|ère|ème|ed)"),
    ("coded", r"[A-Za-z]{1,3}\d+"),
    ("doi", rf"{patterns.DOI_NUMBER}.*"),
    ("url", r"(https?://|ftp://|www\.).*"),
    ("arxiv", patterns.ARXIV_FEATURE),
    ("email", r".*@.*"),
    ("mixed", r".*\d.*"),
]
NUMBER = lazy_pattern(
    "|".join(rf"(?P<{name}>(?:{pattern})\Z)" for name, pattern in NUMBERS), re.DOTALL
)
ROMAN = set("IVXLC")
ROMAN_NUMBER = lazy_pattern(r"[IVXLC]+|[ivxlc]{2,}")
LETTERS, DIGITS = lazy_pattern(r"[^\W\d_]+"), lazy_pattern(r"\d+")
# Classes of numbers whose form is the word itself.
WORDY = {"roman", "mixed", "coded", ""}


def describe(token: str) -> Word:
    """Return the properties of a token from which its features are made."""
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
    """Split a token into its opening punctuation, its core and its closing punctuation."""
    if token.isalnum():
        return "", token, ""
    if token[:-1].isalnum():  # most of the others: a word and a comma
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
    """Return the class of a number or identifier, or an empty string for other words."""
    if core.isalpha():
        return "roman" if ROMAN.issuperset(core.upper()) and ROMAN_NUMBER.fullmatch(core) else ""
    found = NUMBER.match(core)
    return found.lastgroup or "" if found else ""


def capitals(core: str) -> str:
    """Return a code for the capitals of a word: `J` initials, `A2` a few capitals, `AA` more, `Aa`, `a`, ..."""
    letters = core.replace(".", "").replace("-", "")
    if not letters.isupper():
        first = "A" if core[:1].isupper() else "a" if core[:1].isalpha() else "-"
        return first + ("a" if core[1:].islower() or core[1:] == core[1:].lower() else "A")
    if len(letters) == 1 or "." in core:
        return "J"
    return "A2" if len(letters) < 4 else "AA"


def shape(core: str) -> str:
    """Return a word with each run of letters as `A`, `Aa` or `a`, and each run of digits as `9`."""
    if core.isalpha():
        return letters_shape(core[:24])
    found = DIGITS.sub("9", core[:24])
    return LETTERS.sub(lambda run: letters_shape(run[0]), found)[:8]


def letters_shape(letters: str) -> str:
    """Return `Aa` for an initial capital only, `A` for an initial capital and others, or `a` otherwise."""
    return "Aa" if letters.istitle() else "A" if letters[0].isupper() else "a"


@lru_cache(4096)
def marks(start: str, kind: Kind, end: str) -> Marks:
    """Return the properties of a token that affect the state of other tokens."""
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


def token_word_features(word: Word) -> list[str]:
    """Return the features that depend on the word itself."""
    form = word.form
    found = [f"w={form}", f"s={word.shape}"]
    if form != word.kind.look:
        found += [f"p1={form[:1]}", f"p2={form[:2]}", f"p3={form[:3]}"]
        found += [f"s2={form[-2:]}", f"s3={form[-3:]}", f"s4={form[-4:]}"]
    return found


def token_kind_features(start: str, kind: Kind) -> list[str]:
    """Return the features that depend on the kind and the opening punctuation of a token."""
    look, cue, end = kind
    found = ["b", f"l={look}", f"k={cue}", f"e={end}", f"o={start}"]
    return [
        *found,
        f"le={look}|{end}",
        f"ke={cue}|{end}",
        f"oe={start}|{end}",
        f"ol={start}|{look}",
    ]


def neighbor_word_features(word: Word, offset: int) -> list[str]:
    """Return the features that a word gives to the token `offset` after it, or before it if `offset` is negative."""
    found = [f"w{offset}={word.form}"]
    return [*found, f"s{offset}={word.form[-3:]}"] if abs(offset) == 1 else found


def neighbor_kind_features(start: str, kind: Kind, offset: int) -> list[str]:
    """Return the features that the kind of a token gives to the token `offset` after it, or before it."""
    look, cue, end = kind
    found = [f"l{offset}={look}", f"k{offset}={cue}", f"e{offset}={end}"]
    return [*found, f"o{offset}={start}"] if abs(offset) == 1 else found


def _features_of_word(words: Sequence[Word], index: int) -> list[str]:
    """Return the features of a token by itself and of the tokens around it."""
    word = words[index]
    found = token_word_features(word) + token_kind_features(word.start, word.kind)
    for offset in OFFSETS:
        other = words[index - offset]
        found += neighbor_word_features(other, offset)
        found += neighbor_kind_features(other.start, other.kind, offset)
    return found


# Templates: each makes features from a key, of which there are few; `columns` returns the keys of each token.


def after(key: tuple[Kind, Kind]) -> list[str]:
    """Return the features that depend on the kinds of a token and of the previous one."""
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
    """Return the features that depend on the kinds of a token and of the next one."""
    left, right = key
    return [
        f"l>l={left.look}|{right.look}",
        f"k>k={left.cue}|{right.cue}",
        f"e>l={left.end}|{right.look}",
        f"lel>={left.look}|{left.end}|{right.look}",
        f"e>le={left.end}|{right.look}|{right.end}",
    ]


def between(key: tuple[Kind, Kind, Kind]) -> list[str]:
    """Return the features that depend on the kinds of a token and of both neighbors."""
    left, kind, right = key
    return [
        f"lll={left.look}|{kind.look}|{right.look}",
        f"elel={left.end}|{kind.look}|{kind.end}|{right.look}",
    ]


def words_after(key: tuple[str, str]) -> list[str]:
    """Return the features that depend on the forms of a token and of the previous one."""
    return ["ww=" + "|".join(key)]


def words_before(key: tuple[str, str]) -> list[str]:
    """Return the features that depend on the forms of a token and of the next one."""
    return ["w>w=" + "|".join(key)]


def given_seen(key: tuple[Seen, Kind]) -> list[str]:
    """Return the features that depend on the state of the reference up to a token."""
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
    """Return the features that depend on the cues after a token."""
    ahead, kind = key
    quote, year, within, editor, volume = map(int, ahead)
    return [
        f"a={quote}{year}{within}{editor}{volume}",
        f"al={quote}{year}{within}|{kind.look}|{kind.end}",
        f"av={year}{volume}|{kind.look}",
        f"ae={editor}{within}|{kind.look}",
    ]


def given_place(key: tuple[Place, Kind]) -> list[str]:
    """Return the features that depend on the position of a token in the reference."""
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
RARE = {words_after, words_before}  # templates whose keys hardly recur


def columns(words: Sequence[Word]) -> list[Iterable[Hashable]]:
    """Return the keys of the tokens for each template."""
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
    """Return the state of the reference at a token and the state before the next one."""
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
    """Return the cues after the previous token."""
    return Ahead(
        ahead.quote or marks.opens_quote,
        ahead.year or marks.year,
        ahead.within or marks.cue == "in",
        ahead.editor or marks.cue == "editor",
        ahead.volume or marks.cue == "volume",
    )


def places(count: int) -> tuple[Place, ...]:
    """Return the position of each token of a reference."""
    edges = {0: "first", count - 1: "last", 1: "second"}
    return tuple(Place(10 * index // count, edges.get(index, "")) for index in range(count))


def seen_at(marks: Iterable[Marks]) -> list[Seen]:
    """Return the state of the reference at each of its tokens."""
    found, seen = [], Seen()
    for mark in marks:
        at, seen = step(seen, mark)
        found.append(at)
    return found


def ahead_of(marks: Sequence[Marks]) -> list[Ahead]:
    """Return the cues after each token of a reference."""
    return list(accumulate(reversed(marks[1:]), precede, initial=Ahead()))[::-1]


def features(text: str, spans: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Return the features of each token of a reference, as used for training a model."""
    words = [describe(text[start:end]) for start, end in spans]
    padded = [EDGE, EDGE, *words, EDGE, EDGE]
    found = [_features_of_word(padded, index) for index in range(2, len(words) + 2)]
    for template, column in zip(TEMPLATES, columns(words), strict=True):
        for names, key in zip(found, column, strict=True):
            names += template(key)
    return found
