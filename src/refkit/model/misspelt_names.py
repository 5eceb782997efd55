"""Names of fields and variables that are typos or abbreviations of known ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from refkit.data import biblatex, bibtex
from refkit.data.misspelt_fields import ABBREVIATIONS, OTHER_WORDS, TYPED_FIELDS
from refkit.errors import RefkitError
from refkit.patterns import lazy_pattern

PRINTED = bibtex.FIELDS | biblatex.FIELDS | {"doi", "eprint", "isbn", "issn", "url", "urldate"}
# Fields that other rules use.
READ = frozenset("accessed lastaccessed orcid origyear eissn pmid pmcid status".split())
_MARKS = lazy_pattern(r"[\W\d_]+")  # what sets a part of a name apart
KNOWN = PRINTED | bibtex.COMMON_FIELDS | READ
LONG = 8  # letters of a name in which two typos are possible


def verify_name(name: str) -> None:
    """Raise RefkitError for the name of a value to set that is a typo of a variable or field."""
    meant = meant_variable(name)
    if meant:
        raise RefkitError(
            f"no variable or field `{name}`; did you mean `{meant}`? "
            f'For a field of your own with this name, set `item.custom["{name}"]`'
        )


@lru_cache(1024)
def meant_variable(name: str) -> str:
    """Return the variable or field that a name is a typo or an abbreviation of, or the empty string."""
    from refkit.data.csl import VARIABLES

    lower = name.lower().replace("_", "-")
    if lower in VARIABLES or name.lower() in KNOWN or lower in OTHER_WORDS:
        return ""
    meant = _near(lower, [v for v in VARIABLES if "-" in v]) if "-" in lower else ""
    if not meant and is_unknown(name.lower()):
        others = (*VARIABLES, *bibtex.FIELDS, *biblatex.FIELDS) if len(lower) > 4 else ()
        meant = meant_field(lower) or _near(lower, others)
    return meant.replace("-", "_") if "_" in name else meant


@lru_cache(1024)
def meant_field(name: str) -> str:
    """Return the field that an unknown name is a typo or an abbreviation of, or the empty string.

    A whole name with a word or another letter before it, or a word after it (`oldnote`, `enote`) is not a typo.
    """
    if name in OTHER_WORDS:
        return ""
    meant = ABBREVIATIONS.get(name) or _near(name, TYPED_FIELDS)
    compound = len(name) > len(meant) + 1 and name.startswith(meant) | name.endswith(meant)
    prefixed = name[1:] == meant and name[0] != meant[:1]
    return "" if compound or prefixed else meant


def _near(name: str, names: Iterable[str]) -> str:
    """Return the name that differs by one typo, or by two in a long one with the same first letter."""
    letters = frozenset(name)
    near = [
        (distance(name, known), known)
        for known in names
        # a typo changes at most two letters of the two sets
        if abs(len(known) - len(name)) <= 2
        and len(name) > 3
        and len(letters.symmetric_difference(known)) <= 4
    ]
    typos, known = min(near, default=(3, ""))
    long = len(name) >= LONG and name[:1] == known[:1]
    return known if typos == 1 or (typos == 2 and long) else ""


@lru_cache(4096)
def distance(one: str, other: str) -> int:
    """Return the number of typos between two words (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            steps = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        before, above = above, row
    return above[-1]


@lru_cache(1024)
def is_unknown(name: str) -> bool:
    """Whether a name is unknown to styles and common tools and was not disabled on purpose."""
    known = name in KNOWN or name.startswith(bibtex.COMMON_PREFIXES)
    return not known and not _is_switched_off(name)


def _is_switched_off(name: str) -> bool:
    """Whether a known name was disabled on purpose: `_note`, `//note`, `xnote`, `note-old`, `title2`."""
    parts = _MARKS.split(name)
    if "" in parts or (name != (bare := name.strip("x")) and bare in KNOWN):
        return True
    return len(parts) > 1 and "".join(parts) not in KNOWN and not KNOWN.isdisjoint(parts)
