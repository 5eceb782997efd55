r"""The note or the venue contains what a database or a program wrote for itself.

Scopus and Web of Science write how often a work was cited (`cited By 12`, `Times Cited: 34`), Mendeley the remains of
merged entries (`From Duplicate 2`), and Zotero the lines of its field Extra (`Publisher: SAGE`,
`\_eprint: https://...`). Styles print the note in the reference. Scopus also adds the subseries to the names of
series: `Lecture Notes in Computer Science (including subseries ...)`.

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
Source: exports of Scopus, Web of Science, Mendeley, Zotero and Better BibTeX in public .bib files.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

VENUES = ("journal", "journaltitle", "booktitle", "series")
NOTES = ("note", "annote", "annotation")
FIELDS = (*NOTES, *VENUES)
_SUBSERIES = lazy_pattern(r"(?i)\(including (?:its )?subseries [^()]*\)?")
_LINE = lazy_pattern(
    r"(?i)\s*(?:cited by\s*:?\s*\d+|times cited(?: in [\w ]{1,40})?:\s*\d+|cited references? count:\s*\d+"
    r"|total times cited:\s*\d+|wos:[a-z]?\d{4}[\da-z]{8,}|isi:\d{9,}"
    r"|export date:|query date:|conference of .*conference code:"
    r"|\\?_eprint:|tex\.\w+\s?[:=]|(?-i:Publisher|Number|Series Title|Series Number|ISSN|Place|Conference Name"
    r"|Num Pages|Journal Abbreviation|Archive Location|Meeting Name|Page Version ID|Container-title|OCLC|Citation Key"
    r"|Backup Publisher|Accession Number|Event-place):\s*\S)"
)
# What Mendeley leaves in the annotation when it merges entries.
_MERGED = lazy_pattern(r"(?i)\s*from duplicates? \d+ ?\(")


@rule(
    "FLD232", "exported-note", severity="warning", fields=FIELDS, cues=("subseries",), cued=VENUES
)
def exported_note(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the start of a note with the lines that programs write."""
    if field.name in VENUES:
        yield from _subseries(field)
        return
    is_note = field.name == "note"
    if _MERGED.match(field.value) or (is_note and _LINE.match(field.value)):
        effect = ", and styles print it" if is_note else ""
        message = f"`{field.name}` contains what a database or a program wrote for itself{effect}; remove it"
        yield Finding(field.value_span, message)


def _subseries(field: Field) -> Iterator[Finding]:
    match = _SUBSERIES.search(field.value) if "subseries" in field.value else None
    if match:
        name = shown(field.value[: match.start()].strip())
        message = f"`{field.name}` contains the subseries, which Scopus adds; write only {name}"
        yield Finding(field.value_span, message)
