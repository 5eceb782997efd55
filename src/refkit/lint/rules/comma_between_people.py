"""A comma separates two people.

BibTeX reads "J. Smith, A. Doe" as one person with the family name "J. Smith". Only `and` separates people.

Example:

    @article{ames2015,
      author = {J. Ames, B. Stone},
      title = {Gains in Yield},
      journal = {Soil},
      year = {2015},
    }

Use instead:

    @article{ames2015,
      author = {J. Ames and B. Stone},
      title = {Gains in Yield},
      journal = {Soil},
      year = {2015},
    }

Fix: unsafe: `and` replaces the comma, and the family name gets a comma if it comes first ("Ames J., Stone B.").
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_tex
from refkit.lint.persons import place_of_name, written_names
from refkit.lint.places import Mark, findings_at, name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.names import split_at_commas

VARIABLES = ("author", "editor", "translator", "container-author")


@rule("NAM229", "comma-between-people", variables=VARIABLES, prose=False, cues=(ODD_NAMES,))
def comma_between_people(item: Item, context: Context) -> Iterator[Finding]:
    """Look for names with a whole person on both sides of a single comma."""
    for variable in VARIABLES:
        names = item.names.get(variable, ())
        if not any(name.given and " " in name.particle + name.family for name in names):
            continue
        field = item.source_field(variable)
        if is_tex(item) and item.entry and field:
            yield from _in_field(field, item.entry)
        else:
            yield from _in_names(item, variable)


def _in_names(item: Item, variable: str) -> Iterator[Finding]:
    from refkit.lint.whole_names import are_people

    for index, name in enumerate(item.names[variable]):
        if name.given and not name.suffix and are_people(name.particle + name.family, name.given):
            written = f"{name.particle}{name.family}, {name.given}"
            yield Finding(
                name_place(item, variable, index),
                f"{shown(written)} in `{variable}` looks like two people; write them as two names",
            )


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    names = written_names(field.value)
    marks = [_mark(field, at, name) for at, name in enumerate(names) if _may_be_two(name)]
    if any(marks):
        yield from findings_at(field, entry, filter(None, marks), "write `and` between the people")


def _may_be_two(name: str) -> bool:
    """Whether there are several words before a comma."""
    before, comma, _ = name.partition(",")
    return bool(comma) and (" " in before.strip() or "~" in before)


def _mark(field: Field, number: int, name: str) -> Mark | None:
    from refkit.lint.whole_names import are_people, separated

    parts = split_at_commas(name.strip())
    if len(parts) != 2 or not are_people(*parts):
        return None
    start, end = place_of_name(field.value, number)
    text = separated(*parts) if field.value[start:end] == name.strip() else None
    message = f"{shown(name)} in `{field.name}` looks like two people; write `and` between them"
    return Mark(start, end, message, text)
