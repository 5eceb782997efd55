"""The field name looks like a typo.

Styles print only the fields they know and ignore others without a warning, so the volume, the pages or the
DOI are missing from the formatted reference. The rule skips names that were disabled on purpose (`_note`,
`//note`, `xnote`, `note-old`).

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

A name that was switched off on purpose (`_note`, `//note`, `xnote`, `note-old`) is not reported.

Fix: unsafe, if the entry lacks the intended field: it is renamed.
Source: BibTeXing (btxdoc, 1988), section 3.2; the biblatex manual, section 2.2; fields of natbib, REVTeX,
JabRef, BibDesk, Mendeley, DBLP and others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data import biblatex, bibtex
from refkit.lint.facts import near_word
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

PRINTED = bibtex.FIELDS | biblatex.FIELDS | {"doi", "eprint", "isbn", "issn", "url", "urldate"}
# Fields that other rules use.
READ = frozenset("accessed lastaccessed orcid origyear eissn pmid pmcid status".split())
_MARKS = lazy_pattern(r"[\W\d_]+")  # what sets a part of a name apart
KNOWN = PRINTED | bibtex.COMMON_FIELDS | READ


@rule("FLD103", "misspelt-field", severity="error")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report unknown names that are similar to a known one."""
    if KNOWN.issuperset(entry.by_name()):
        return
    taken = set(entry.by_name())
    for field in entry.fields:
        meant = meant_field(field.name) if is_unknown(field.name) else ""
        if meant:
            yield _finding(field, meant, meant in taken)
            taken.add(meant)


@lru_cache(1024)
def meant_field(name: str) -> str:
    """Return the field that an unknown name is a typo of, or the empty string.

    A whole name with a word before or after it (`oldnote`, `zmnumber`) is no typo.
    """
    meant = near_word(name, PRINTED)
    compound = len(name) > len(meant) + 1 and name.startswith(meant) | name.endswith(meant)
    return "" if compound else meant


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


def _finding(field: Field, meant: str, doubled: bool) -> Finding:
    message = f"no style prints `{field.name}`; did you mean `{meant}`?"
    if doubled:
        return Finding(field.name_span, message)
    edit = Edit(field.name_span, meant)
    return Finding(field.name_span, message, Fix((edit,), Safety.UNSAFE, f"rename it to `{meant}`"))
