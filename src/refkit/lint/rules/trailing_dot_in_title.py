"""The title ends in a full stop.

Styles add their own punctuation after a title. Some then print two full stops.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes.},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: the full stop is removed.
Source: Zotero's linter and veracite have the same check. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.organizations import ABBREVIATIONS
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_DOT = lazy_pattern(r"[^\W\d]{3}(\.)\}*$")
_ABBREVIATION = lazy_pattern(rf"(?i)\b(?:{'|'.join(ABBREVIATIONS)}|etc|vol|jr|proc)\.\}}*$")


@rule("TTL222", "trailing-dot-in-title", fields=("title",), default=False)
def trailing_dot_in_title(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a full stop after a word that is not an abbreviation."""
    match = _DOT.search(field.value)
    if match is None or _ABBREVIATION.search(field.value):
        return
    mark = Mark(*match.span(1), "`title` ends in a full stop, which styles add; remove it", "")
    yield from findings_at(field, entry, [mark], "remove the full stop")
