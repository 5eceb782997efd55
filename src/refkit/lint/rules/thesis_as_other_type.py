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

from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_THESIS = lazy_pattern(
    r"(?i)\s*\{?(?:(?:unpublished )?(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?sc\.?|bachelor'?s?|diploma|habilitation)\.?"
    r"[ -](?:thesis|dissertation)|diplomarbeit|dissertation|masterarbeit|doktorarbeit|th[eè]se de doctorat)\b"
)


@rule(
    "FLD223", "thesis-as-other-type",
    fields=("note", "howpublished", "journal", "journaltitle", "publisher", "series", "booktitle"),
    types=("article", "misc", "book", "techreport", "report", "unpublished", "inproceedings"),
)  # fmt: skip
def thesis_as_other_type(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fields that begin with the words of a thesis."""
    value = field.value
    if "hes" not in value and "isser" not in value and "arbeit" not in value:
        return
    match = _THESIS.match(value)
    if match:
        words = match[0].strip(" {")
        yield Finding(
            part_span(field, entry, match.end() - len(words), match.end()),
            f"`{words}` in `{field.name}` of `@{entry.type}`; use `@phdthesis` or `@thesis`",
        )
