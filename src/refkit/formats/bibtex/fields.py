"""Conversion of entries to items: types and fields of BibTeX and BibLaTeX to those of CSL.

Every field becomes a variable, a part of one, or a member of `custom`. If several fields have the same variable,
the order in the table decides which is used; the others are kept in `custom`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from refkit.data.bibtex_csl import (
    ISSUE_TYPES,
    ITEM_TYPES,
    OTHER_ITEM_TYPE,
    RAW_FIELDS,
    RAW_PREFIXES,
    RESOLVED_FIELDS,
    ROWS,
    SERIES_TYPES,
    STYLE_ITEM_TYPES,
    WHOLE_TYPES,
)
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.formats.bibtex.combined_fields import COMBINED_FIELDS, read_combined_fields
from refkit.formats.bibtex.fields_read import (
    READERS,
    read_custom,
    read_date,
    read_key,
    read_name_list,
    read_nothing,
    read_pages,
    read_pending,
    read_raw,
    read_text,
    read_title,
)
from refkit.formats.bibtex.item_builder import (
    EntryItemBuilder,
    FieldStep,
    NamesOnDemand,
    ReadingPlan,
)
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item

__all__ = ["build_item", "build_item_on_demand"]


def build_item(entry: Entry, fields: Mapping[str, Field], dialect: str) -> tuple[Item, list[Fault]]:
    """Return the item of an entry, and the faults in its names, dates and TeX."""
    builder = EntryItemBuilder(entry, _reading_plan(entry.type))
    _read_fields(builder, fields)
    return builder.item, builder.faults


def build_item_on_demand(entry: Entry, fields: Mapping[str, Field]) -> Item:
    """Return the same item without its faults, and with names that are parsed when they are first used."""
    builder = EntryItemBuilder(entry, _reading_plan(entry.type), NamesOnDemand())
    _read_fields(builder, fields)
    return builder.item


def _read_fields(builder: EntryItemBuilder, fields: Mapping[str, Field]) -> None:
    steps = builder.plan.steps
    for name, field in fields.items():
        if field.value:
            step = steps.get(name) or _unknown_step(name)
            step.read(builder, field, step.variable)
    read_combined_fields(builder)


@lru_cache(128)
def _reading_plan(entry_type: str) -> ReadingPlan:
    """Return the reading plan of an entry type."""
    steps: dict[str, FieldStep] = {}
    for row in ROWS:
        for rank, name in enumerate(row.fields):
            steps[name] = FieldStep(READERS[row.kind], row.variable, rank)
    item_type = _item_type(entry_type)
    if entry_type in ISSUE_TYPES or item_type.startswith("article-"):
        steps["number"] = FieldStep(read_text, "issue", -1)
    elif entry_type in SERIES_TYPES:
        steps["number"] = FieldStep(read_text, "collection-number", 0)
    if entry_type in WHOLE_TYPES:
        steps["booktitle"] = FieldStep(read_title, "title", 1)
    if entry_type == "patent":
        steps["location"] = FieldStep(read_key, "jurisdiction", 0)
    for name in RAW_FIELDS:
        steps[name] = FieldStep(read_raw, "", 9)
    for name in COMBINED_FIELDS:
        steps[name] = FieldStep(read_pending, "", 0)
    for name in RESOLVED_FIELDS:
        steps[name] = FieldStep(read_nothing, "", 9)
    return ReadingPlan(item_type, steps)


def _item_type(entry_type: str) -> str:
    """Return the item type of an entry type, which can also be the name of a type of CSL or Zotero."""
    known = ITEM_TYPES.get(entry_type) or STYLE_ITEM_TYPES.get(entry_type)
    if known or entry_type in CSL_TYPES:
        return known or entry_type
    from refkit.data.zotero import TYPES

    return TYPES.get(entry_type, OTHER_ITEM_TYPE)


def _unknown_step(name: str) -> FieldStep:
    """Return the step for a field that is not in the tables: a CSL variable, or a custom field."""
    if name.startswith(RAW_PREFIXES):
        return FieldStep(read_raw, "", 9)
    return _VARIABLE_STEPS.get(name) or FieldStep(read_custom, "", 9)


def variable_of_field(entry_type: str, name: str) -> str:
    """Return the variable that a field of an entry type is, or "" if it is none or a part of one."""
    step = _reading_plan(entry_type).steps.get(name.lower())
    return step.variable if step else ""


_VARIABLE_STEPS: dict[str, FieldStep] = {
    **{
        v.lower(): FieldStep(read_title if "title" in v else read_text, v, 8)
        for v in TEXT_VARIABLES
    },
    **{v.lower(): FieldStep(read_text, v, 8) for v in NUMBER_VARIABLES},
    **{v.lower(): FieldStep(read_name_list, v, 8) for v in NAME_VARIABLES},
    **{v.lower(): FieldStep(read_date, v, 8) for v in DATE_VARIABLES},
    "event": FieldStep(read_title, "event-title", 8),
    "page": FieldStep(read_pages, "page", 8),
}
