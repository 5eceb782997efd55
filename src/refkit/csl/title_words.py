"""Abbreviate the titles of journals word by word (ISO 4), with the List of Title Word Abbreviations."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from refkit.data.function_words import FUNCTION_WORDS
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# Languages of FUNCTION_WORDS and the codes of the list (ISO 639-2/B).
_CODES = {
    "cs": "cze", "da": "dan", "de": "ger", "en": "eng", "es": "spa", "fr": "fre", "hu": "hun", "it": "ita",
    "nl": "dut", "no": "nor", "pl": "pol", "pt": "por", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr",
}  # fmt: skip
_ANY_LANGUAGE = "mul"
_IN_PERIODICALS = frozenset(
    "article-journal article-magazine article-newspaper review review-book".split()
)
_WORD = lazy_pattern(r"[\w’'.]+")
_ELISION = lazy_pattern(r"(?i)\b(?:l|d|dell|nell|all|sull|qu)['’](?=\w)")
_ARTICLES = frozenset("the a an der die das le la les el los las il lo het de".split())
_OTHER_WORDS = frozenset("nor or but de la y o".split()).union(*FUNCTION_WORDS.values())
_NOT_SHORTENED = ("n.a.", "n.a", "na")


@dataclass(slots=True, frozen=True)
class Row:
    """An abbreviation and the languages of its words; an empty one means that the word is not abbreviated."""

    short: str
    languages: frozenset[str]


@dataclass(slots=True)
class TitleWords:
    """The rows of the list: for whole words, and for words that start or end with a text."""

    whole: dict[str, list[Row]] = field(default_factory=dict)
    starts: dict[str, list[Row]] = field(default_factory=dict)
    ends: dict[str, list[Row]] = field(default_factory=dict)

    def short_titles(self, item: Item) -> dict[str, str]:
        """Return the short title of the journal that an article is in, if the item has none."""
        title = item.text.get("container-title", "")
        if item.type not in _IN_PERIODICALS or not title or item.text.get("container-title-short"):
            return {}
        return {"container-title-short": self.abbreviated(title, item.text.get("language", ""))}

    def abbreviated(self, title: str, language: str = "") -> str:
        """Return the abbreviated title; a title of one word is not abbreviated (ISO 4, 4.2)."""
        code = language[:2].lower()
        pieces = _ELISION.sub("", title.partition(" = ")[0]).split()
        kept = [
            piece
            for number, piece in enumerate(pieces)
            if not _is_function_word(piece, code) or (not number and not _is_article(piece))
        ]
        if len(kept) < 2:
            return " ".join(kept) or title
        return " ".join(self._abbreviated_piece(piece.rstrip(","), code) for piece in kept)

    def _abbreviated_piece(self, piece: str, code: str) -> str:
        """Return words that a hyphen or a dash can join, each abbreviated."""
        return _WORD.sub(lambda match: self._abbreviated_word(match[0], code), piece)

    def _abbreviated_word(self, word: str, code: str) -> str:
        if len(word) > 1 and word.isupper():
            return word
        lower = _plain(word)
        row, end = self._find(lower, code)
        if row is None or not row.short:
            return word
        short = lower[: len(lower) - end] + row.short if end else row.short
        return _in_case_of(word, short)

    def _find(self, word: str, code: str) -> tuple[Row | None, int]:
        """Return the row for a word, and the length of the end it replaces, or 0 for the whole word."""
        row = _best(self.whole.get(word, ()), code)
        if row is not None:
            return row, 0
        for size in range(len(word), 1, -1):
            row = _best(self.starts.get(word[:size], ()), code)
            if row is not None:
                return row, 0
        for size in range(len(word) - 1, 2, -1):
            row = _best(self.ends.get(word[-size:], ()), code)
            if row is not None:
                return row, size
        return None, 0


def title_words(rows: Iterable[Sequence[str]]) -> TitleWords:
    """Return the list with the rows `word, abbreviation, languages`; `abbreviat-` is the start of words."""
    words = TitleWords()
    for cells in rows:
        if len(cells) < 2 or not cells[0]:
            continue
        word, short = cells[0], cells[1]
        languages = frozenset(_languages(cells[2])) if len(cells) > 2 else frozenset()
        row = Row(
            "" if "".join(short.lower().split()) in _NOT_SHORTENED else short.strip("-"), languages
        )
        table = words.ends if word[0] == "-" else words.starts if word[-1] == "-" else words.whole
        table.setdefault(_plain(word.strip("-")), []).append(row)
    return words


def _languages(text: str) -> Iterator[str]:
    return (code.strip().lower() for code in text.replace(";", ",").split(","))


def _best(rows: Sequence[Row], code: str) -> Row | None:
    """Return the row for a language, or for all; if the language is unknown, English comes first."""
    wanted = (_CODES.get(code, code), _ANY_LANGUAGE) if code else ("eng", _ANY_LANGUAGE)
    for language in wanted:
        for row in rows:
            if language in row.languages or not row.languages:
                return row
    return rows[0] if rows and not code else None


def _is_function_word(word: str, code: str) -> bool:
    """Whether a word is an article, a preposition or a conjunction, which are omitted (ISO 4, 4.5)."""
    lower = word.lower().rstrip(",")
    if lower in ("&", "+"):
        return True
    known = FUNCTION_WORDS.get(code or "en", frozenset())
    return lower in known or (not code and word.islower() and lower in _OTHER_WORDS)


def _is_article(word: str) -> bool:
    return word.lower() in _ARTICLES


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _in_case_of(word: str, short: str) -> str:
    """Return an abbreviation with a capital if the word has one."""
    return short[:1].upper() + short[1:] if word[:1].isupper() else short
