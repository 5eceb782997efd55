"""Letters and their accents are separate characters.

"é" can be one character or two. They look alike, but sorting, searching and older TeX engines treat them as
different text. Files from macOS and PDFs contain the second form.

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

Fix: unsafe: the text is normalized to NFC; older TeX engines then print something else.
Source: Unicode Standard Annex 15; JabRef has the same check.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from refkit.data.bibtex import NOTE_FIELDS
from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule("TEX226", "not-nfc", severity="info", cues=(NON_ASCII,))
def not_nfc(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the text of fields that styles use with its NFC form."""
    for field in entry.fields:
        if not field.value.isascii() and field.name not in NOTE_FIELDS:
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", field.value):
        return
    marks = (_mark(field, start, end) for start, end in _not_composed(field.value))
    yield from findings_at(field, entry, marks, "compose the characters")


def _mark(field: Field, start: int, end: int) -> Mark:
    written = field.value[start:end]
    right = unicodedata.normalize("NFC", written)
    if len(right) == 1 < len(written):
        message = (
            f"`{right}` in `{field.name}` consists of {len(written)} characters; write it as one"
        )
    else:
        message = f"{_codes(written)} in `{field.name}` is not in NFC; write {_codes(right)}"
    return Mark(start, end, message, right)


def _codes(text: str) -> str:
    return f"`{text}` (" + " ".join(f"U+{ord(char):04X}" for char in text) + ")"


def _not_composed(value: str) -> Iterator[tuple[int, int]]:
    """Yield the positions of characters, with their combining marks, that differ from NFC."""
    start = 0
    for at in range(1, len(value) + 1):
        if at < len(value) and _continues(value, start, at):
            continue
        if not unicodedata.is_normalized("NFC", value[start:at]):
            yield start, at
        start = at


def _continues(value: str, start: int, at: int) -> bool:
    """Whether a character combines or composes with the one before it."""
    char = value[at]
    if char.isascii():
        return False
    if unicodedata.combining(char):
        return True
    # a Hangul syllable consists of two or three characters
    before = unicodedata.normalize("NFC", value[max(start, at - 2) : at])
    return unicodedata.normalize("NFC", before + char) != before + unicodedata.normalize(
        "NFC", char
    )
