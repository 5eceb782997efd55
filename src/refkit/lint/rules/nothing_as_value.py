"""The value is a placeholder for a missing value.

"n/a", "unknown" and "???" are printed unchanged. Omit fields without a value. The name of the field itself
(`journal = {Journal}`) comes from a template.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {n/a},
      year = {2015},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
    }

Fix: none, because refkit does not know the right value.
Source: Zotero's linter has the same check; the words are in `refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import EMPTY_VALUES
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# Variables whose value is printed, and what a message calls them.
PRINTED = {
    "title": "title", "container-title": "venue", "publisher": "publisher", "volume": "volume", "issue": "number",
    "number": "number", "collection-number": "number", "publisher-place": "place", "collection-title": "series",
    "edition": "edition", "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "URL": "URL", "note": "note",
    "chapter-number": "chapter",
}  # fmt: skip
LONGEST = 20
_MARKUP = lazy_pattern(r"</?span[^<>]*>")


@rule("FLD227", "nothing-as-value", severity="error")
def nothing_as_value(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the values with the words that mean "nothing"."""
    for variable, text in item.text.items():
        value = _MARKUP.sub("", text) if text[:1] == "<" else text
        is_short = len(value) <= LONGEST and not value.isdecimal()
        if is_short and variable in PRINTED and _is_nothing(item, variable, value):
            yield Finding(
                item.place(variable),
                f"the {PRINTED[variable]} is {shown(value)}; check it, or remove the field",
            )


def _is_nothing(item: Item, variable: str, value: str) -> bool:
    """Whether a value has no letter or digit, means "nothing", or is the name of its field."""
    if variable != "title" and not any(map(str.isalnum, value)):
        return True
    word = value.strip(" {}[]().").lower()
    if word in EMPTY_VALUES and not _can_be_real(variable, word):
        return True
    field = item.source_field(variable) if variable != "note" else None
    return field is not None and word == field.name


def _can_be_real(variable: str, word: str) -> bool:
    """Whether a word can be a real value: "X" a volume or a title, and "Untitled" the title of a picture."""
    if word == "x":
        return variable in _NUMBERS or variable in ("title", "edition")
    return variable == "title" and word in ("unknown", "untitled", "none", "no title")


_NUMBERS = frozenset(("volume", "number", "issue", "collection-number"))
