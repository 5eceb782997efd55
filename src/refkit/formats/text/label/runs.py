"""Find runs of one label in the tokens of a reference, and recognize words of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from refkit.data.words import conjunctions, particles
from refkit.formats.text.label.tokens import Tokens
from refkit.patterns import lazy_pattern

Rule = Callable[[Tokens, list[str]], list[str]]

EDGES = " \xa0“”\"'()[]{},;:.«»„‘’"
WORKS = {"title", "container-title"}
IN = lazy_pattern(r"(?:in|dans|en|im|nel)\b", re.IGNORECASE)


def run_end(labels: Sequence[str], start: int) -> int:
    """Return the end of the run of one label that starts at a token."""
    end = start
    while end < len(labels) and labels[end] == labels[start]:
        end += 1
    return end


def head_start(labels: Sequence[str]) -> int:
    """Return the index of the first token after a citation number, if any."""
    return 1 if labels[:1] == ["citation-number"] else 0


# Names

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
