"""Detection of other programs' JSON, which contains objects but is not CSL-JSON."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.data.csl import VARIABLES
from refkit.patterns import lazy_pattern

# Names that any JSON can use, so that they do not identify a CSL record.
_COMMON_NAMES = frozenset(
    """annote archive author authority dimensions division event illustrator keyword language license
    locator medium note number page references scale section source status version""".split()
)
_CSL_ONLY = VARIABLES - _COMMON_NAMES
_ZOTERO = lazy_pattern(r'"itemType"\s*:')
_CROSSREF = lazy_pattern(r'"message-type"\s*:|"message"\s*:\s*\{')
_SEARCHED = 200_000  # characters; an export begins with its settings


def is_foreign(values: Mapping[str, object]) -> bool:
    """Whether an object is not a CSL record: it has no type, identifier or variable specific to CSL."""
    if "itemType" in values and "type" not in values:
        return True
    if not values:
        return False
    return not any(name in values for name in ("id", "type")) and _CSL_ONLY.isdisjoint(values)


def foreign_kind(text: str) -> str:
    """Return why a text with foreign objects is not read, and what to do."""
    if _ZOTERO.search(text, 0, _SEARCHED):
        return (
            "it is JSON of Zotero, not CSL-JSON; export it again as `Better CSL JSON`, `CSL JSON` or "
            "`BibLaTeX` (the web API gives `format=csljson`)"
        )
    if _CROSSREF.search(text, 0, _SEARCHED):
        return "it is an answer of Crossref's API, not CSL-JSON; give the records that are in `message`"
    return "it is JSON, but no object in it is a CSL-JSON record (with `id`, `type`, `title` ...)"
