"""What is left of a text when facts are taken out of it: nothing, words that announced them, or more."""

from __future__ import annotations

from refkit.data.cue_words import CUE_WORDS
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case."""
    lower = text.lower()
    if len(lower) == len(text):
        return _WORD.findall(lower)
    # İ in lower case is two characters, of which one is no letter
    return [word.lower() for word in _WORD.findall(text)]


def only_cues(text: str) -> bool:
    """Tell whether a text has no words but such as announce a fact ("pp.", "accessed", "Hrsg.")."""
    return all(word in CUE_WORDS for word in words_of(text))


def is_single_name(text: str) -> bool:
    """Whether a word that can announce a fact stands alone as a name: Press, Druck, Éditions."""
    word = text.strip(" .,;:")
    return len(word) > 3 and word.isalpha() and word.istitle()
