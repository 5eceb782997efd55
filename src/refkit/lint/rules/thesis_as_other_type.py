"""A thesis has another entry type.

With `@phdthesis`, `@mastersthesis` and `@thesis`, the style writes the kind of thesis in its own words. "PhD
thesis" in a field is printed unchanged in every language.

Example:

    @misc{ibsen2011,
      author = {Ibsen, Siv},
      title = {Snow and Sound},
      note = {PhD thesis},
      year = {2011},
    }

Use instead:

    @phdthesis{ibsen2011,
      author = {Ibsen, Siv},
      title = {Snow and Sound},
      school = {University of the North},
      year = {2011},
    }

Fix: none, because the school may be missing.
Source: the BibTeX manual (btxdoc, 1988), 3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_THESIS = lazy_pattern(
    r"(?i)\s*\{?(?:(?:unpublished )?(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?sc\.?|bachelor'?s?|diploma|habilitation)\.?"
    r"[ -](?:thesis|dissertation)|diplomarbeit|dissertation|masterarbeit|doktorarbeit|th[eè]se de doctorat)\b"
)


VARIABLES = ("note", "publisher", "container-title", "collection-title", "genre")
TYPES = (
    "article-journal", "book", "document", "manuscript", "paper-conference", "report", "webpage",
)  # fmt: skip


@rule("FLD223", "thesis-as-other-type", variables=VARIABLES, types=TYPES)
def thesis_as_other_type(item: Item, context: Context) -> Iterator[Finding]:
    """Report texts that begin with the words of a thesis."""
    for variable in VARIABLES:
        value = item.text.get(variable, "")
        if "hes" in value or "isser" in value or "arbeit" in value:
            yield from findings_in(item, variable, partial(_marks, kind=item.type))


def _marks(value: str, kind: str) -> Iterator[Mark]:
    match = _THESIS.match(value)
    if match:
        words = match[0].strip(" {")
        message = f"`{words}` makes the work a thesis, not `{kind}`; use `@phdthesis` or `@thesis`"
        yield Mark(match.end() - len(words), match.end(), message)
