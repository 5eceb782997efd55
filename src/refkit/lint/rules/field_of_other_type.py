"""A field is not printed for this entry type.

`booktitle` belongs to a paper in a book and `school` to a thesis; styles do not print them for an article.
Either the type or the field is wrong. If the entry lacks the field for its own venue, the value may belong there:
a journal in `booktitle` to `journal`. Records of INSPIRE, which name the meeting of an article in `booktitle`,
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
# The field that names the publication which contains a work of the type.
OWN_VENUE = {
    "article": "journal", "inproceedings": "booktitle", "conference": "booktitle", "incollection": "booktitle",
}  # fmt: skip
# The fields that name the publication which contains a work.
VENUES = frozenset({"booktitle", "journal", "journaltitle"})
# The own field, under each of its names, or a parent that can have it.
_NAMES_OF_VENUE = {
    "journal": ("journal", "journaltitle", "crossref", "xdata"),
    "booktitle": ("booktitle", "crossref", "xdata"),
}
# https://inspirehep.net: the keys are a name, a year and two or three letters.
_INSPIRE_KEY = lazy_pattern(r"[^\W\d_][\w'.-]*:\d{4}[a-z]{2,3}")


def _names_the_meeting(field: Field, entry: Entry) -> bool:
    """Whether the entry is a record of INSPIRE for an article about which `booktitle` says more."""
    own = entry.by_name()
    if field.name != "booktitle" or "journal" not in own:
        return False
    return "slaccitation" in own or _INSPIRE_KEY.fullmatch(entry.key) is not None


def _advice(name: str, entry: Entry) -> str:
    """Return what to do: a venue in the wrong field is the only one of an entry that lacks its own."""
    if name == "pages":
        return "use `pagetotal` for the number of pages, or remove the field"
    kind = f"use `@{TYPE_FOR[name]}`"
    own = OWN_VENUE.get(entry.type)
    if own is None or name not in VENUES or _has_venue(entry, own):
        return f"{kind}, or remove the field"
    return f"rename it `{own}`, or {kind}"


def _has_venue(entry: Entry, own: str) -> bool:
    """Whether the entry has its own venue, or a parent that can have it."""
    fields = (entry.get(name) for name in _NAMES_OF_VENUE[own])
    return any(field is not None and field.value for field in fields)


@rule("FLD220", "field-of-other-type", types=tuple(OTHERS), fields=tuple(TYPE_FOR))
def field_of_other_type(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fields that belong to other entry types."""
    for name in OTHERS[entry.type]:
        field = entry.get(name)
        if field is not None and field.value and not _names_the_meeting(field, entry):
            yield Finding(
                field.name_span,
                f"styles do not print `{name}` for `@{entry.type}`; {_advice(name, entry)}",
            )
