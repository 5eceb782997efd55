"""A field has no value.

BibTeX's styles warn of it where the field is required and leave it out where it is not, so it says nothing
that its absence would not say; in an entry with `crossref` it hides the parent's value.

Example:

    @book{smith2020,
      title = {On Tides},
      volume = {},
    }

Use instead:

    @book{smith2020,
      title = {On Tides},
    }

Fix: safe: the field is taken out, unless the entry inherits fields from another.
Source: BibTeXing (btxdoc, 1988), section 3.2: empty$ treats a missing field and an empty one alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import inherits, remove_field
from refkit.lint.rule import Context, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field

_BLANK = frozenset(" {}\"~")


@rule("FLD102", "empty-field")
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Find a value of nothing but blanks and braces."""
    if field.value and (len(field.value) > 20 or not _BLANK.issuperset(field.value)):
        return
    if _is_macro(field, entry):
        return
    edit = None if inherits(entry) else remove_field(entry, field)
    fix = Fix((edit,), Safety.SAFE, f"take out the empty `{field.name}`") if edit else None
    yield Finding(field.span, f"`{field.name}` is empty; fill it in or take it out", fix)


def _is_macro(field: Field, entry: Entry) -> bool:
    """Whether the value is a name that stands for nothing, which is a fault of another kind."""
    return entry.source.text[field.value_span.start] not in '{"'
