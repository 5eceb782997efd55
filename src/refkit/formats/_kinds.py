"""Kinds of output files, recognized so that an output does not replace another file."""

from __future__ import annotations

import re

from refkit.files.output import OutputKind
from refkit.formats import Format, writable_formats
from refkit.patterns import lazy_pattern

# Marks that refkit's citations and bibliographies never contain: headings, the beginning of a document or page,
# front matter, the first line of a script, other JSON objects, tables of a configuration file.
_DOCUMENT = lazy_pattern(
    r"""\A\s*(?:\#!|---[ \t]*$|<\?xml|(?i:<!doctype|<html)|%PDF|PK|\{\s*"(?!citations"))
    |^\#{1,6}[ ]|^\\documentclass|^\\begin\{document\}|^={4,}[ \t]*$
    |^\[[\w.-]+\][ \t]*\r?\n[\w-]+[ ]?=""",
    re.MULTILINE | re.VERBOSE,
)


def reference_file(file_format: Format) -> OutputKind:
    """Return the kind of a reference file in a format."""
    return OutputKind(
        f"a file of the format {file_format.name}", lambda text: _is_format(text, file_format)
    )


def _is_format(text: str, file_format: Format) -> bool:
    return text.strip() in ("", "[]") or file_format.detect(text)


BIBLIOGRAPHY_FILE = OutputKind("a bibliography", lambda text: not _is_other_file(text))


def _is_other_file(text: str) -> bool:
    """Whether a text is a document or a reference file; other plain text cannot be recognized."""
    return bool(_DOCUMENT.search(text)) or any(
        file_format.detect(text) for file_format in writable_formats().values()
    )
