"""JSON of other programs, which is not CSL-JSON although it holds objects."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.data.csl import VARIABLES
from refkit.patterns import lazy_pattern

# Names that JSON of any kind uses; on their own they do not make an object a CSL record.
_COMMON = frozenset(
    """annote archive author authority dimensions division event illustrator keyword language license
    locator medium note number page references scale section source status version""".split()
)
_TELLING = VARIABLES - _COMMON
_ZOTERO = lazy_pattern(r'"itemType"\s*:')
_CROSSREF = lazy_pattern(r'"message-type"\s*:|"message"\s*:\s*\{')
_ZOTERO_HEAD = 200_000  # characters; the settings of an export stand before its first item


def is_foreign(values: Mapping[str, object]) -> bool:
    """Whether an object is not a CSL record: it has neither type nor identifier nor a variable that tells."""
    if "itemType" in values and "type" not in values:
        return True
    if not values:
        return False
    return not any(name in values for name in ("id", "type")) and _TELLING.isdisjoint(values)


def foreign_kind(text: str) -> str:
    """Return why a text of foreign objects is not read, and what to do."""
    if _ZOTERO.search(text, 0, _ZOTERO_HEAD):
        return (
            "it is JSON of Zotero, not CSL-JSON; export it again as `Better CSL JSON`, `CSL JSON` or "
            "`BibLaTeX` (the web API gives `format=csljson`)"
        )
    if _CROSSREF.search(text, 0, _ZOTERO_HEAD):
        return "it is an answer of Crossref's API, not CSL-JSON; give the records that are in `message`"
    return "it is JSON, but no object in it is a CSL-JSON record (with `id`, `type`, `title` ...)"
