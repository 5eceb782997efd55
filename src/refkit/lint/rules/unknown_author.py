"""The author field says that the author is unknown.

Styles print "N. N." and "No author" as the name of a person, and sort by it. Without the field they use the title,
or words in the language of the document. "Anonymous" is not reported, because works can be signed with it.

Example:

    @book{mills1815,
      author = {N.N.},
      title = {Mills on the River},
      publisher = {Harbour Press},
      year = {1815},
    }

Use instead:

    @book{mills1815,
      title = {Mills on the River},
      publisher = {Harbour Press},
      year = {1815},
    }

Fix: none, because the author may be known elsewhere.
Source: APA, 7th ed., 9.12; The Chicago Manual of Style, 17th ed., 14.79: without an author, the title comes first.
Both allow "Anonymous" as an author.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import NO_AUTHOR
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import all_names
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item

_MARKS = str.maketrans("", "", "[]().{} ")


@rule("NAM234", "unknown-author", prose=False, cues=(ODD_NAMES,))
def unknown_author(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the names with the words for an unknown author."""
    for person in all_names(item):
        text, variable = person.text, person.variable
        if len(text) < 24 and text.lower().translate(_MARKS) in NO_AUTHOR:
            yield Finding(
                name_place(item, variable, person.index),
                f"{shown(text)} in `{variable}` is not a name; omit `{variable}` if it is unknown",
            )
