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

from refkit.lint.facts import shown
from refkit.lint.persons import place_of_name, written_names
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import split_at_commas


@rule(
    "NAM229",
    "comma-between-people",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
)
def comma_between_people(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for names with a whole person on both sides of a single comma."""
    if "," not in field.value:
        return
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
