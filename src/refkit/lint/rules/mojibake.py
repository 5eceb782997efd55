"""The text was decoded with the wrong encoding.

`BjÃ¶rk` is Björk in UTF-8, read as Latin-1 by some program. Styles print it unchanged.

Example:

    @article{bjork2015,
      author = {BjÃ¶rk, RenÃ©},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Use instead:

    @article{bjork2015,
      author = {Björk, René},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Fix: unsafe: the text is converted back and decoded as UTF-8.
Source: The Unicode Standard, section 3.9; veracite has the same check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# The bytes 80 to BF in Latin-1 and in Windows-1252.
_TRAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e-\u2026\u2020-\u2022\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_LEAD = lazy_pattern(f"[\u00c2-\u00f4][{_TRAIL}]+|[\u0080-\u009f]|\ufffd")
# Words of a folded value; a no-break space or U+0085 can be half of a letter.
_WORD = lazy_pattern(r"[^ {}]++")


@rule("TEX225", "mojibake")
def mojibake(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report UTF-8 that was decoded as Windows-1252 or Latin-1, and decode it again."""
    if entry.source.slice(entry.span).isascii():
        return
    for field in entry.fields:
        if not field.value.isascii():
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if field.name in ("abstract", "file", "annote"):
        return
    marks = (_mark(word, field.name) for word in _WORD.finditer(field.value))
    yield from findings_at(field, entry, filter(None, marks), "decode it again")


def _mark(found: re.Match[str], name: str) -> Mark | None:
    word = found[0]
    right = word if word.isascii() else _mended(word)
    if "\ufffd" in right:
        message = f"a character of `{word}` in `{name}` was lost; check it"
        return Mark(*found.span(), message)
    if right != word:
        message = f"`{word}` in `{name}` was decoded with the wrong encoding; write `{right}`"
        return Mark(*found.span(), message, right)
    return None


def _mended(text: str) -> str:
    """Return the text decoded again, twice if it was decoded incorrectly twice."""
    for _ in range(2):
        text = _LEAD.sub(lambda found: _decoded(found[0]), text)
    return text


def _decoded(text: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    if len(text) == 1 and "\x80" <= text <= "\x9f":
        return text.encode("latin-1").decode("cp1252", "replace")
    return text
