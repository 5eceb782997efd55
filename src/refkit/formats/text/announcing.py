"""Recognize words that only announce a fact, in the text that remains after facts are removed."""

from __future__ import annotations

from refkit.data.cue_words import CUE_WORDS
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case."""
    lower = text.lower()
    if len(lower) == len(text):
        return _WORD.findall(lower)
    # İ becomes two characters in lower case, one of which is not a letter
    return [word.lower() for word in _WORD.findall(text)]


def only_cues(text: str) -> bool:
    """Whether a text contains only words that announce a fact ("pp.", "accessed", "Hrsg.")."""
    return all(word in CUE_WORDS for word in words_of(text))


def is_single_name(text: str) -> bool:
    """Whether a word that can announce a fact is a name on its own: Press, Druck, Éditions."""
    word = text.strip(" .,;:")
    return len(word) > 3 and word.isalpha() and word.istitle()
