"""Latin text contains fullwidth characters.

Fullwidth letters, digits and brackets belong in East Asian text. In Latin text they come from an input
method. Searches do not find them, and most fonts lack them. Entries in an East Asian language are not reported.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes： a Survey},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes: a Survey},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: each character is replaced by its ordinary form, escaped if it is special in TeX.
Source: The Unicode Standard, block Halfwidth and Fullwidth Forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.biblatex import VERBATIM_FIELDS
from refkit.data.bibtex_csl import LANGUAGES
from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern
from refkit.tex.encode import encode

_FULLWIDTH = lazy_pattern("[\uff01-\uff5e]++")
_EAST_ASIAN = lazy_pattern("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LANGUAGE_FIELDS = ("langid", "language", "hyphenation")
_EAST_ASIAN_CODES = ("zh", "ja", "ko")
_DELIMITERS = frozenset('{}"')  # of values; they are escaped in every field


@rule("TEX224", "fullwidth-character", severity="info", cues=(NON_ASCII,))
def fullwidth_character(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report fullwidth forms in entries without East Asian characters or language."""
    fields = [f for f in entry.fields if not f.value.isascii() and _FULLWIDTH.search(f.value)]
    if fields and not _is_east_asian(entry):
        for field in fields:
            yield from _in_field(field, entry)


def _is_east_asian(entry: Entry) -> bool:
    """Whether the entry contains East Asian characters or names a language with these: `chinese`, `zh-CN`."""
    if _EAST_ASIAN.search(entry.source.slice(entry.span)):
        return True
    named = (field.value.lower() for field in entry.fields if field.name in _LANGUAGE_FIELDS)
    return any(LANGUAGES.get(name, name).partition("-")[0] in _EAST_ASIAN_CODES for name in named)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    marks = (_mark(match, field) for match in _FULLWIDTH.finditer(field.value))
    yield from findings_at(field, entry, marks, "write the ordinary characters")


def _mark(match: re.Match[str], field: Field) -> Mark:
    right = "".join(_ordinary(char, field) for char in match[0])
    message = f"`{match[0]}` in `{field.name}` is fullwidth; write `{right}`"
    return Mark(match.start(), match.end(), message, right)


def _ordinary(char: str, field: Field) -> str:
    """Return the ordinary form of a fullwidth character, escaped if it is special in TeX."""
    plain = chr(ord(char) - 0xFEE0)
    if plain in _DELIMITERS:
        return f"{{{encode(plain)}}}" if plain == '"' else encode(plain)
    return plain if field.name in VERBATIM_FIELDS else encode(plain)
