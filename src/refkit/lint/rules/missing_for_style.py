"""A field that the citation style prints is missing.

BibTeX requires few fields, but APA prints the volume and pages of an article, and Chicago the place of a
publisher. With `--style`, the rule requires the fields that the style prints for the type of the entry.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {38},
      number = {2},
      pages = {141--150},
    }

Options: style=apa
Fix: none, because refkit does not know the right values.
Source: the style itself: the variables that its bibliography uses for the type. Only variables that every
work of the type has are required; editions, translators and similar ones are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import item_with

# The variables that works of a type have, and their fields.
HAVE: dict[str, tuple[str, ...]] = {
    "article-journal": ("author", "title", "container-title", "issued", "volume", "issue", "page"),
    "article-magazine": ("title", "container-title", "issued", "page"),
    "article-newspaper": ("title", "container-title", "issued"),
    "book": ("author", "title", "publisher", "publisher-place", "issued"),
    "chapter": (
        "author",
        "title",
        "container-title",
        "editor",
        "publisher",
        "publisher-place",
        "page",
        "issued",
    ),
    "paper-conference": ("author", "title", "container-title", "page", "issued"),
    "thesis": ("author", "title", "publisher", "issued"),
    "report": ("author", "title", "publisher", "issued"),
    "webpage": ("title", "URL", "issued"),
    "software": ("title", "issued"),
    "dataset": ("title", "publisher", "issued"),
}
FIELDS = {
    "container-title": "journal` or `booktitle", "issued": "year", "issue": "number", "page": "pages",
    "publisher-place": "address", "URL": "url",
}  # fmt: skip
# Either of these is enough.
INSTEAD = {
    "author": ("editor", "translator", "container-author", "director"),
    "page": ("number", "chapter-number", "page-first"),
    "publisher": ("authority", "archive"),
    "issued": ("status",),
}


@rule("REQ220", "missing-for-style", severity="warning", formats=())
def missing_for_style(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the variables that the style uses for the type with those of the item."""
    item = item_with(context.library, entry.key) if context.prints else None
    if item is None:
        return
    printed = context.prints.get(item.type, ())
    lacking = [
        variable
        for variable in HAVE.get(item.type, ())
        if variable in printed and not _has(item, variable)
    ]
    if lacking:
        names = ", ".join(f"`{FIELDS.get(variable, variable)}`" for variable in lacking)
        yield Finding(
            entry.key_span,
            f"`{entry.key}` has no {names}, which style `{context.style}` prints; "
            f"add {'it' if len(lacking) == 1 else 'them'}",
        )


def _has(item: Item, variable: str) -> bool:
    if variable == "page" and "eid" in item.custom:
        return True
    names = (variable, *INSTEAD.get(variable, ()))
    return any(name in held for name in names for held in (item.text, item.names, item.dates))
