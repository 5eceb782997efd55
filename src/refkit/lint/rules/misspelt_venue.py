"""A word in the name of a venue, publisher or institution is misspelled.

A typo in a frequent word ("Joural of Hydrology", "Univeristy of Leeds") is printed, and programs that search for the
venue do not find it. Only words that differ from a frequent one in one letter, or in the order of two, are reported, if
they are no words themselves in any of several languages. The first letter and the last two must be right.

Example:

    @article{sage1994,
      author = {Sage, Ann},
      title = {Brines of the Desert},
      journal = {Joural of Hydrology},
      year = {1994},
    }

Use instead:

    @article{sage1994,
      author = {Sage, Ann},
      title = {Brines of the Desert},
      journal = {Journal of Hydrology},
      year = {1994},
    }

Fix: unsafe: the frequent word replaces the misspelled one.
Source: typos in public .bib files; the words are in `refkit/data/words/venues.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from refkit.data.words.venues import LIKE_VENUE_WORDS, PUBLISHER_WORDS, VENUE_WORDS
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

VARIABLES = ("container-title", "publisher", "collection-title", "event-title")
SHORTEST = min(map(len, VENUE_WORDS)) - 1
_LETTERS = lazy_pattern(rf"[^\W\d_]{{{SHORTEST},}}")
# Not a part of a command, an address or a compound.
_WORD = lazy_pattern(rf"(?<![\w\\}}.@/-])[^\W\d_]{{{SHORTEST},}}(?!\.?[\w\\{{@/])")
_ENDING = 2  # letters in which forms of a word differ: "universitas", "universitat"


@rule("FLD233", "misspelt-venue", severity="warning", variables=VARIABLES)
def misspelt_venue(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the words with frequent words."""
    for variable in VARIABLES:
        text = item.text.get(variable)
        if text and any(map(_meant, _LETTERS.findall(text))):
            marks = partial(_marks, is_publisher=variable == "publisher")
            yield from findings_in(item, variable, marks, "correct the word")


def _marks(value: str, is_publisher: bool) -> Iterator[Mark]:
    for match in _WORD.finditer(value):
        meant = _meant(match[0])
        if meant and (not is_publisher or meant in PUBLISHER_WORDS):
            word = _in_case_of(meant, match[0])
            yield Mark(*match.span(), f"`{match[0]}` is misspelled; did you mean `{word}`?", word)


@lru_cache(8192)
def _meant(word: str) -> str:
    """Return the frequent word that a misspelled one was meant to be, or an empty string."""
    lower = word.lower()
    if lower in VENUE_WORDS or lower in LIKE_VENUE_WORDS:
        return ""
    near = _near()
    for key in (lower, *_deletions(lower)):
        for known in near.get(key, ()):
            if _is_typo(lower, known):
                return known
    return ""


def _is_typo(word: str, known: str) -> bool:
    """Whether two words differ in one letter, or in the order of two, between the first letter and the ending."""
    first = next(
        (n for n, (a, b) in enumerate(zip(word, known, strict=False)) if a != b),
        min(len(word), len(known)),
    )
    rest, other = word[first:], known[first:]
    same = next((n for n, (a, b) in enumerate(zip(rest[::-1], other[::-1], strict=False)) if a != b),
                min(len(rest), len(other)))  # fmt: skip
    wrong, right = rest[: len(rest) - same], other[: len(other) - same]
    if not first or same < _ENDING or _is_foreign(wrong, right):
        return False
    return max(len(wrong), len(right)) < 2 or (len(wrong) == 2 and wrong == right[::-1])


def _is_foreign(letter: str, known: str) -> bool:
    """Whether the letters differ as in other languages: in an accent, or as `k` for `c` and `s` for `z`."""
    plain = "".join(unicodedata.normalize("NFKD", part)[:1] for part in (letter, known))
    return len(plain) == 2 and (plain[0] == plain[1] or plain in _OTHER_SPELLINGS)


_OTHER_SPELLINGS = frozenset(("kc", "sz", "zs", "iy", "fp", "tc", "zt"))


@cache
def _near() -> dict[str, tuple[str, ...]]:
    """Return the frequent words by themselves and by what remains without one of their letters."""
    near: dict[str, tuple[str, ...]] = {}
    for word in VENUE_WORDS:
        for key in (word, *_deletions(word)):
            near[key] = (*near.get(key, ()), word)
    return near


def _deletions(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def _in_case_of(word: str, model: str) -> str:
    """Return a word in the case of another one."""
    if model.isupper():
        return word.upper()
    return word.capitalize() if model[0].isupper() else word
