"""The date has a month without a year, or a day without a month.

Styles print nothing, or an incomplete date.

Example:

    @misc{smith2020,
      title = {On Tides},
      month = may,
    }

Use instead:

    @misc{smith2020,
      title = {On Tides},
      year = {2020},
      month = may,
    }

Fix: none, because refkit does not know the right year.
Source: BibTeXing (btxdoc, 1988), section 3.2, `month`; plain.bst, format.date: "there's a month but no
year".
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import all_fields, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule("DAT203", "month-without-year", fields=("month", "day"))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report months without a year and days without a month."""
    own = entry.by_name()
    if not field.value or "date" in own:
        return
    wanted = "year" if field.name == "month" else "month"
    if wanted not in own and not {wanted, "date"} & set(all_fields(entry)):
        yield Finding(
            field.span,
            f"`{field.name}` is {shown(field.value)}, but there is no `{wanted}`; add it",
        )
