"""A field has a name that is one or two slips from a known one.

A style prints only the fields that it knows. A misspelt name is not reported by anybody: the volume, the
pages or the DOI are just missing from the printed reference.

Example:

    @article{smith2020,
      title = {On Tides},
      vloume = {12},
    }

Use instead:

    @article{smith2020,
      title = {On Tides},
      volume = {12},
    }

Fix: unsafe, where the entry lacks the field that is meant: it is renamed.
Source: BibTeXing (btxdoc, 1988), section 3.2; the biblatex manual, section 2.2; fields of natbib, REVTeX,
JabRef, BibDesk, Mendeley, DBLP and others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from refkit.data import biblatex, bibtex
from refkit.lint.facts import near_word
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field

PRINTED = bibtex.FIELDS | biblatex.FIELDS | {"doi", "eprint", "isbn", "issn", "url", "urldate"}
# Fields that other rules look into, printed or not.
READ = frozenset("accessed lastaccessed orcid origyear eissn pmid pmcid status".split())
KNOWN = PRINTED | bibtex.COMMON_FIELDS | READ


@rule("FLD103", "misspelt-field")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Find unknown names that are near a known one."""
    if KNOWN.issuperset(entry.by_name()):
        return
    for field in entry.fields:
        meant = _meant(field.name) if is_unknown(field.name) else ""
        if meant:
            yield _finding(field, entry, meant)


@cache
def _meant(name: str) -> str:
    return near_word(name, PRINTED)


def is_unknown(name: str) -> bool:
    """Whether no style and no common tool knows a field of this name."""
    return name not in KNOWN and not name.startswith(bibtex.COMMON_PREFIXES)


def _finding(field: Field, entry: Entry, meant: str) -> Finding:
    message = f"no style prints `{field.name}`; did you mean `{meant}`?"
    if entry.get(meant) is not None:
        return Finding(field.name_span, message)
    edit = Edit(field.name_span, meant)
    return Finding(field.name_span, message, Fix((edit,), Safety.UNSAFE, f"rename it to `{meant}`"))
