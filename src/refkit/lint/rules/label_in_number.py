"""The volume or number contains its label.

Styles add "vol." and "no." themselves, in the language of the document.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {Vol. 12},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {12},
    }

Fix: unsafe: the label is removed.
Source: the BibTeX manual (btxdoc, 1988), 3.2; biber's data model, integer fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_LABEL = lazy_pattern(
    r"(?i)^\s*(?:vol(?:umes?|s?\.)?|no\.|nos\.|nr\.?|num(?:ber|\.)?|issue|iss\.|bd\.?|band|heft|jg\.?|ch(?:apter|ap\.|\.))"
    r"[\s~]*(?=[\dIVXLC])"
)


@rule(
    "PAG225", "label-in-number", fields=("volume", "number", "issue", "chapter"),
    types=("article", "book", "inbook", "incollection", "inproceedings", "proceedings"), prose=False,
)  # fmt: skip
def label_in_number(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for the label before the number."""
    if field.value[:1].isdecimal():
        return
    match = _LABEL.match(field.value)
    if match is None or (field.name == "number" and entry.type != "article"):
        return
    raw = entry.source.slice(field.value_span)
    fix = None
    if raw[1:-1] == field.value:
        text = raw[0] + field.value[match.end() :] + raw[-1]
        fix = Fix((Edit(field.value_span, text),), Safety.UNSAFE, f"remove `{match[0].strip()}`")
    yield Finding(
        field.value_span,
        f"`{match[0].strip()}` in `{field.name}` is written by styles; leave only the number",
        fix,
    )
