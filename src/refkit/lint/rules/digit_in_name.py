"""A name contains a digit or a footnote mark.

Affiliation marks (`Smith1`, `Jones*`) are copied from the title page, and numbers of people with the same
name (`Wei Wang 0001`) from DBLP. Styles print both.

Example:

    @article{smith2015,
      author = {Holm1, Ingrid and Berg, Olav*},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the mark may be part of the name of an organization.
Source: common practice; https://dblp.org/faq/1474704.html for people with the same name.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.persons import masked
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import split_names
from refkit.patterns import lazy_pattern

_MARK = lazy_pattern(
    r"(?<=[^\W\d_]{2})\d+|(?<=\s)0\d{3}\b|[*†‡]|\\(?:dag|ddag|dagger)\b|\$\s*\^|\\textsuperscript"
)
_ANY = lazy_pattern(r"[\d*†‡^]")


@rule("NAM224", "digit-in-name", fields=("author", "editor"), prose=False)
def digit_in_name(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report names with characters that names of persons do not have."""
    if not _ANY.search(field.value) and "\\d" not in field.value and "\\text" not in field.value:
        return
    marks = (_mark(name, start, field.name) for name, start in split_names(field.value))
    yield from findings_at(field, entry, filter(None, marks))


def _mark(name: str, start: int, field: str) -> Mark | None:
    found = _MARK.search(masked(name))
    message = (
        f"{shown(name)} in `{field}` contains a digit or a footnote mark; remove it, "
        "or put braces around the name of an organization"
    )
    return Mark(start + found.start(), start + found.end(), message) if found else None
