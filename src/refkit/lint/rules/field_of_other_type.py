"""A field is not printed for this entry type.

`booktitle` belongs to a paper in a book and `school` to a thesis; styles do not print them for an article.
Either the type or the field is wrong.

Example:

    @article{smith2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      booktitle = {Meeting on Dunes},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because either the type or the field may be wrong.
Source: the BibTeX manual (btxdoc, 1988), 3.1; the biblatex manual, 2.1.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry

OTHERS: dict[str, tuple[str, ...]] = {
    "article": ("booktitle", "school", "chapter"),
    "book": ("journal", "journaltitle", "school"),
    "inproceedings": ("journal", "journaltitle", "school"),
    "conference": ("journal", "journaltitle", "school"),
    "incollection": ("journal", "journaltitle", "school"),
    "phdthesis": ("journal", "journaltitle", "booktitle"),
    "mastersthesis": ("journal", "journaltitle", "booktitle"),
    "proceedings": ("journal", "journaltitle", "pages"),
}
TYPE_FOR = {
    "booktitle": "inproceedings", "journal": "article", "journaltitle": "article", "school": "phdthesis",
    "chapter": "inbook", "pages": "inproceedings",
}  # fmt: skip


def _advice(name: str) -> str:
    return (
        "use `pagetotal` for the number of pages" if name == "pages" else f"use `@{TYPE_FOR[name]}`"
    )


@rule("FLD220", "field-of-other-type", types=tuple(OTHERS), fields=tuple(TYPE_FOR))
def field_of_other_type(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fields that belong to other entry types."""
    for name in OTHERS[entry.type]:
        field = entry.get(name)
        if field is not None and field.value:
            yield Finding(
                field.name_span,
                f"styles do not print `{name}` for `@{entry.type}`; {_advice(name)}, or remove the field",
            )
