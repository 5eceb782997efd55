# ruff: noqa: E501
"""Words for "and" and "or", by language (ISO 639-1); lower case. Sources: dictionaries of the languages."""

from __future__ import annotations

_AND = {
    "en": "and", "de": "und sowie", "fr": "et", "es": "y e", "it": "e ed", "pt": "e", "ca": "i", "gl": "e", "ro": "și şi",
    "nl": "en", "af": "en", "sv": "och", "da": "og", "no": "og", "is": "og", "fi": "ja sekä", "et": "ja", "hu": "és",
    "pl": "i oraz", "cs": "a", "sk": "a", "sl": "in", "hr": "i", "sr": "i u", "ru": "и", "uk": "і та", "bg": "и", "tr": "ve",
    "el": "και", "lt": "ir", "lv": "un", "eu": "eta", "la": "et", "id": "dan",
    "vi": "và", "ar": "و", "ka": "და", "hy": "և եւ", "hi": "और",
}  # fmt: skip
_OR = {
    "en": "or", "de": "oder bzw beziehungsweise", "fr": "ou", "es": "o u", "it": "o", "pt": "ou", "nl": "of", "sv": "eller",
    "da": "eller", "no": "eller", "fi": "tai", "pl": "lub", "ro": "sau", "hu": "vagy", "tr": "veya", "ru": "или",
}  # fmt: skip
# Parts of names ("Ortega y Gasset", "Costa e Silva"), which join names only if the neighbors show it.
_ALSO_IN_NAMES = frozenset("y e i u en".split())
# Other words in other languages, such as articles and prepositions.
_OTHER_WORDS = frozenset("a in ja un ir dan ed ve eta".split())

# Every word for "and".
ALL_ANDS = frozenset(" ".join(_AND.values()).split())
# Those that mean "and" between names in any language.
CERTAIN_ANDS = ALL_ANDS - _ALSO_IN_NAMES - _OTHER_WORDS
# Those that mean "and" between the names, numbers and places of a reference.
ANDS = CERTAIN_ANDS | _ALSO_IN_NAMES
# Words for "and" and "or": the hyphen of "Vor- und Nachteile" replaces a word that comes later.
ANDS_AND_ORS = ALL_ANDS | frozenset(" ".join(_OR.values()).split())


def and_pattern(words: frozenset[str] = ANDS) -> str:
    """Return the alternatives of a pattern for "and", without a group; no word is the beginning of another's match."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
