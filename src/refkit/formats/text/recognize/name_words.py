"""Recognize words of names: family names, initials, particles and the words between names."""

from __future__ import annotations

from refkit.data.words import conjunctions, particles
from refkit.patterns import lazy_pattern

EDGES = " \xa0“”\"'()[]{},;:.«»„‘’"
ANDS = conjunctions.ANDS | {"&"}
BEFORE_FAMILY = particles.PARTICLES | {"v"}
PARTICLES = ANDS | BEFORE_FAMILY | {"con", "mit", "st"}
OTHERS = {"al", "others", "autres", "alii"}
INITIALS = lazy_pattern(r"[^\W\d_](?:\.?[- ]?[^\W\d_])*")


def is_of_a_name(core: str) -> bool:
    """Whether a word can be part of a name."""
    if not core or any(map(str.isdigit, core)):
        return False
    lower = core.lower()
    return (
        core[0].isupper()
        or lower in PARTICLES
        or lower in OTHERS
        or lower[:2] in ("d'", "d’", "o'")
    )


def is_initials(core: str) -> bool:
    """Whether a word is one capital letter or several with full stops."""
    return (
        core[:1].isupper()
        and (len(core) == 1 or "." in core)
        and INITIALS.fullmatch(core) is not None
    )
