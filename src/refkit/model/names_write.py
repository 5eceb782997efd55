"""Writer for names in BibTeX and BibLaTeX, so that they are read back with the same parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from refkit.model.name import Name
from refkit.model.names import APOSTROPHES, JOINING_MARKS, is_lower
from refkit.patterns import lazy_pattern
from refkit.records import replace

_WORD_GAP = lazy_pattern(r"[\s\u00a0-]+")
_NARROW_SPACE = lazy_pattern(r"[\u2007\u2009\u202f]")  # as in `D. M.`: no line break
_ODD_SPACE = lazy_pattern(r"[^\S \u00a0]")
_DASHES = ("-", "–", "—")
_LONG_DASH = lazy_pattern(r"-{2,}|[–—]")


def write_name(
    name: Name,
    encode: Callable[[str], str] = str,
    biblatex: bool = False,
    is_dropping: bool = False,
) -> str:
    """Return the name so that it is read back with the same parts, with each part passed through `encode`.

    BibTeX supports one particle, in lower case. Others are written in brace groups before the family name, which
    TeX typesets like words without braces: `de {La }Fontaine`. With `biblatex`, such names are written in the
    extended form (`family=..., prefix=...`). `is_dropping` means that the entry has the option `useprefix=false`.
    """
    if name.others:
        return "others"
    text = str(name)
    if not text.isprintable():
        name = _with_plain_spaces(name)
    if "–" in text or "—" in text:
        encode = _bracing_dashes(encode)
    if name.literal:
        tex = encode(name.literal)
        return "{{" + tex + "}}" if tex.startswith("\\") else "{" + tex + "}"
    if biblatex and not is_dropping and _needs_parts(name):
        return _write_extended(name, encode)
    last = _write_last(name, encode, is_dropping)
    given = _brace_part(name.given, encode, given=True)
    if name.suffix:
        return f"{last}, {_brace_part(name.suffix, encode, given=True)}, {given or '{}'}"
    return last if last.isalnum() and not given else f"{last}, {given or '{}'}"


def _with_plain_spaces(name: Name) -> Name:
    """Return the name with a space or a tie for every other white space.

    `\\,` for a thin space contains a comma, which separates the parts of a name; BibTeX separates words only at a
    space, tab, line break, tie or hyphen.
    """
    return replace(
        name,
        family=_with_spaces_or_ties(name.family),
        given=_with_spaces_or_ties(name.given),
        particle=_with_spaces_or_ties(name.particle),
        dropping_particle=_with_spaces_or_ties(name.dropping_particle),
        suffix=_with_spaces_or_ties(name.suffix),
        literal=_with_spaces_or_ties(name.literal),
    )


def _with_spaces_or_ties(text: str) -> str:
    return _ODD_SPACE.sub(" ", _NARROW_SPACE.sub("\u00a0", text))


def _bracing_dashes(encode: Callable[[str], str]) -> Callable[[str], str]:
    """Return `encode` with braces around dashes, of which BibTeX keeps one hyphen between two words."""
    return lambda part: _LONG_DASH.sub(r"{\g<0>}", encode(part))


def _needs_parts(name: Name) -> bool:
    """Whether the name needs the extended form; a part in it cannot end in a space (`de' Medici`)."""
    if name.dropping_particle.endswith(" ") or name.particle.endswith(" "):
        return False
    return bool(name.dropping_particle) or not is_von(name.particle)


def is_von(particle: str) -> bool:
    """Whether BibTeX reads a particle as such: it is empty, or a separate word in lower case."""
    if particle.endswith((*APOSTROPHES, "‐", "–")) or _has_separator(particle):
        return False
    return not particle or is_lower(_WORD_GAP.split(particle.rstrip("- "))[-1])


def _has_separator(part: str) -> bool:
    """Whether words or characters of a name part separate names or parts unless they are in braces."""
    words = _WORD_GAP.split(part)
    return any(char in part for char in ",={") or any(
        word.lower() in ("and", "others") for word in words
    )


def _write_last(name: Name, encode: Callable[[str], str], is_dropping: bool) -> str:
    """last = [von] [group] family | group group family; a group alone is the non-dropping particle."""
    dropping, particle = name.dropping_particle, name.particle
    family = _brace_part(name.family, encode) or "{}"
    if is_dropping or not dropping:
        von = dropping or particle
        if is_von(von):
            return _write_von(von, encode) + family
        is_separate = not von.endswith(JOINING_MARKS) or (
            von.endswith(APOSTROPHES) and is_lower(von)
        )
        return ("" if is_separate else "{}") + _write_group(von, encode) + family
    before = (_write_von if is_von(dropping) else _write_group)(dropping, encode)
    return before + _write_group(particle, encode) + family


def _write_von(von: str, encode: Callable[[str], str]) -> str:
    return encode(von) + ("" if not von or von.endswith(("-", " ")) else " ")


def _write_group(particle: str, encode: Callable[[str], str]) -> str:
    """Return a particle in braces, with the space that separates it from the family name."""
    tex = encode(particle)
    if tex.startswith("\\"):
        tex = "{" + tex + "}"  # otherwise BibTeX reads the group as a letter
    is_joined = not particle or particle.endswith((*JOINING_MARKS, " "))
    return "{" + tex + ("}" if is_joined else " }")


def write_names(
    names: Iterable[Name],
    encode: Callable[[str], str] = str,
    biblatex: bool = False,
    is_dropping: bool = False,
) -> str:
    """Return the names as one field, joined by "and"."""
    return " and ".join(write_name(name, encode, biblatex, is_dropping) for name in names)


def _write_extended(name: Name, encode: Callable[[str], str]) -> str:
    """part (", " part)*; a second, non-dropping particle is a group before the family name."""
    dropping = name.dropping_particle
    family = encode(name.family)
    if dropping and name.particle:
        family = _write_group(name.particle, encode) + (family or "{}")
    parts = (
        ("family", family),
        ("given", encode(name.given)),
        ("prefix", encode(dropping or name.particle)),
        ("suffix", encode(name.suffix)),
    )
    tex = [f"{word}={{{part}}}" for word, part in parts if part]
    if dropping:
        tex.append("useprefix=false")
    return ", ".join(tex)


def _brace_part(part: str, encode: Callable[[str], str], given: bool = False) -> str:
    """Return a name part, in braces if its words could be read as other parts or other names."""
    if part.isalpha() and part.lower() not in ("and", "others"):
        return encode(part)
    words = _WORD_GAP.split(part)
    needs_braces = (
        _has_separator(part)
        or part.startswith(_DASHES)  # would separate words, or be a group of a particle
        or part.endswith(_DASHES)
        or (not given and any(is_lower(word) for word in words[:-1] if word))
    )
    return "{" + encode(part) + "}" if needs_braces else encode(part)
