"""A field is not printed for this entry type.

`booktitle` belongs to a paper in a book and `school` to a thesis; styles do not print them for an article.
Either the type or the field is wrong. Records of INSPIRE, which name the meeting of an article in `booktitle`,
are not reported.

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
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

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
# The fields that name the publication which contains a work.
VENUES = frozenset({"booktitle", "journal", "journaltitle"})
# https://inspirehep.net: the keys are a name, a year and two or three letters.
_INSPIRE_KEY = lazy_pattern(r"[^\W\d_][\w'.-]*:\d{4}[a-z]{2,3}")


def _names_the_meeting(field: Field, entry: Entry) -> bool:
    """Whether the entry is a record of INSPIRE for an article about which `booktitle` says more."""
    own = entry.by_name()
    if field.name != "booktitle" or "journal" not in own:
        return False
    return "slaccitation" in own or _INSPIRE_KEY.fullmatch(entry.key) is not None


def _advice(name: str) -> str:
    return (
        "use `pagetotal` for the number of pages" if name == "pages" else f"use `@{TYPE_FOR[name]}`"
    )


@rule("FLD220", "field-of-other-type", types=tuple(OTHERS), fields=tuple(TYPE_FOR))
def field_of_other_type(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fields that belong to other entry types."""
    for name in OTHERS[entry.type]:
        field = entry.get(name)
        if field is not None and field.value and not _names_the_meeting(field, entry):
            yield Finding(
                field.name_span,
                f"styles do not print `{name}` for `@{entry.type}`; {_advice(name)}, or remove the field",
            )
