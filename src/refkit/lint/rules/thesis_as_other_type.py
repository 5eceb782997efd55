"""A thesis has another entry type, or the type of another thesis.

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
# The words of another kind of thesis, and its type. Other kinds, such as bachelor's theses, have no type in BibTeX.
_KINDS = {
    "mastersthesis": (
        lazy_pattern(
            r"(?i)\s*\{?(?:ph\.?\s?d\b|doctoral\b|doktorarbeit\b|phdthesis\b|th[eè]se de doctorat\b)"
        ),
        "phdthesis",
    ),
    "phdthesis": (
        lazy_pattern(r"(?i)\s*\{?(?:master\b|master'?s\b|m\.?sc\b|masterarbeit\b|mathesis\b)"),
        "mastersthesis",
    ),
}
TEXTS = ("note", "publisher", "container-title", "collection-title")
VARIABLES = (*TEXTS, "genre")
TYPES = (
    "article-journal", "book", "document", "manuscript", "paper-conference", "report", "thesis",
    "webpage",
)  # fmt: skip


@rule(
    "FLD223", "thesis-as-other-type", variables=VARIABLES, types=TYPES,
    cues=("hes", "isser", "arbeit"), cued=TEXTS,
)  # fmt: skip
def thesis_as_other_type(item: Item, context: Context) -> Iterator[Finding]:
    """Report texts that begin with the words of a thesis, and the wrong kind of thesis."""
    if item.type == "thesis":
        yield from _other_thesis(item)
        return
    for variable in VARIABLES:
        value = item.text.get(variable, "")
        if "hes" in value or "isser" in value or "arbeit" in value:
            yield from findings_in(item, variable, partial(_marks, kind=item.type))


def _other_thesis(item: Item) -> Iterator[Finding]:
    """Report `@mastersthesis` with the words of a doctoral thesis, and the reverse."""
    entry = item.entry
    field = entry.get("type") if entry is not None else None
    if entry is None or field is None:
        return
    right = _KINDS.get(entry.type)
    if right and right[0].match(field.value):
        message = f"`{field.value}` does not fit `@{entry.type}`; use `@{right[1]}`"
        yield Finding(field.value_span, message)


def _marks(value: str, kind: str) -> Iterator[Mark]:
    match = _THESIS.match(value)
    if match:
        words = match[0].strip(" {")
        message = f"`{words}` makes the work a thesis, not `{kind}`; use `@phdthesis` or `@thesis`"
        yield Mark(match.end() - len(words), match.end(), message)
