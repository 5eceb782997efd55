"""An ISBN is in `issn`, or an ISSN in `isbn`.

An ISSN has eight characters, an ISBN ten or thirteen.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      issn = {978-3-598-21507-0},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      isbn = {978-3-598-21507-0},
    }

Fix: unsafe: the field is renamed, if the entry does not have the other field.
Source: ISO 2108 and ISO 3297.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name
from refkit.lint.places import written_value
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ISBN = lazy_pattern(rf"(?i)\s*(?:isbn:?)?\s*{patterns.ISBN_DIGITS}\s*")
_ISSN = lazy_pattern(rf"(?i)\s*(?:[ep]?-?issn:?)?\s*{patterns.ISSN}\s*")


@rule("IDS232", "isbn-as-issn", variables=("ISBN", "ISSN"))
def isbn_as_issn(item: Item, context: Context) -> Iterator[Finding]:
    """Report ISBNs in `issn` and ISSNs in `isbn`."""
    for variable, pattern, other in (("ISSN", _ISBN, "ISBN"), ("ISBN", _ISSN, "ISSN")):
        if variable in item.text and pattern.fullmatch(written_value(item, variable)):
            yield Finding(
                item.place(variable),
                f"{shown(item.text[variable])} in `{field_name(item, variable)}` is an {other}; "
                f"{_advice(item, variable, other)}",
                _renaming(item, variable, other),
            )


def _advice(item: Item, variable: str, other: str) -> str:
    if other in item.text:
        return f"remove it, because `{field_name(item, other)}` has a value"
    return f"move it to `{other.lower()}`"


def _renaming(item: Item, variable: str, other: str) -> Fix | None:
    """Return the fix that renames the field of a .bib file, if the other name is free."""
    field, entry = item.source_field(variable), item.entry
    if (
        field is None
        or entry is None
        or other in item.text
        or entry.source.format not in TEX_FORMATS
    ):
        return None
    if sum(one.name == field.name for one in entry.fields) > 1:
        return None
    name = other.lower()
    return Fix((Edit(field.name_span, name),), Safety.UNSAFE, f"rename it to `{name}`")
