r"""The note is what a database or a program wrote for itself.

Scopus writes how often a work was cited (`cited By 12`), and Zotero the lines of its field Extra (`Publisher: SAGE`,
`\_eprint: https://...`). Styles print the note in the reference.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {Heather},
      journal = {Upland Botany},
      year = {2015},
      note = {Publisher: Upland Press},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {Heather},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: none, because a line can contain a fact that belongs in another field.
Source: exports of Scopus, Zotero and Better BibTeX in public .bib files.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_LINE = lazy_pattern(
    r"(?i)\s*(?:cited by:?\s*\d+|export date:|query date:|conference of .*conference code:"
    r"|\\?_eprint:|tex\.\w+\s?[:=]|(?-i:Publisher|Number|Series Title|Series Number|ISSN|Place|Conference Name"
    r"|Num Pages|Journal Abbreviation|Archive Location|Meeting Name|Page Version ID|Container-title|OCLC|Citation Key"
    r"|Backup Publisher|Accession Number|Event-place):\s*\S)"
)


@rule("FLD232", "exported-note", severity="warning", fields=("note",))
def exported_note(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the start of a note with the lines that programs write."""
    if _LINE.match(field.value):
        message = "`note` contains what a database or a program wrote for itself, and styles print it; remove it"
        yield Finding(field.value_span, message)
