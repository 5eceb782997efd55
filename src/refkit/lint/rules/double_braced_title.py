"""The whole title stands in a second pair of braces.

Braces keep a style from changing the case: a style with sentence case prints this title with the capitals it
has, among others without. Protect the words that need it, not the title.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {{The Heather of Northern Slopes}},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of {Northern} Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: the outer braces go, and styles may change the case of the title.
Source: the BibTeX manual (btxdoc, 1988), 4 item 8; Mendeley, ADS and Web of Science export so.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.persons import masked
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span


@rule("TTL221", "double-braced-title", fields=("title", "booktitle"))
def double_braced_title(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Ask whether one brace group is the whole title."""
    value = field.value
    if (
        not (value.startswith("{") and value.endswith("}"))
        or " " not in value
        or masked(value).strip("_")
    ):
        return
    # "{A} and {B}" begins and ends with braces too, and "{\\LaTeX ...}" is a command's group.
    if value.startswith("{\\") or not _one_group(value):
        return
    raw = entry.source.slice(field.value_span)
    fix = None
    if raw[1:-1] == value:
        span = Span(field.value_span.start + 1, field.value_span.end - 1)
        fix = Fix((Edit(span, value[1:-1].strip()),), Safety.UNSAFE, "remove the outer braces")
    yield Finding(
        field.value_span,
        f"`{field.name}` stands in two pairs of braces; protect only the words that need it",
        fix,
    )


def _one_group(value: str) -> bool:
    depth = 0
    for at, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(value) - 1
    return False
