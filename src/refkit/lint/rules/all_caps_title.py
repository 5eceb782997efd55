"""The title is written in capitals.

Styles cannot restore the case, because the file no longer shows which letters were capitals.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {THE HEATHER OF THE NORTHERN SLOPES},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Northern Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: none, because refkit cannot know which words are acronyms or names.
Source: veracite and Zotero's linter have the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import written_text
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item

VARIABLES = ("title", "container-title")


@rule("TTL224", "all-caps-title", variables=VARIABLES)
def all_caps_title(item: Item, context: Context) -> Iterator[Finding]:
    """Report titles with several long words and no lower-case letters."""
    for variable in VARIABLES:
        text = item.text.get(variable, "")
        if not text.isupper() and "<" not in text:
            continue  # most titles have a letter in lower case
        value = written_text(item, variable)
        if value == value.upper() and value != value.lower() and _has_words(value):
            name = "title" if variable == "title" else "venue"
            message = f"the {name} is in capitals; use title or sentence case"
            yield Finding(item.place(variable), message)


def _has_words(value: str) -> bool:
    if "\\" in value:
        return False
    words = value.replace("{", "").replace("}", "").split()
    return sum(len(word) > 3 and word.isalpha() for word in words) >= 3
