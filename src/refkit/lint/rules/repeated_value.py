"""Two fields of an entry have the same value.

One of them was filled in by mistake: the series has the name of the proceedings, the place that of the publisher,
or the editors of a book are its authors. Both are printed.

Example:

    @incollection{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      booktitle = {Handbook of Upland Botany},
      series = {Handbook of Upland Botany},
      publisher = {Hill Press},
      year = {2015},
    }

Use instead:

    @incollection{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      booktitle = {Handbook of Upland Botany},
      publisher = {Hill Press},
      year = {2015},
    }

Fix: none, because the file does not show which of the two fields is right.
Source: common practice. A title that is also the title of the proceedings is reported by `venue-holds-title`; an
organization can be the author and the publisher of its work.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.venue_publishers import VENUE_PUBLISHERS
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# The variables that are compared: the second of each pair repeats the first.
PAIRS = (
    ("container-title", "collection-title", "series"),
    ("publisher", "publisher-place", "place"),
    ("title", "note", "note"),
)
# Works whose author and editor are not the same people; the editor of a book can have written a chapter.
EDITED = frozenset(("article-journal", "book"))
_TAG = lazy_pattern(r"</?span[^<>]*>")


@rule(
    "FLD230", "repeated-value", severity="info",
    variables=("collection-title", "publisher-place", "note", "editor"), prose=False,
)  # fmt: skip
def repeated_value(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the values of pairs of variables, and the authors with the editors."""
    for first, second, name in PAIRS:
        value = item.text.get(second, "")
        if value and _plain(value) == _plain(item.text.get(first, "")):
            message = f"the {name} repeats the {_NAMES[first]} {shown(_TAG.sub('', value))}; remove or correct one"
            yield Finding(item.place(second), message)
    if "editor" in item.names and _is_editor(item.publisher, item):
        message = f"the editor {shown(str(item.editor[0]))} is the publisher; name the editors, or remove the field"
        yield Finding(item.place("editor"), message)
    has_both = "author" in item.names and "editor" in item.names
    if has_both and item.type in EDITED and item.author == item.editor:
        yield Finding(item.place("editor"), "the editors are the authors; remove one of the fields")


_NAMES = {"container-title": "venue", "publisher": "publisher", "title": "title"}


def _is_editor(publisher: str, item: Item) -> bool:
    """Whether a publisher of the books of others is the only editor of a work."""
    name = _plain(publisher)
    # Names are parsed when they are first used, which most items do not need here.
    is_known = name in VENUE_PUBLISHERS
    return is_known and len(item.editor) == 1 and _plain(str(item.editor[0])) == name


def _plain(text: str) -> str:
    return (_TAG.sub("", text) if "<" in text else text).casefold()
