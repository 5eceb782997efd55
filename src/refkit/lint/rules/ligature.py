"""The text contains ligatures.

A PDF stores "ﬁ" and "ﬄ" as one character each. Searches for "efficient" do not find "eﬃcient", and many fonts lack
these characters. TeX makes ligatures from ordinary letters itself.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Eﬃcient Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Efficient Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the letters replace the ligature.
Source: The Unicode Standard, block Alphabetic Presentation Forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_LETTERS = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_LIGATURE = lazy_pattern("[\ufb00-\ufb06]")
_WORD = lazy_pattern(r"[^\s{}\\]*[\ufb00-\ufb06][^\s{}\\]*")


@rule("TEX229", "ligature", cues=(NON_ASCII,))
def ligature(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report words with Latin ligatures."""
    for field in entry.fields:
        if not field.value.isascii() and field.name not in ("abstract", "file", "annote"):
            marks = (_mark(match, field) for match in _WORD.finditer(field.value))
            yield from findings_at(field, entry, marks, "write ordinary letters")


def _mark(word: re.Match[str], field: Field) -> Mark:
    right = _LIGATURE.sub(lambda found: _LETTERS[found[0]], word[0])
    message = f"`{word[0]}` in `{field.name}` contains a ligature; write `{right}`"
    return Mark(*word.span(), message, right)
