"""Detect the language of a work from the words of its title, if they are unambiguous."""

from __future__ import annotations

import re
from collections import Counter

from refkit.data.function_words import FUNCTION_WORDS
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+")
_CYRILLIC = lazy_pattern(r"[\u0400-\u04ff]")
# Scripts used by one language, rarer ones first, because kana appears among Han characters.
_SCRIPTS = (
    ("ja", lazy_pattern(r"[\u3040-\u30ff]")), ("ko", lazy_pattern(r"[\uac00-\ud7a3]")),
    ("zh", lazy_pattern(r"[\u4e00-\u9fff]")), ("el", lazy_pattern(r"[\u0370-\u03ff\u1f00-\u1fff]{2}")),
    ("he", lazy_pattern(r"[\u05d0-\u05ea]")), ("th", lazy_pattern(r"[\u0e01-\u0e5b]")),
    ("ka", lazy_pattern(r"[\u10d0-\u10ff]")), ("hy", lazy_pattern(r"[\u0531-\u0587]")),
)  # fmt: skip
_UKRAINIAN = lazy_pattern(r"[іїєґІЇЄҐ]")
_OTHER_CYRILLIC = lazy_pattern(r"[јљњћђџўѓќЎЈЉЊЂЋЏ]")
# Letters that decide between two similar languages, or that only this language has.
_LETTERS = {
    "de": "ßäöü",
    "fr": "çœêîôû",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "łąęśżźć",
    "cs": "řěů",
    "hu": "őű",
    "sv": "å",
}
_NAMED = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "russian": "ru", "polish": "pl", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "czech": "cs", "hungarian": "hu",
    "turkish": "tr", "greek": "el", "arabic": "ar", "hebrew": "he", "persian": "fa", "ukrainian": "uk",
    "romanian": "ro", "croatian": "hr", "serbian": "sr", "slovak": "sk", "slovenian": "sl",
    "bulgarian": "bg", "catalan": "ca", "latin": "la",
}  # fmt: skip
LANGUAGE_NAMED = lazy_pattern(
    r"[(\[]\s*in (" + "|".join(_NAMED) + r")\b[^()\[\]]{0,60}[)\]]\.?", re.IGNORECASE
)
MEASURED = 600
_LANGUAGES = {
    word: [code for code, known in FUNCTION_WORDS.items() if word in known]
    for word in frozenset[str]().union(*FUNCTION_WORDS.values())
}


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a title's language, or "" if it is uncertain."""
    text = text[:MEASURED]
    if text.isascii():
        return _by_words(text)
    letters = max(sum(map(str.isalpha, text)), 1)
    for code, script in _SCRIPTS:
        found = script.findall(text)
        if found and len(found) * (20 if code == "ja" else 5) > letters:
            return code
    if len(_CYRILLIC.findall(text)) * 2 > letters:
        return _cyrillic(text)
    return _by_words(text)


def language_named(name: str) -> str:
    """Return the code of a language given its English name, as in "(in Russian)"."""
    return _NAMED[name.lower()]


def _cyrillic(text: str) -> str:
    if _UKRAINIAN.search(text):
        return "uk"
    return "" if _OTHER_CYRILLIC.search(text) else "ru"


def _by_words(text: str) -> str:
    """Return the language with at least two function words, and with clearly more than any other."""
    lower = text.lower()
    scores = Counter(
        code for word in set(_WORD.findall(lower)) for code in _LANGUAGES.get(word, ())
    )
    for code, letters in _LETTERS.items():
        if code in scores and any(char in lower for char in letters):
            scores[code] += 1
    best = scores.most_common(2)
    if not best or best[0][1] < 2:
        return ""
    second = best[1][1] if len(best) > 1 else 0
    return best[0][0] if best[0][1] >= 2 * second or best[0][1] - second > 3 else ""
