"""The names are separated by something other than `and`.

BibTeX splits names only at the word `and`. With `;` or `&`, all authors become one person, who is sorted,
abbreviated and counted as one.

Example:

    @article{smith2015,
      author = {Holm, Ingrid; Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: unsafe: `;` and `&` between names become `and`; the output changes as intended.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.persons import masked
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_SEPARATOR = lazy_pattern(r"\s*(?:;\s*(?:and\b\s*|\\?&\s*)?|,?\s*\\?&)\s*")


@rule(
    "NAM220", "name-separator", fields=("author", "editor", "translator", "bookauthor"), prose=False
)
def name_separator(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report `;` and `&` outside braces."""
    if ";" not in field.value and "&" not in field.value:
        return
    text = masked(field.value)
    # Another rule reports HTML entities (`&uuml;`, `&#228;`).
    if re.search(r"&#?\w+;", text):
        return
    marks = [match for match in _SEPARATOR.finditer(text) if match.end() < len(text)]
    if not marks:
        return
    mark = marks[0][0].strip()
    start = marks[0].end() - len(marks[0][0].lstrip())
    yield Finding(
        part_span(field, entry, start, start + len(mark)),
        f"`{mark}` separates names in `{field.name}`, but BibTeX requires `and`; write `and`",
        _fix(field, entry),
    )


def _fix(field: Field, entry: Entry) -> Fix | None:
    """Return the edits of the separators, if the value is the same text in the file."""
    raw = entry.source.slice(field.value_span)
    if raw[1:-1] != field.value or masked(field.value).count("&") + field.value.count(";") == 0:
        return None
    start = field.value_span.start + 1
    text = masked(field.value)
    edits = tuple(
        Edit(Span(start + match.start(), start + match.end()), " and ")
        for match in _SEPARATOR.finditer(text)
        if match.start() > 0 and match.end() < len(text)
    )
    return Fix(edits, Safety.UNSAFE, "write `and` between the names") if edits else None
