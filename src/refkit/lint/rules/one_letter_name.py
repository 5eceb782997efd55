"""An author's name is a single letter.

Programs that split references at full stops produce such names: the "Z" of "Z. Zhu" becomes the author, and
the rest part of the title.

Example:

    @article{z2022,
      author = {Z},
      title = {Zhu, T},
      journal = {Neural Scenes},
      year = {2022},
    }

Use instead:

    @article{zhu2022,
      author = {Zhu, Z. and Peng, T.},
      title = {Scenes in Depth},
      journal = {Neural Scenes},
      year = {2022},
    }

Fix: none, because refkit does not know the right name.
Source: common practice; a trace of references that a program split incorrectly.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.persons import written_names
from refkit.lint.places import name_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule("NAM228", "one-letter-name", severity="warning", fields=("author", "editor"), prose=False)
def one_letter_name(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report names of a single Latin letter."""
    if len(field.value) > 2 and " and " not in field.value:
        return
    for number, name in enumerate(written_names(field.value)):
        if len(name) > 2:
            continue
        letter = name.strip(". ")
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            yield Finding(
                name_span(field, entry, number),
                f"`{name}` in `{field.name}` is a single letter; check the name",
            )
            return
