"""A character that is special in TeX is not escaped.

`&` and `#` stop TeX, `_` and `^` stop it outside mathematics, and `%` drops the rest of the line without a
warning.

Example:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust near Young Stars},
      journal = {Stars & Planets},
      year = {2015},
    }

Use instead:

    @article{stern2015,
      author = {Stern, Uli},
      title = {Dust near Young Stars},
      journal = {Stars \\& Planets},
      year = {2015},
    }

Fix: unsafe: a backslash is put before the character, except before `^`, where it would make an accent.
Source: D. E. Knuth, The TeXbook, chapter 7; JabRef's check of ampersands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.code_parts import without_code
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

TYPESET = (
    "title", "subtitle", "booktitle", "booksubtitle", "journal", "journaltitle", "publisher", "series", "note",
    "address", "location", "school", "institution", "organization", "howpublished", "edition", "titleaddon", "addendum",
    "number", "volume",
)  # fmt: skip
# Skipped text next to what `code_parts` yields: escaped characters, HTML entities and tags, and addresses.
_SKIPPED = lazy_pattern(
    r"\\.|&(?:[a-zA-Z]{2,8}|#x?[\da-fA-F]{2,6});"
    rf"|(?:https?|ftp)://\S+|{patterns.DOI}|(?<!\S)[^\s@]*+@\S++|</?\w+[^<>]*>"
)
_SPECIAL = lazy_pattern(r"([&%#_^])\1*")
_HARM = {
    "&": "stops TeX", "#": "stops TeX", "_": "stops TeX outside mathematics",
    "^": "stops TeX outside mathematics", "%": "comments out the rest of the line",
}  # fmt: skip


@rule("TEX220", "unescaped-character", fields=TYPESET, cues=("&", "%", "_", "#", "^"))
def unescaped_character(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the five characters outside mathematics, links and commands."""
    value = field.value
    # Another rule reports unbalanced dollar signs, which would hide the mathematics here.
    if value.replace("\\$", "").count("$") % 2:
        return
    text = _SKIPPED.sub(lambda match: " " * len(match[0]), without_code(value))
    marks = (_mark(match, field.name) for match in _SPECIAL.finditer(text))
    yield from findings_at(field, entry, marks, "put a backslash before it")


def _mark(match: re.Match[str], name: str) -> Mark:
    char = match[1]
    message = f"`{char}` in `{name}` {_HARM[char]}; write `\\{char}`"
    if char == "^":
        return Mark(
            *match.span(), f"`^` in `{name}` {_HARM[char]}; write `$^{{...}}$` or \\textasciicircum"
        )
    return Mark(match.start(), match.end(), message, f"\\{char}" * len(match[0]))
