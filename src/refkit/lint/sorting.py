"""The ways in which the alphabet may sort a reference typed as prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from refkit.lint.listed import Listed, family_of, folded
from refkit.model.name import Name

_ARTICLE = re.compile(r"(?:the|an?|der|die|das|les?|la|el|los|las|l|il|lo|gli|de|het|een|un[ae]?|ein) ")
_PARTICLE = re.compile(
    r"(?:(?:van|von|vom|zu|zur|de[lnr]?|della|di|da|dos?|du|des|la|le|el|al|bin|ibn|ter|ten|af|av|d) )+"
)
# Letters that stand at the end of an alphabet, or for two letters.
_LAST = str.maketrans({letter: "z~" for letter in "åäæöøÅÄÆÖØžšŽŠ"})
_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa",
                      "Ø": "Oe"})  # fmt: skip
_SOFT = str.maketrans({"č": "c~", "š": "s~", "ž": "z~", "ř": "r~", "ć": "c~", "ñ": "n~", "ł": "l~", "ś": "s~", "ç": "c~",
                       "Č": "c~", "Š": "s~", "Ž": "z~", "Ř": "r~", "Ć": "c~", "Ñ": "n~", "Ł": "l~", "Ś": "s~",
                       "Ç": "c~"})  # fmt: skip
_WRITTEN = re.compile(r"(?:\W|\d)*([^\W\d_][^,.;:(“\"]{0,80})")
_MARKER = re.compile(r"\s*(?:\[\w{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)]?\s)\s*")


def sort_key(one: Listed) -> str:
    """Return the usual key: the first author as written, without article, spaces or accents."""
    return sort_keys(one)[0]


@lru_cache(4096)
def sort_keys(one: Listed) -> tuple[str, ...]:
    """Return all keys, the usual one first."""
    found = dict.fromkeys(key for key in _keys(one) if key)
    return tuple(found) or ("",)


def _keys(one: Listed) -> Iterator[str]:
    names = _ways(one.names[0]) if one.names else [one.item.title]
    for written in [*names, *_as_written(one)]:
        for spelt in (written, written.translate(_TWO), written.translate(_LAST), written.translate(_SOFT)):
            key = "".join(char for char in _folded_softly(spelt))
            yield from _forms(key)


def _ways(name: Name) -> list[str]:
    """Return the ways to sort a name: without its particle, with it, by the given name."""
    family = family_of(name)
    particle = " ".join(filter(None, (name.dropping_particle, name.particle)))
    ways = [f"{particle} {family}" if particle else family, family]
    return [*ways, f"{name.given} {family}"] if name.given else ways


def _as_written(one: Listed) -> list[str]:
    """Return the first words of the reference: what a reader sees, however it was understood."""
    text = _MARKER.sub("", one.text[:200], count=1)
    found = _WRITTEN.match(text)
    return [found[1]] if found else []


def _folded_softly(text: str) -> str:
    """Fold a text, and keep the mark that a letter comes after its plain one."""
    return "~".join(folded(part) for part in text.split("~"))


def _forms(key: str) -> Iterator[str]:
    """Give a key as it is, then as some lists sort it."""
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
