"""Capitals in the title are not protected.

Without braces around these words, a style with sentence case prints "dna" for `DNA` and "jabref" for
`JabRef`.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {Reading DNA with McTool},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {Reading {DNA} with {McTool}},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: braces are put around words with capitals after the first letter.
Source: the BibTeX manual (btxdoc, 1988), 4 item 8; JabRef and bibtex-tidy. A hint, off by default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.code_parts import without_code
from refkit.lint.persons import masked
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"(?<![\w\\{$])[^\W\d_][\w-]*[A-Z][\w-]*")


@rule("TTL226", "unprotected-capitals", fields=("title", "booktitle"), default=False)
def unprotected_capitals(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report words with a capital after the first letter, outside braces and mathematics."""
    if field.value.isupper() or "$" in field.value:
        return
    text = masked(without_code(field.value))
    marks = (_mark(match, field.name) for match in _WORD.finditer(text) if "_" not in match[0])
    yield from findings_at(field, entry, marks, "put braces around the word")


def _mark(word: re.Match[str], name: str) -> Mark:
    message = f"`{word[0]}` in `{name}` can lose capitals; put braces around it"
    return Mark(*word.span(), message, f"{{{word[0]}}}")
