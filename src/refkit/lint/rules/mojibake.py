"""The text was decoded with the wrong encoding.

`BjÃ¶rk` is Björk in UTF-8, read as Latin-1 by a program on the way. It is printed so.

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

Fix: unsafe: the text is encoded back and decoded as UTF-8.
Source: The Unicode Standard, section 3.9; veracite has the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# The bytes 80 to BF as Latin-1 and as Windows-1252 have them.
_TRAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e-\u2026\u2020-\u2022\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_LEAD = lazy_pattern(f"[\u00c2-\u00f4][{_TRAIL}]+|[\u0080-\u009f]|\ufffd")
_WORD = lazy_pattern(r"[^\s{}]+")


@rule("TEX225", "mojibake")
def mojibake(entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for what UTF-8 read as Windows-1252 or Latin-1 looks like, and read it again."""
    if entry.source.slice(entry.span).isascii():
        return
    for field in entry.fields:
        if not field.value.isascii():
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if field.name in ("abstract", "file", "annote"):
        return
    match = _LEAD.search(field.value)
    if match is None:
        return
    word = next((w[0] for w in _WORD.finditer(field.value) if match[0] in w[0]), match[0])
    right = _mended(word)
    if "\ufffd" in right:
        yield Finding(
            field.value_span, f"a character of `{word}` in `{field.name}` was lost; check it"
        )
    elif right != word:
        raw = entry.source.slice(field.value_span)
        fix = Fix((Edit(field.value_span, _mended(raw)),), Safety.UNSAFE, "decode it again")
        yield Finding(
            field.value_span,
            f"`{word}` in `{field.name}` was read in the wrong encoding; write `{right}`",
            fix,
        )


def _mended(text: str) -> str:
    """Return the text read again, twice over where it went wrong twice."""
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
