"""An ISBN is in `issn`, or an ISSN in `isbn`.

An ISSN has eight characters, an ISBN ten or thirteen.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      issn = {978-3-598-21507-0},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      isbn = {978-3-598-21507-0},
    }

Fix: unsafe: the field is renamed, if the entry does not have the other field.
Source: ISO 2108 and ISO 3297.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_ISBN = lazy_pattern(rf"\s*{patterns.ISBN_DIGITS}\s*")
_ISSN = lazy_pattern(rf"\s*{patterns.ISSN}\s*")


@rule("IDS232", "isbn-as-issn", fields=("isbn", "issn"))
def isbn_as_issn(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report ISBNs in `issn` and ISSNs in `isbn`."""
    pattern, other = (_ISBN, "isbn") if field.name == "issn" else (_ISSN, "issn")
    if not pattern.fullmatch(field.value):
        return
    free = other not in entry.by_name() and entry.get(field.name) is field
    fix = (
        Fix((Edit(field.name_span, other),), Safety.UNSAFE, f"rename it to `{other}`")
        if free
        else None
    )
    yield Finding(
        field.value_span,
        f"{shown(field.value)} in `{field.name}` is an {other.upper()}; move it to `{other}`",
        fix,
    )
