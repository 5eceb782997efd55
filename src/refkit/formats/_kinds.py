"""Recognize what refkit wrote, so that an output does not replace something else."""

from __future__ import annotations

import re

from refkit.files.output import OutputKind
from refkit.formats import Format, written
from refkit.patterns import lazy_pattern

# What refkit's citations and bibliographies never contain: headings, the frame of a document or page,
# front matter, a script's first line, a JSON object but its own, the tables of a configuration.
_DOCUMENT = lazy_pattern(
    r"""\A\s*(?:\#!|---[ \t]*$|<\?xml|(?i:<!doctype|<html)|%PDF|PK|\{\s*"(?!citations"))
    |^\#{1,6}[ ]|^\\documentclass|^\\begin\{document\}|^={4,}[ \t]*$
    |^\[[\w.-]+\][ \t]*\r?\n[\w-]+[ ]?=""",
    re.MULTILINE | re.VERBOSE,
)


def references_in(known: Format) -> OutputKind:
    """Return the kind of a file with references in a format."""
    return OutputKind(f"a file of the format {known.name}", lambda text: _holds_format(text, known))


def _holds_format(text: str, known: Format) -> bool:
    return text.strip() in ("", "[]") or known.detect(text)


FORMATTED = OutputKind("a bibliography", lambda text: not _is_something_else(text))


def _is_something_else(text: str) -> bool:
    """Whether a text is a document of its own or references of a format; plain text has no other marks."""
    return bool(_DOCUMENT.search(text)) or any(known.detect(text) for known in written().values())
