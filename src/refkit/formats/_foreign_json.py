"""Detection of other programs' JSON, which contains objects but is not CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.data.csl import VARIABLES
from refkit.formats._json_kind import PROGRAMS, json_kind

# Names that any JSON can use, so that they do not identify a CSL record.
_COMMON_NAMES = frozenset(
    """annote archive author authority dimensions division event illustrator keyword language license
    locator medium note number page references scale section source status version""".split()
)
_CSL_ONLY = VARIABLES - _COMMON_NAMES


def is_foreign(values: Mapping[str, object]) -> bool:
    """Whether an object is not a CSL record: it has no type, identifier or variable specific to CSL."""
    if "itemType" in values and "type" not in values:
        return True
    if not values:
        return False
    return not any(name in values for name in ("id", "type")) and _CSL_ONLY.isdisjoint(values)


def foreign_kind(text: str) -> str:
    """Return why a text with foreign objects is not read, and what to do."""
    kind = json_kind(text)
    if kind:
        return f"it is JSON of {PROGRAMS[kind]}, not CSL-JSON; read it with `--from {kind}`"
    return "it is JSON, but no object in it is a CSL-JSON record (with `id`, `type`, `title` ...)"
