"""Names as BibTeX and BibLaTeX write them, so that they are read back with the same parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from refkit.model.name import Name
from refkit.model.names import APOSTROPHES, JOINTS, is_lower
from refkit.patterns import lazy_pattern

_WORD_GAP = lazy_pattern(r"[\s\u00a0-]+")
_DASHES = frozenset("-\u2013\u2014")  # lost at the edge of a word, as they divide words


def write_name(
    name: Name, encode: Callable[[str], str] = str, biblatex: bool = False, drops: bool = False
) -> str:
    """Return the name so that it is read back with the same parts, each part passed through `encode`.

    BibTeX has one particle, in lower case. Others are written in brace groups before the family name, which
    TeX typesets like the words alone: `de {La }Fontaine`. BibLaTeX gets such names in parts (`family=...,
    prefix=...`). With `drops` the entry has the option `useprefix=false`.
    """
    if name.others:
        return "others"
    if name.literal:
        written = encode(name.literal)
        return "{{" + written + "}}" if written.startswith("\\") else "{" + written + "}"
    if biblatex and not drops and _needs_parts(name):
        return _write_extended(name, encode)
    last = _write_last(name, encode, drops)
    given = _braced(name.given, encode, given=True)
    if name.suffix:
        return f"{last}, {_braced(name.suffix, encode, given=True)}, {given or '{}'}"
    return last if last.isalnum() and not given else f"{last}, {given or '{}'}"


def _needs_parts(name: Name) -> bool:
    """Whether only `family=..., prefix=...` says it all; a part cannot end in a space (`de' Medici`)."""
    if name.dropping_particle.endswith(" ") or name.particle.endswith(" "):
        return False
    return bool(name.dropping_particle) or not is_von(name.particle)


def is_von(particle: str) -> bool:
    """Whether BibTeX reads a particle as one: it is empty, or separate and in lower case."""
    if particle.endswith((*APOSTROPHES, "‐", "–")):
        return False
    return not particle or is_lower(_WORD_GAP.split(particle.rstrip("- "))[-1])


def _write_last(name: Name, encode: Callable[[str], str], drops: bool) -> str:
    """last = [von] [group] family | group group family; a group alone is the non-dropping particle."""
    dropping, particle = name.dropping_particle, name.particle
    family = _braced(name.family, encode) or "{}"
    if drops or not dropping:
        von = dropping or particle
        if is_von(von):
            return _written_von(von, encode) + family
        alone = not von.endswith(JOINTS) or (von.endswith(APOSTROPHES) and is_lower(von))
        return ("" if alone else "{}") + _written_group(von, encode) + family
    before = (_written_von if is_von(dropping) else _written_group)(dropping, encode)
    return before + _written_group(particle, encode) + family


def _written_von(von: str, encode: Callable[[str], str]) -> str:
    return encode(von) + ("" if not von or von.endswith(("-", " ")) else " ")


def _written_group(particle: str, encode: Callable[[str], str]) -> str:
    """A particle in braces, with the space that separates it from the family name."""
    written = encode(particle)
    if written.startswith("\\"):
        written = "{" + written + "}"  # otherwise BibTeX takes the group for a letter
    joined = not particle or particle.endswith((*JOINTS, " "))
    return "{" + written + ("}" if joined else " }")


def write_names(
    names: Iterable[Name],
    encode: Callable[[str], str] = str,
    biblatex: bool = False,
    drops: bool = False,
) -> str:
    """Return the names as one field, joined by "and"."""
    return " and ".join(write_name(name, encode, biblatex, drops) for name in names)


def _write_extended(name: Name, encode: Callable[[str], str]) -> str:
    """part (", " part)*; a second, non-dropping particle is a group before the family name."""
    dropping = name.dropping_particle
    family = encode(name.family)
    if dropping and name.particle:
        family = _written_group(name.particle, encode) + (family or "{}")
    parts = (
        ("family", family),
        ("given", encode(name.given)),
        ("prefix", encode(dropping or name.particle)),
        ("suffix", encode(name.suffix)),
    )
    written = [f"{word}={{{part}}}" for word, part in parts if part]
    if dropping:
        written.append("useprefix=false")
    return ", ".join(written)


def _braced(part: str, encode: Callable[[str], str], given: bool = False) -> str:
    """A part, in braces where its words would be taken for other parts or other names."""
    if part.isalpha() and part.lower() not in ("and", "others"):
        return encode(part)
    words = _WORD_GAP.split(part)
    splits = (
        any(char in part for char in ",={")
        or part[:1] in _DASHES
        or part[-1:] in _DASHES
        or any(word.lower() in ("and", "others") for word in words)
        or (not given and any(is_lower(word) for word in words[:-1] if word))
    )
    return "{" + encode(part) + "}" if splits else encode(part)
