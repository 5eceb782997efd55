"""The names in a text: words that it writes with a capital in the middle of its sentences, and nowhere small."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_SENTENCE_END = lazy_pattern(r"(?<=[.!?:;])\s+|\n\s*\n")
_WORD = lazy_pattern(r"[^\W\d_](?:[\w’']*\w)?")
_POSSESSIVE = lazy_pattern(r"[’']s\Z")
# What is in quotes or italics may be a title.
_QUOTED = lazy_pattern(
    r"[“\"«*][^“”\"«»*\n]{2,200}[”\"»*]|<(?P<tag>em|i|cite)>[^<\n]{2,200}</(?P=tag)>"
    r"|\\(?:emph|textit)\{[^{}\n]{2,200}\}"
)
_RUN = lazy_pattern(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_TITLE_STARTS = frozenset({"The", "A", "An", "Der", "Die", "Das", "Le", "La", "Les", "El", "Los"})
_LEAST_WORDS = 6
_LONGEST = 2_000


@lru_cache(4)
def names_in(source: Source) -> frozenset[str]:
    """Return the words that a document's sentences write as names.

    A title or heading with capitals throughout tells nothing: only sentences count of which most words are small.
    """
    raised: set[str] = set()
    small: set[str] = set()
    for sentence in _SENTENCE_END.split(_QUOTED.sub(" ", source.text)):
        words = _WORD.findall(sentence[:_LONGEST])
        lower = {word for word in words if word[0].islower()}
        if len(words) >= _LEAST_WORDS and len(lower) * 2 > len(set(words)):
            raised.update(_inside(sentence[:_LONGEST]))
            small.update(lower)
    return frozenset(word for word in raised if word.lower() not in small)


def _inside(sentence: str) -> Iterator[str]:
    """Give the words with capitals that do not begin a sentence or a title named in it."""
    for run in _RUN.finditer(sentence, 1):
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(run[0])]
        if sentence[: run.start()].strip() and words[0] not in _TITLE_STARTS:
            yield from words
