"""A field appears more than once in one entry.

BibTeX uses the first value and ignores the other; biber uses the last. The program determines which value is
printed. Fields that no style prints, such as `annote` and `file`, may appear more than once.

Example:

    @article{smith2020,
      year = {2016},
      year = {2016},
    }

Use instead:

    @article{smith2020,
      year = {2016},
    }

Fix: safe, if both values are the same: all but the first are removed. None if they differ.
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
    """Report a name that several fields have, at the second of them."""
    known = entry.by_name()
    if len(known) == len(entry.fields):
        return
    again: dict[str, list[Field]] = {}
    for field in entry.fields:
        if field.span != known[field.name].span and field.name not in bibtex.UNPRINTED_FIELDS:
            again.setdefault(field.name, []).append(field)
    for name, fields in again.items():
        yield _finding(entry, known[name], fields)


def _finding(entry: Entry, first: Field, again: list[Field]) -> Finding:
    name = f"`{first.name}`"
    times = "twice" if len(again) == 1 else f"{len(again) + 1} times"
    other = next((field for field in again if field.value != first.value), None)
    if other is None:
        edits = [edit for field in again if (edit := remove_field(entry, field))]
        what = f"the second {name}" if len(again) == 1 else f"all {name} but the first"
        fix = Fix(tuple(edits), Safety.SAFE, f"remove {what}") if len(edits) == len(again) else None
        message = f"{name} appears {times} with the same value; remove all but one"
        return Finding(again[0].name_span, message, fix)
    return Finding(
        other.name_span,
        f"{name} appears {times}: BibTeX uses the first, {shown(first.value)}, biber the last, "
        f"{shown(again[-1].value)}; keep the right one",
    )
