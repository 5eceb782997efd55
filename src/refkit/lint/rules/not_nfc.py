"""Letters and their accents are separate characters.

"é" can be one character or two. The two look alike, but sorting, searching and older TeX engines take them for
different text; files from macOS and PDFs hold the second.

Example:

    @article{garnier2015,
      author = {Garnier, Rene\u0301},
      title = {Lakes of the Jura},
      journal = {Alpine Waters},
      year = {2015},
    }

Use instead:

    @article{garnier2015,
      author = {Garnier, René},
      title = {Lakes of the Jura},
      journal = {Alpine Waters},
      year = {2015},
    }

Fix: unsafe: the text is normalised to form C; TeX engines that take the two apart print something else then.
Source: Unicode Standard Annex 15; JabRef has the same check.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field


@rule("TEX226", "not-nfc")
def not_nfc(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the text with its form C."""
    if entry.source.slice(entry.span).isascii():
        return
    for field in entry.fields:
        if not field.value.isascii():
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", field.value) or field.name in ("abstract", "file"):
        return
    right = unicodedata.normalize("NFC", field.value)
    at = next(
        n for n, (one, two) in enumerate(zip(field.value, right + "\0", strict=False)) if one != two
    )
    raw = entry.source.slice(field.value_span)
    fix = Fix(
        (Edit(field.value_span, unicodedata.normalize("NFC", raw)),),
        Safety.UNSAFE,
        "compose the characters",
    )
    yield Finding(
        field.value_span,
        f"`{right[at]}` in `{field.name}` is made of two characters; write it as one",
        fix,
    )
