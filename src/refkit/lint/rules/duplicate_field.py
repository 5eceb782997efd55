"""A field appears twice in one entry.

BibTeX uses the first value and ignores the other; biber uses the last. The program determines which value is
printed. Fields that no style prints, such as `annote` and `file`, may appear twice.

Example:

    @article{smith2020,
      year = {2016},
      year = {2016},
    }

Use instead:

    @article{smith2020,
      year = {2016},
    }

Fix: safe, if both values are the same: the second is removed. None if they differ.
Source: bibtex.web, "I'm ignoring ...'s extra field".
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data import bibtex
from refkit.lint.facts import remove_field, shown
from refkit.lint.rule import Context, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field


@rule("FLD101", "duplicate-field", severity="error")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the second and later fields with the same name."""
    known = entry.by_name()
    if len(known) == len(entry.fields):
        return
    for field in entry.fields:
        first = known[field.name]
        if first.span != field.span and field.name not in bibtex.UNPRINTED_FIELDS:
            yield _finding(entry, field, first)


def _finding(entry: Entry, field: Field, first: Field) -> Finding:
    if field.value == first.value:
        edit = remove_field(entry, field)
        fix = Fix((edit,), Safety.SAFE, f"remove the second `{field.name}`") if edit else None
        message = f"`{field.name}` appears twice with the same value; remove one"
        return Finding(field.name_span, message, fix)
    return Finding(
        field.name_span,
        f"`{field.name}` appears twice: BibTeX uses the first, {shown(first.value)}, biber the last, "
        f"{shown(field.value)}; keep the right one",
    )
