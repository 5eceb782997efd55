"""A field has no value.

An empty field is like a missing one: the standard styles warn if the field is required and otherwise omit it.
In an entry with `crossref`, it hides the value of the parent. The rule skips fields that no style prints,
such as AUCTeX's `OPTnote`. In CSL-JSON, `null` and a date without a year are empty, too.

Example:

    @book{smith2020,
      title = {On Tides},
      volume = {},
    }

Use instead:

    @book{smith2020,
      title = {On Tides},
    }

Fix: safe: the field is removed, unless its type requires it, or it hides another field of the same name or of
a parent.
Source: BibTeXing (btxdoc, 1988), section 3.2: empty$ treats a missing field and an empty one alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.bibtex import UNPRINTED_FIELDS
from refkit.lint.facts import dialect, inherits, remove_field
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Fix, Safety, rule
from refkit.lint.rules.missing_field import FREE, missing_groups
from refkit.lint.rules.unknown_type import is_style_control
from refkit.model.entry import Entry, Field
from refkit.model.misspelt_names import PRINTED

_CHECKED = PRINTED - UNPRINTED_FIELDS
_BLANK = frozenset(' {}"~')


@rule("FLD102", "empty-field", severity="info", formats=(*TEX_FORMATS, "csl-json"))
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report values that contain only spaces and braces, in fields that styles print."""
    if entry.source.format == "csl-json":
        yield from _in_json(entry)
        return
    for field in entry.fields:
        value = field.value
        blank = not value or (value[0] in _BLANK and len(value) < 20 and _BLANK.issuperset(value))
        if (
            blank
            and field.name in _CHECKED
            and not _is_macro(field, entry)
            and not is_style_control(entry.type)
        ):
            yield _finding(field, entry, context)


def _in_json(entry: Entry) -> Iterator[Finding]:
    """Report the empty variables of a record of CSL-JSON."""
    from refkit.lint.json_members import is_blank, missing_members, written_name

    for field in entry.fields:
        name = written_name(field, entry)
        if is_blank(name, field.value) and name not in missing_members(entry):
            yield Finding(field.value_span, f"`{name}` is empty; fill it in or remove it")


def _finding(field: Field, entry: Entry, context: Context) -> Finding:
    if _is_required(field, entry, context):
        message = f"`{field.name}` is empty, but `@{entry.type}` requires it; fill it in"
        return Finding(field.span, message)
    keeps = inherits(entry) or _hides_another(field, entry)
    edit = None if keeps else remove_field(entry, field)
    fix = Fix((edit,), Safety.SAFE, f"remove the empty `{field.name}`") if edit else None
    return Finding(field.span, f"`{field.name}` is empty; fill it in or remove it", fix)


def _hides_another(field: Field, entry: Entry) -> bool:
    """Whether another field of the same name would be used instead."""
    return any(f.name == field.name and f.span != field.span for f in entry.fields)


def _is_required(field: Field, entry: Entry, context: Context) -> bool:
    """Whether the entry would lack a required field without this one."""
    if entry.type in FREE:
        return False
    fields, written_in = frozenset(entry.by_name()), dialect(context)
    lacking = missing_groups(entry.type, written_in, fields - {field.name})
    return len(lacking) > len(missing_groups(entry.type, written_in, fields))


def _is_macro(field: Field, entry: Entry) -> bool:
    """Whether the value is an undefined macro, which another rule reports."""
    return entry.source.text[field.value_span.start] not in '{"'
