"""The field is unknown to BibTeX, BibLaTeX and common tools.

No style prints the field. If that is intended, start its name with `x-`.

Example:

    @article{smith2020,
      title = {On Tides},
      impactfactor = {12},
    }

Use instead:

    @article{smith2020,
      title = {On Tides},
      x-impactfactor = {12},
    }

Fix: none, because only the author knows the purpose of the field.
Source: BibTeXing (btxdoc, 1988), section 3.2; the biblatex manual, section 2.2; fields of natbib, REVTeX,
JabRef, BibDesk, Mendeley, DBLP and others.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.model.misspelt_names import KNOWN, is_unknown, meant_field


@rule("FLD105", "unknown-field", severity="info", default=False)
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report unknown field names that are not similar to a known one."""
    if KNOWN.issuperset(entry.by_name()):
        return
    for field in entry.fields:
        if is_unknown(field.name) and not meant_field(field.name):
            yield Finding(
                field.name_span,
                f"no style prints `{field.name}`; check the name, or start it with `x-` if it is your own",
            )
