"""The possible sort keys of a plain-text reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from refkit.data.words.particles import particle_pattern
from refkit.lint.listed import Listed, family_of, folded
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_ARTICLE = lazy_pattern(
    r"(?:the|an?|der|die|das|les?|la|el|los|las|l|il|lo|gli|de|het|een|un[ae]?|ein) "
)
_PARTICLE = lazy_pattern(rf"(?:(?:{particle_pattern()}|d) )+")
# Letters that sort at the end of an alphabet, like two letters, or after their plain letter.
_LAST = str.maketrans(dict.fromkeys("åäæöøÅÄÆÖØžšŽŠ", "z~"))
_TWO: dict[int, str] = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_SOFT: dict[int, str] = str.maketrans(
    {
        "č": "c~",
        "š": "s~",
        "ž": "z~",
        "ř": "r~",
        "ć": "c~",
        "ñ": "n~",
        "ł": "l~",
        "ś": "s~",
        "ç": "c~",
    }
)
_WRITTEN = lazy_pattern(r"(?:\W|\d)*(?>(?:[^\W\d_]\.[\s-]*)*)([^\W\d_][^,.;:(“\"]{0,80})")
_MARKER = lazy_pattern(r"\s*(?:\[\w{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)]?\s)\s*")


def sort_key(one: Listed) -> str:
    """Return the usual key: the first author as written, without article, spaces or accents."""
    return sort_keys(one)[0]


@lru_cache(4096)
def sort_keys(one: Listed) -> tuple[str, ...]:
    """Return the keys of the first name, or else of the title, the usual one first."""
    names = _ways(one.names[0]) if one.names else [one.item.title]
    return tuple(dict.fromkeys(key for key in _keys(names) if key)) or ("",)


def loose_keys(one: Listed) -> tuple[str, ...]:
    """Return these keys and those of the first words of the reference, however they were parsed."""
    given = [
        f"{name.given} {name.family}" for name in one.names[:1] if len(name.given.strip(". ")) > 2
    ]
    last = [
        re.split(" and | & ", family_of(name))[0].split()[-1]
        for name in one.names[:1]
        if family_of(name).split()
    ]
    return (*sort_keys(one), *_keys([*given, *last, *_as_written(one)]))


def _keys(names: Iterable[str]) -> Iterator[str]:
    for written in names:
        lower = written.lower()
        for spelt in dict.fromkeys((lower, *map(lower.translate, (_TWO, _LAST, _SOFT)))):
            yield from _forms(_folded_softly(spelt))


def _ways(name: Name) -> list[str]:
    """Return the keys of a name: with its particle, then without."""
    family = family_of(name)
    particle = " ".join(filter(None, (name.dropping_particle, name.particle)))
    return [f"{particle} {family}" if particle else family, family]


def _as_written(one: Listed) -> list[str]:
    """Return the first words of the reference as written, however they were parsed."""
    text = _MARKER.sub("", one.text[:200], count=1)
    found = _WRITTEN.match(text)
    return [found[1]] if found and len(found[1]) > 2 else []


def _folded_softly(text: str) -> str:
    """Fold a text, but keep accents as marks that sort a letter after its plain form."""
    return "~".join(folded(part) for part in text.split("~"))


def _forms(key: str) -> Iterator[str]:
    """Yield a key, then the forms in which some lists sort it."""
    yield key
    for pattern in (_ARTICLE, _PARTICLE):
        bare = pattern.sub("", key, count=1) if pattern.match(key) else ""
        if bare:
            yield bare
            yield bare.replace(" ", "")
    if key.startswith(("mc", "m ")):
        yield "mac" + key[2:]
    if key.startswith("st "):
        yield "saint" + key[2:]
    yield key.replace(" ", "")
