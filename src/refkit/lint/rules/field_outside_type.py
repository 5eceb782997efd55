"""A field is not part of the data model of this entry type.

Styles support the fields of each type and usually ignore others.

Example:

    @article{smith2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      publisher = {Sand Press},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because another tool may need the field.
Source: biber's data model (blx-dm.def); for BibTeX files, the BibTeX manual (btxdoc, 1988), 3.1. A hint, off
by default; `field-of-other-type` reports the fields that indicate an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data import biblatex, bibtex
from refkit.lint.facts import dialect
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry

# Fields that newer BibTeX styles print for every type.
EVERYWHERE = frozenset(
    "doi eprint eprinttype eprintclass archiveprefix primaryclass url urldate issn isbn note key crossref xdata ids "
    "keywords abstract file language langid annote annotation options "
    "pubstate".split()  # which rules about dates recommend
)


@rule("FLD225", "field-outside-type", severity="info", default=False)
def field_outside_type(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the fields with those of the type."""
    allowed = _allowed(entry.type, dialect(context))
    if not allowed:
        return
    for field in entry.fields:
        known = field.name in bibtex.FIELDS or field.name in biblatex.FIELDS
        if known and field.name not in allowed:
            message = f"`@{entry.type}` has no field `{field.name}`, so styles ignore it; remove or rename it"
            yield Finding(field.name_span, message)


@lru_cache(128)
def _allowed(kind: str, dialect: str) -> frozenset[str]:
    """Return all fields of a type, or an empty set for types without a fixed set."""
    classic = bibtex.ENTRY_TYPES.get(kind)
    modern = biblatex.ENTRY_TYPES.get(biblatex.TYPE_ALIASES.get(kind, kind))
    known = classic if dialect == "bibtex" and classic else modern
    if known is None or kind in ("misc", "customa", "set", "xdata"):
        return frozenset()
    required = {name for group in known.required for name in group}
    names = required | known.optional | EVERYWHERE | biblatex.SPECIAL_FIELDS
    aliases = {alias for alias, name in biblatex.FIELD_ALIASES.items() if name in names}
    return frozenset(names | aliases | {"year", "month", "date"})
