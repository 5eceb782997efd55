"""Text-case: lowercase, uppercase, capitalize-first, capitalize-all, sentence and title."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from refkit.csl.output import Mark, Run
from refkit.patterns import lazy_pattern

# CSL 1.0.2, "Title Case Conversion", asks for these and "prepositions"; the rest are English
# prepositions and the particles of names.
STOP_WORDS = frozenset(
    """a about above across afore after against al along alongside amid amidst among amongst an anenst
    and apropos apud around as aside astride at athwart atop barring before behind below beneath
    beside besides between beyond but by c ca circa d de despite down during et except for forenenst from given
    in inside into like lest modulo near next nor notwithstanding of off on onto or out over per plus
    pro qua sans since so than the through throughout thruout till to toward towards under underneath
    until unto up upon v van versus via von vs with within without yet""".split()
)

_WORD = lazy_pattern(r"[^\s\x1f\-‐–—/“”‘\"()\[\]{}:;,!?«»]+")
_LETTERS = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIRST_WORD = lazy_pattern(r"[\w@#$¿¡][^\s\x1f\-‐–—/]*")
_PARTS = lazy_pattern("['’.]")
_ADDRESS = lazy_pattern(r"[a-z]+://\S+")
_BEFORE_SUBTITLE = frozenset(" \u00a0\t“‘\"'([")
_HYPHENS = "-‐"
_HYPHEN = lazy_pattern("[-‐]")
_COMPOUND = lazy_pattern(r"(?:[-‐][^\s\x1f\-‐–—/“”‘\"()\[\]{}:;,!?«»]+)+")
_SIGNS = frozenset("@#$")  # with these a word is a name of its own kind
_TURKIC = ("tr", "az")
_EDGE = "\x1f"  # the edge of raised, lowered or protected text, which is not part of a word: g<sub>1</sub>

Case = Callable[["Flat"], None]


class Flat:
    """The characters of several runs, and the positions whose case is protected."""

    __slots__ = ("chars", "keeps", "starts", "text")

    def __init__(self, pieces: Sequence[str], keeps: list[tuple[int, int]]) -> None:
        self.text = "".join(pieces)
        self.chars = list(self.text)
        self.keeps = keeps
        self.starts = [start for start, _ in keeps]

    def kept(self, at: int) -> bool:
        """Whether the character at `at` is in protected text."""
        before = bisect_right(self.starts, at) - 1
        return before >= 0 and at < self.keeps[before][1]

    def raise_first(self, at: int) -> None:
        """Capitalize one character, unless it is a symbol: the micro sign, or a Greek letter alone (α-decay)."""
        char = self.chars[at]
        is_greek = "\u0370" <= char <= "\u03ff"
        if char != "\u00b5" and (not is_greek or self.text[at + 1 : at + 2].isalnum()):
            self.chars[at] = char.upper()

    def lower(self, start: int, end: int) -> None:
        """Convert characters to lower case."""
        for at in range(start, end):
            if not (self.keeps and self.kept(at)):
                self.chars[at] = self.chars[at].lower()

    def words(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The words outside protected text."""
        for match in pattern.finditer(self.text):
            if not (self.keeps and self.kept(match.start())):
                yield match


def apply_case(case: str, runs: Sequence[Run], language: str) -> list[Run]:
    """Change the case of several runs; marks are kept.

    `language` is that of the item, or else of the locale. Title case does not change text in other languages than
    English.
    """
    if case == "title" and language[:2].lower() != "en":
        return list(runs)
    if case in ("lowercase", "uppercase"):
        return _whole(case, runs, language)
    if len(runs) == 1 and isinstance(runs[0], str):
        return [case_text(case, runs[0])]
    return _across(case, runs)


@lru_cache(maxsize=4096)
def case_text(case: str, text: str) -> str:
    """Change the case of a string without marks."""
    flat = Flat([text], _addresses(text))
    _CASES[case](flat)
    return "".join(flat.chars)


def title_case(text: str, protected: Sequence[tuple[int, int]]) -> str:
    """Return a text in title case, in which the ranges `protected` are unchanged."""
    flat = Flat([text], sorted([*protected, *_addresses(text)]))
    _title(flat)
    return "".join(flat.chars)


def _whole(case: str, runs: Sequence[Run], language: str) -> list[Run]:
    change = lowered if case == "lowercase" else raised
    changed: list[Run] = []
    depth = 0
    for run in runs:
        if isinstance(run, str):
            changed.append(run if depth else change(run, language))
            continue
        if run.kind == "protected":
            depth += 1 if run.opens else -1
        changed.append(run)
    return changed


def raised(text: str, language: str = "") -> str:
    """Return the text in upper case, with the Turkish dotted I if the language has one."""
    if language[:2].lower() in _TURKIC:
        text = text.replace("i", "İ")
    return text.upper()


def lowered(text: str, language: str = "") -> str:
    """Return the text in lower case, with the Turkish dotless i if the language has one."""
    if language[:2].lower() in _TURKIC:
        text = text.replace("İ", "i").replace("I", "ı")
    return text.lower()


def _across(case: str, runs: Sequence[Run]) -> list[Run]:
    """Change the case of words that may begin in one run and end in another."""
    pieces: list[str] = []
    keeps: list[tuple[int, int]] = []
    at = depth = 0
    for run in runs:
        if isinstance(run, str):
            piece = run
            if depth:
                keeps.append((at, at + len(run)))
            else:
                keeps += _addresses(run, at)
        else:
            if run.kind == "protected":
                depth += 1 if run.opens else -1
            piece = _separator(run)
        pieces.append(piece)
        at += len(piece)
    flat = Flat(pieces, keeps)
    _CASES[case](flat)
    changed: list[Run] = []
    at = 0
    for run, piece in zip(runs, pieces, strict=True):
        end = at + len(piece)
        changed.append("".join(flat.chars[at:end]) if isinstance(run, str) else run)
        at = end
    return changed


def _addresses(text: str, at: int = 0) -> list[tuple[int, int]]:
    """Return the spans of the web addresses in a text that begins at `at`: they have no words."""
    if "://" not in text:
        return []
    return [(at + one.start(), at + one.end()) for one in _ADDRESS.finditer(text)]


def _separator(mark: Mark) -> str:
    """Return the character that separates words at a mark, which is not written back."""
    if mark.kind.endswith("quote"):
        return "“" if mark.opens else "”"
    return _EDGE if mark.kind == "protected" else ""


def _capitalize_first(flat: Flat) -> None:
    """CSL 1.0.2, "Text-case": the first character of the first word, if the word is lower case."""
    word = _FIRST_WORD.search(flat.text)
    if word and _lower_case(word.group()) and not flat.kept(word.start()):
        flat.raise_first(word.start())


def _lower_case(word: str) -> bool:
    """Whether the first part of a word is in lower case, as in d’Artagnan and o.O."""
    return _PARTS.split(word, 1)[0].islower()


def _capitalize_all(flat: Flat) -> None:
    """Capitalize the first character of every lower-case word."""
    for word in flat.words(_LETTERS):
        before = flat.text[word.start() - 1 : word.start()]
        if _lower_case(word.group()) and not (before.isalnum() or before in _SIGNS):
            flat.raise_first(word.start())


def _sentence(flat: Flat) -> None:
    """Lower-case all words except the first, which keeps its capitals unless several words are in capitals."""
    word = _FIRST_WORD.search(flat.text)
    if not word:
        return
    _capitalize_first(flat)
    shouts = flat.text.isupper() and _WORD.search(flat.text, word.end()) is not None
    start = word.start() + 1 if shouts else word.end()
    flat.lower(start, len(flat.chars))


def _title(flat: Flat) -> None:
    """Capitalize all words except stop words within the title (CSL 1.0.2, "Title Case Conversion")."""
    if _is_in_other_script(flat.text):
        return
    words = list(flat.words(_WORD))
    starts = [match.start() for match in _WORD.finditer(flat.text)]
    for word in words:
        start = word.start()
        text = word.group()
        if not text[0].islower() or not _lower_case(text):
            continue
        opens = start == starts[0] or _after_stop(flat.text, start)
        if opens or _takes_capital(flat.text, word, starts):
            flat.raise_first(start)


def _is_in_other_script(text: str) -> bool:
    """Whether most letters of a text are not Latin, so that it is not English."""
    if text.isascii():
        return False
    latin = sum(one.isascii() for one in unicodedata.normalize("NFKD", text) if one.isalpha())
    return latin * 2 < sum(map(str.isalpha, text))


def _takes_capital(text: str, word: re.Match[str], starts: list[int]) -> bool:
    """Whether a word within a title is capitalized."""
    found = word.group()
    if not found[1:2].isalnum():
        return False  # an initial, a variable or an elided article: n, v., l’homme
    bare = found.rstrip(".…’")
    if bare not in STOP_WORDS:
        return True
    return word.start() == starts[-1] or _leads_compound(text, word)


def _leads_compound(text: str, word: re.Match[str]) -> bool:
    """Whether a stop word begins a hyphenated word with a part that is not one: For-Profit, Up-to-Date."""
    start, end = word.span()
    if text[start - 1] in _HYPHENS:
        return False
    parts = _COMPOUND.match(text, end)
    return parts is not None and any(part not in STOP_WORDS for part in _HYPHEN.split(parts[0])[1:])


def _after_stop(text: str, start: int) -> bool:
    """Whether a word begins a subtitle: after a colon, question or exclamation mark and a space."""
    at = start - 1
    while at >= 0 and text[at] in _BEFORE_SUBTITLE:
        at -= 1
    if at < 0:
        return False
    return text[at] in "¿¡" or (text[at] in ":?!" and at < start - 1)


_CASES: dict[str, Case] = {
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
