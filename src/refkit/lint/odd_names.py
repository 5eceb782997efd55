"""Recognize lists of ordinary names, which the rules about names need not visit.

Three of four lists consist of names such as "Berg, Anna B." and "Anna Berg": capitalized words and initials, no word of
organizations, titles, roles or placeholders, and no word twice. One test of the list replaces those of twenty rules.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache

from refkit.data.name_titles import TITLE_WORDS
from refkit.data.placeholders import PLACEHOLDER_HINTS
from refkit.data.words.conjunctions import ALL_ANDS
from refkit.data.words.organizations import ADJECTIVES, CERTAIN_WORDS, PHRASES
from refkit.data.words.roles import OTHERS_HINTS, ROLE_WORDS
from refkit.lint.per_item import per_item
from refkit.lint.rule import TEX_FORMATS
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_letters

# Initials without a full stop; the other letters are also words for "and".
_BARE = "".join(sorted(set("ABCDEFGHIJKLMNOPQRSTUVWXYZ") - {word.upper() for word in ALL_ANDS}))


_WORD = r"(?:[A-Z]')?[A-Z][a-z]+(?:['-]?[A-Z][a-z]+)*"
_PART = rf"(?:{_WORD}|[A-Z]\.(?:-?[A-Z]\.)*|[{_BARE}](?:-[{_BARE}])?)"
# "Berg, Anna B.", "Berg, AB", "Anna B. Berg" and "B C Berg".
_NAME = lazy_pattern(rf"{_WORD}, (?:{_PART} )*(?:{_PART}|[A-Z]{{1,3}})|(?:{_PART} )+{_WORD}")
# Other Latin letters count as E, which needs a full stop as an initial; a pattern with all of them takes 4 ms to
# compile.
_AS_ASCII = {
    code: "E" if chr(code).isupper() else "e" for code in range(0xC0, 0x180) if chr(code).isalpha()
}
_OTHERS = " and others"
# Parts of words in names of unknown authors: "authorunknown", "Ohne Autor".
_PARTS = ("author", "autor", "auteur", "verfasser", "xxx")


class Oddity(IntEnum):
    """How odd the names of a list are."""

    ORDINARY = 0
    LIKE_EXAMPLES = 1  # "Doe, Jane and Smith, John", which only the rule about placeholders reports
    ODD = 2


@per_item
def item_oddity(item: Item) -> Oddity:
    """Return how odd the oddest name of an item is, as far as a rule about the names of people may report it."""
    entry = item.entry
    if entry is None or entry.source.format not in TEX_FORMATS:
        return Oddity.ODD
    found = Oddity.ORDINARY
    for variable in item.names:
        field = item.source_field(variable)
        if field is None:
            return Oddity.ODD
        found = max(found, oddity(field.value))
    return found


def written_list(item: Item, variable: str) -> str:
    """Return an ordinary list of names from a .bib file as written, but with decoded letters.

    It shows the words of the names, so that most ordinary names need not be parsed.
    """
    field = item.source_field(variable)
    return decode_letters(field.value) if field is not None else ""


def has_odd_names(item: Item) -> bool:
    """Whether an item has a name that a rule about the names of people may report."""
    return item_oddity(item) is Oddity.ODD


def is_odd_list(value: str) -> bool:
    """Whether a name field contains anything other than ordinary names."""
    return oddity(value) is Oddity.ODD


@lru_cache(512)
def oddity(value: str) -> Oddity:
    """Return how odd the names in a field are."""
    text = decode_letters(value) if "\\" in value else value
    names = text.removesuffix(_OTHERS).split(" and ")
    forms = names if text.isascii() else [name.translate(_AS_ASCII) for name in names]
    if not all(map(_NAME.fullmatch, forms)):
        return Oddity.ODD
    plain = " ".join(names).lower()
    words = [word for word in _words(plain) if len(word) > 1]
    different = set(words)
    if any(map(plain.__contains__, _PARTS)) or not _hints().isdisjoint(different):
        return Oddity.ODD
    if len(different) < len(words) and _has_repetition(names):
        return Oddity.ODD
    is_ordinary = PLACEHOLDER_HINTS.isdisjoint(different)
    return Oddity.ORDINARY if is_ordinary else Oddity.LIKE_EXAMPLES


def _has_repetition(names: list[str]) -> bool:
    """Whether two names have the same words, or a name has a word twice."""
    words = [_words(name.lower()) for name in names]
    return len(set(map(frozenset, words))) < len(names) or any(
        len(set(one)) < len(one) for one in words
    )


def _words(names: str) -> list[str]:
    """Return the words and initials of names; this is ten times as fast as `str.translate`."""
    return names.replace("-", " ").replace(".", "").replace(",", "").split()


@cache
def _hints() -> frozenset[str]:
    """Return the words of names that a rule may report."""
    phrases = {word for phrase in PHRASES for word in phrase.split()}
    ands = {word for word in ALL_ANDS if len(word) > 1}
    more = {"with", "mit", "plus", "no", "nn", "aa", "vv"}
    return (
        ADJECTIVES | CERTAIN_WORDS | TITLE_WORDS | ROLE_WORDS | OTHERS_HINTS | phrases | ands | more
    )
