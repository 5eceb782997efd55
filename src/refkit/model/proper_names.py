"""Proper names in a text: words that are capitalized within sentences and never in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_SENTENCE_END = lazy_pattern(r"(?<=[.!?:;])\s+|\n\s*\n")
_WORD = lazy_pattern(r"[^\W\d_](?:[\w’']*\w)?")
_POSSESSIVE = lazy_pattern(r"[’']s\Z")
# Text in quotation marks or italics, which may be a title.
_QUOTED = lazy_pattern(
    r"[“\"«*][^“”\"«»*\n]{2,200}[”\"»*]|<(?P<tag>em|i|cite)>[^<\n]{2,200}</(?P=tag)>"
    r"|\\(?:emph|textit)\{[^{}\n]{2,200}\}"
)
_RUN = lazy_pattern(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
_TITLE_STARTS = frozenset({"The", "A", "An", "Der", "Die", "Das", "Le", "La", "Les", "El", "Los"})
_MIN_WORDS = 6
_MAX_SENTENCE = 2_000


@lru_cache(4)
def find_proper_names(source: Source) -> frozenset[str]:
    """Return the words that the sentences of a document use as proper names.

    Only sentences with mostly lower-case words count, because titles and headings can capitalize every word.
    """
    capitalized: set[str] = set()
    lower_words: set[str] = set()
    for sentence in _SENTENCE_END.split(_QUOTED.sub(" ", source.text)):
        words = _WORD.findall(sentence[:_MAX_SENTENCE])
        lower = {word for word in words if word[0].islower()}
        if len(words) >= _MIN_WORDS and len(lower) * 2 > len(set(words)):
            capitalized.update(_capitalized_words(sentence[:_MAX_SENTENCE]))
            lower_words.update(lower)
    return frozenset(word for word in capitalized if word.lower() not in lower_words)


def _capitalized_words(sentence: str) -> Iterator[str]:
    """Yield the capitalized words that do not begin the sentence or a title in it."""
    for run in _RUN.finditer(sentence, 1):
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(run[0])]
        if sentence[: run.start()].strip() and words[0] not in _TITLE_STARTS:
            yield from words
