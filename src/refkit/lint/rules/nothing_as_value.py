"""The value is a placeholder for a missing value.

"n/a", "unknown" and "???" are printed unchanged. Omit fields without a value.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {n/a},
      year = {2015},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
    }

Fix: none, because refkit does not know the right value.
Source: Zotero's linter has the same check; the words are in `refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import EMPTY_VALUES
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field

PRINTED = frozenset((
    "title", "author", "editor", "journal", "journaltitle", "booktitle", "publisher", "volume",
    "number", "address", "location", "school", "institution", "organization", "series", "edition", "doi", "isbn",
    "issn", "url", "note", "howpublished", "chapter",
))  # fmt: skip


@rule("FLD227", "nothing-as-value", severity="error")
def nothing_as_value(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the values with the words that mean "nothing"."""
    for field in entry.fields:
        value = field.value
        if len(value) <= 20 and not value.isdecimal() and field.name in PRINTED:
            yield from _in_field(field)


def _in_field(field: Field) -> Iterator[Finding]:
    word = field.value.strip(" {}[]().").lower()
    # "X" can be a volume or an author, and "unknown" the author of an old book.
    if word not in EMPTY_VALUES or (
        word == "x" and field.name in ("volume", "number", "author", "title", "edition")
    ):
        return
    if field.name in ("author", "editor", "title") and word in (
        "unknown",
        "untitled",
        "none",
        "no title",
    ):
        return
    yield Finding(
        field.value_span,
        f"`{field.name}` is {shown(field.value)}; check it, or remove the field",
    )
