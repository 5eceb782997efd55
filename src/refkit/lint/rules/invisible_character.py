"""The text contains invisible characters.

Zero-width spaces, direction marks and control characters are copied from web pages and PDFs. They break
words, searches and TeX.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt\u200b Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the characters are removed. A soft hyphen or zero-width space may have allowed a line break.
Source: The Unicode Standard, categories Cc and Cf. The rule skips joiners of Indic and Arabic scripts and
emoji.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_INVISIBLE = lazy_pattern(
    "([\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\x00-\x08\x0b\x0e-\x1f\x7f])\\1*"
    "|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_NO_CONTROLS = bytes(
    byte for byte in range(256) if (byte > 31 and byte != 127) or byte in b"\t\n\f\r"
)
_RIGHT_TO_LEFT = lazy_pattern("[\u0590-\u08ff]")


@rule("TEX223", "invisible-character", severity="warning")
def invisible_character(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report control and format characters."""
    if "".join([field.value for field in entry.fields]).isprintable():
        return
    for field in entry.fields if _may_have(entry) else ():
        if not field.value.isprintable():
            yield from _in_field(field, entry)


def _may_have(entry: Entry) -> bool:
    return not entry.source.slice(entry.span).isascii() or _has_controls(entry.source)


@lru_cache(8)
def _has_controls(source: Source) -> bool:
    # Deleting all other bytes takes a tenth of the time of a search for these bytes.
    return source.text.encode("utf-8", "replace").translate(None, _NO_CONTROLS) != b""


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if field.name in ("abstract", "file", "annote") or _RIGHT_TO_LEFT.search(field.value):
        return
    marks = (_mark(match, field.name) for match in _INVISIBLE.finditer(field.value))
    yield from findings_at(field, entry, marks, "remove it")


def _mark(match: re.Match[str], name: str) -> Mark:
    char = match[0][0]
    character = unicodedata.name(char, "control character").lower()
    message = f"`U+{ord(char):04X}` ({character}) in `{name}` is invisible; remove it"
    return Mark(match.start(), match.end(), message, "")
