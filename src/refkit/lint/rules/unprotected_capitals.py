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

from collections.abc import Iterator

from refkit.lint.persons import masked
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"(?<![\w\\{$])[^\W\d_][\w-]*[A-Z][\w-]*")


@rule("TTL226", "unprotected-capitals", fields=("title", "booktitle"), default=False)
def unprotected_capitals(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for words with a capital after the first letter, outside braces and mathematics."""
    if field.value.isupper() or "$" in field.value:
        return
    text = masked(field.value)
    words = [match for match in _WORD.finditer(text) if "_" not in match[0]]
    if not words:
        return
    raw = entry.source.slice(field.value_span)
    fix = None
    if raw[1:-1] == field.value:
        braced = field.value
        for match in reversed(words):
            braced = f"{braced[: match.start()]}{{{match[0]}}}{braced[match.end() :]}"
        fix = Fix(
            (Edit(field.value_span, raw[0] + braced + raw[-1]),), Safety.UNSAFE, "brace the words"
        )
    shown = ", ".join(f"`{match[0]}`" for match in words[:3])
    yield Finding(
        field.value_span, f"{shown} in `{field.name}` can lose capitals; write them in braces", fix
    )
