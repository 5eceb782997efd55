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

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule("TTL224", "all-caps-title", fields=("title", "booktitle"))
def all_caps_title(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report titles with several long words and no lower-case letters."""
    value = field.value
    if value != value.upper() or value == value.lower() or "\\" in value:
        return
    words = [
        word
        for word in value.replace("{", "").replace("}", "").split()
        if len(word) > 3 and word.isalpha()
    ]
    if len(words) >= 3:
        yield Finding(
            field.value_span, f"`{field.name}` is in capitals; use title or sentence case"
        )
