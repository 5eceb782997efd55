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

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
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
    """Report labels before the number."""
    if field.value[:1].isdecimal():
        return
    match = _LABEL.match(field.value)
    if match is None or (field.name == "number" and entry.type != "article"):
        return
    label = match[0].strip()
    message = f"`{label}` in `{field.name}` is added by styles; keep only the number"
    yield from findings_at(field, entry, [Mark(*match.span(), message, "")], f"remove `{label}`")
