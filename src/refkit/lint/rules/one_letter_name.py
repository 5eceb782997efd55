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

from refkit.lint.cues import ODD_NAMES
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item


@rule("NAM228", "one-letter-name", prose=False, cues=(ODD_NAMES,))
def one_letter_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report names of a single Latin letter."""
    for variable, names in item.names.items():
        for index, name in enumerate(names):
            if name.given or len(name.family) not in (1, 2):
                continue
            letter = str(name).strip(". ")
            if len(letter) == 1 and letter.isascii() and letter.isalpha():
                yield Finding(
                    name_place(item, variable, index),
                    f"`{name}` in `{variable}` is a single letter; check the name",
                )
                return
