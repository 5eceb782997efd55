"""The proper names in a title in title case, where every word has a capital."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache, lru_cache
from itertools import pairwise

from refkit.data.countries import COUNTRIES
from refkit.data.known_names import ALSO_WORDS, PEOPLES, PERSONS, REGIONS
from refkit.data.publishing_places import PLACES
from refkit.data.words.months import months_of, seasons_of
from refkit.data.words.particles import PARTICLES
from refkit.formats.bibtex.database import Database
from refkit.model.names import parse_names
from refkit.model.sentence_case import LOWER_CASE_WORDS
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

Range = tuple[int, int]
_WORD = lazy_pattern(r"[^\W\d_][\w’']*")
_LOWER_WORD = lazy_pattern(r"(?<![\w\\-])[^\W\d_A-Z]\w{2,}")
_JOINTS = (" ", "-", "–", "--")
# `de Broglie--Bohm`: a particle, then parts with capitals.
_WITH_PARTICLE = lazy_pattern(
    r"(?<![\w-])([a-z]{2,3})\s+([^\W\d_a-z]\w+(?:(?:-{1,3}|[–—])[^\W\d_a-z]\w+)*)"
)
# `non-Abelian`: a prefix in lower case, and a capital that is there on purpose.
_WITH_PREFIX = lazy_pattern(r"(?<![\w-])([a-z]{2,})(?:-{1,3}|[–—])([^\W\d_a-z]\w+)")
_PERSON_FIELDS = frozenset({"author", "editor", "translator", "bookauthor"})
_PROSE_FIELDS = frozenset({"title", "subtitle", "booktitle", "abstract", "annotation", "note"})
_MAX_WORDS = 4
_MIN_LETTERS = 3


def find_names(text: str, people: Set[str]) -> list[Range]:
    """Return the places of the proper names in a title: known names, and those of `people`, in lower case."""
    return _merged([*_known(text, people), *_marked(text)])


def _merged(ranges: list[Range]) -> list[Range]:
    """Return ranges in order, without those that overlap with an earlier one."""
    kept: list[Range] = []
    for start, end in sorted(ranges, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _known(text: str, people: Set[str]) -> Iterator[Range]:
    words = [(word.start(), word.end()) for word in _WORD.finditer(text)]
    number = 0
    while number < len(words):
        count = _length(text, words[number : number + _MAX_WORDS], people)
        if count:
            yield words[number][0], words[number + count - 1][1]
        number += max(count, 1)


def _length(text: str, words: list[Range], people: Set[str]) -> int:
    """Return the number of words of the longest name at the start of `words`, or 0."""
    if not text[words[0][0]].isupper():
        return 0
    for count in range(len(words), 0, -1):
        gaps = (text[a[1] : b[0]] for a, b in pairwise(words[:count]))
        if all(gap in _JOINTS for gap in gaps):
            name = text[words[0][0] : words[count - 1][1]].lower()
            if _is_name(name, people) or _is_name(
                name.removesuffix("’s").removesuffix("'s"), people
            ):
                return count
    return 0


def _is_name(name: str, people: Set[str]) -> bool:
    return name in _names() or name in people


@cache
def _names() -> frozenset[str]:
    places = (COUNTRIES | PLACES | REGIONS | frozenset(months_of("en", short=False))) - ALSO_WORDS
    return places | PEOPLES | PERSONS


def _marked(text: str) -> Iterator[Range]:
    """Yield the places of names that particles and prefixes in lower case mark, with these."""
    for found in _WITH_PARTICLE.finditer(text):
        if found[1] in PARTICLES:
            yield found.span()
    for found in _WITH_PREFIX.finditer(text):
        if found[1] not in LOWER_CASE_WORDS:
            yield found.span()


@lru_cache(4)
def people_of(source: Source) -> frozenset[str]:
    """Return the family names of the authors and editors in a file, in lower case, except for ordinary words.

    A word that a title or an abstract contains in lower case is ordinary, too.
    """
    names: set[str] = set()
    words: set[str] = set()
    for entry in Database(source).entries:
        for field in entry.fields:
            if field.name in _PERSON_FIELDS:
                names.update(name.family.lower() for name in parse_names(field.value))
            elif field.name in _PROSE_FIELDS:
                words.update(_LOWER_WORD.findall(field.value))
    ordinary = words | ALSO_WORDS | seasons_of("en")
    return frozenset(name for name in names - ordinary if len(name) >= _MIN_LETTERS)
