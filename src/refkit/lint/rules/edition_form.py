"""The edition is not written in the form of the dialect.

BibTeX prints the field unchanged before the word "edition" and expects "Second". BibLaTeX expects only the
number and writes the ordinal in the language of the document.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      edition = {2},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      edition = {Second},
    }

Fix: unsafe: an integer becomes the ordinal word in BibTeX files; the output changes.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `edition`; the biblatex manual, 2.2.2 `edition`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import dialect
from refkit.lint.places import part_span
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth",
    "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
)  # fmt: skip
_WORD = lazy_pattern(r"(?i)\b(?:ed(?:ition|n|\.)?|aufl(?:age|\.)?|édition)\.?(?=\W|$)")


@rule("PAG223", "edition-form", fields=("edition",), formats=tuple(TEX_FORMATS))
def edition_form(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a bare number in BibTeX files, and the word "edition" in both dialects."""
    value = field.value.strip()
    if value.isdecimal():
        if dialect(context) != "biblatex":
            yield Finding(
                field.value_span,
                f"`edition` {value} is printed as `{value} edition`; use the ordinal, such as `Second`",
                _fix(field, value),
            )
    elif match := _WORD.search(field.value):
        yield Finding(
            part_span(field, entry, *match.span()),
            f"`{match[0]}` in `edition` is added by styles; keep only the ordinal or number",
        )


def _fix(field: Field, value: str) -> Fix | None:
    if not 1 <= read_int(value) <= len(ORDINALS):
        return None
    word = ORDINALS[read_int(value) - 1]
    return Fix((Edit(field.value_span, f"{{{word}}}"),), Safety.UNSAFE, f"write `{word}`")
