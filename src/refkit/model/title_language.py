"""Whether a title is in English or in another language, as far as its function words show."""

from __future__ import annotations

from refkit.data.function_words import FUNCTION_WORDS
from refkit.patterns import lazy_pattern

# Words, and the elided articles of French and Italian.
_WORD = lazy_pattern(r"[^\W\d_]{2,}|[ld](?=['’])")
_IN_NAMES = lazy_pattern(r"(?i)\b(?:van (?:de[rn]?|het|'t)|von (?:de[rmn])|de la)\b")
# Function words of other languages that are English words, too.
_ENGLISH_TOO = frozenset("am as at door for in met no of on over per pod pro to".split())
# Function words of English that other languages have as well, so that they prove little.
_WEAK = frozenset("a an as at for in is on to".split())
_OTHERS = {
    code: words - _ENGLISH_TOO - FUNCTION_WORDS["en"]
    for code, words in FUNCTION_WORDS.items()
    if code != "en"
}


def seems_english(title: str) -> bool:
    """Whether a title has no more function words of another language than of English.

    A title with none of them is English if its letters are in ASCII.
    """
    english, other = _function_words(title)
    if not english and not other:
        return all(char.isascii() for char in title if char.isalpha())
    is_certain = any(word not in _WEAK for word in english)
    return other <= len(english) if is_certain else not other


def seems_foreign(title: str) -> bool:
    """Whether a title has at least two function words of another language, and more than of English.

    A title in another script is foreign, too. Names such as `van der Waals` are not words of a language.
    """
    letters = [char for char in title if char.isalpha()]
    if sum(char > "\u024f" and char not in "ﬁﬂ" for char in letters) * 2 > len(letters):
        return True
    english, other = _function_words(_IN_NAMES.sub(" ", title))
    return other > max(1, len(english))


def _function_words(title: str) -> tuple[list[str], int]:
    """Return the function words of English in a title, and how many there are of the best other language."""
    words = _WORD.findall(title.lower().removeprefix("do "))  # a question, not Portuguese
    english = [word for word in words if word in FUNCTION_WORDS["en"]]
    return english, max(sum(word in known for word in words) for known in _OTHERS.values())
