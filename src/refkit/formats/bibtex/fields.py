"""From entry to item: types and fields of BibTeX and BibLaTeX in CSL's words, by the tables of `data`.

Every field ends as a variable, as a part of one, or in `custom`. Where several fields hold one variable,
the table's order says which counts; the others stay in `custom`.
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
)
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from refkit.formats.bibtex.fields_draft import Draft, Plan, Step
from refkit.formats.bibtex.fields_late import LATE_FIELDS, finish
from refkit.formats.bibtex.fields_read import (
    READERS,
    read_custom,
    read_date,
    read_key,
    read_late,
    read_names,
    read_nothing,
    read_pages,
    read_raw,
    read_text,
    read_title,
)
from refkit.formats.bibtex.fields_write import entry_fields
from refkit.model.entry import Entry, Fault, Field
from refkit.model.item import Item

__all__ = ["build_item", "entry_fields"]


def build_item(entry: Entry, fields: Mapping[str, Field], dialect: str) -> tuple[Item, list[Fault]]:
    """Return what an entry means, and what in its names, dates and TeX could only be guessed at."""
    draft = Draft(entry, _plan(entry.type))
    steps = draft.plan.steps
    for name, field in fields.items():
        if field.value:
            step = steps.get(name) or _unknown_step(name)
            step.read(draft, field, step.variable)
    finish(draft)
    return draft.item, draft.faults


@lru_cache(128)
def _plan(entry_type: str) -> Plan:
    """What to do with the fields of an entry type, from the tables."""
    steps: dict[str, Step] = {}
    for row in ROWS:
        for rank, name in enumerate(row.fields):
            steps[name] = Step(READERS[row.kind], row.variable, rank)
    if entry_type in ISSUE_TYPES:
        steps["number"] = Step(read_text, "issue", -1)
    elif entry_type in SERIES_TYPES:
        steps["number"] = Step(read_text, "collection-number", 0)
    if entry_type == "patent":
        steps["location"] = Step(read_key, "jurisdiction", 0)
    for name in RAW_FIELDS:
        steps[name] = Step(read_raw, "", 9)
    for name in LATE_FIELDS:
        steps[name] = Step(read_late, "", 0)
    for name in RESOLVED_FIELDS:
        steps[name] = Step(read_nothing, "", 9)
    return Plan(ITEM_TYPES.get(entry_type, OTHER_ITEM_TYPE), steps)


def _unknown_step(name: str) -> Step:
    """A field that no table has: a CSL variable by its own name, or kept in `custom`."""
    if name.startswith(RAW_PREFIXES):
        return Step(read_raw, "", 9)
    return _VARIABLE_STEPS.get(name) or Step(read_custom, "", 9)


_VARIABLE_STEPS: dict[str, Step] = {
    **{v.lower(): Step(read_title if "title" in v else read_text, v, 8) for v in TEXT_VARIABLES},
    **{v.lower(): Step(read_text, v, 8) for v in NUMBER_VARIABLES},
    **{v.lower(): Step(read_names, v, 8) for v in NAME_VARIABLES},
    **{v.lower(): Step(read_date, v, 8) for v in DATE_VARIABLES},
    "event": Step(read_title, "event-title", 8),
    "page": Step(read_pages, "page", 8),
}
