"""A character is escaped for a format other than TeX.

`M\\u00fcller` comes from JSON, `M=C3=BCller` from e-mail and `M%C3%BCller` from a URL. TeX does not decode them.
In CSL-JSON, the commands of TeX (`\\textit{...}`) are printed as they are.

Example:

    @article{mueller2015,
      author = {M=C3=BCller, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{mueller2015,
      author = {Müller, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the character replaces the escape.
Source: RFC 8259, section 7; RFC 2045, section 6.7; RFC 3986, section 2.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import TEX_FORMATS, Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

TEXT = (
    "title", "subtitle", "booktitle", "journal", "journaltitle", "publisher", "series", "school", "institution",
    "organization", "author", "editor", "translator", "address", "location", "note",
)  # fmt: skip
_JSON = r"\\?(?<=[A-Za-z\\])u(00[a-f][0-9a-f]|01[0-7][0-9a-f]|201[34589cd])(?![0-9a-f])"
_BYTES = (
    r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F]){1,3})+"
    r"|(?:\\x[c-f][0-9a-f](?:\\x[89ab][0-9a-f]){1,3})+"
)
_ESCAPE = lazy_pattern(f"{_JSON}|{_BYTES}")
# Texts of CSL-JSON, and what is TeX in them.
_IN_JSON = (
    "title",
    "title-short",
    "container-title",
    "collection-title",
    "event-title",
    "publisher",
)
_MATHEMATICS = lazy_pattern(r"\$[^$]*\$")
_COMMAND = lazy_pattern(
    r"\\(?:(?:text(?:it|bf|sc|tt|rm|sf|sl|up|subscript|superscript)|emph|mkbibquote|mkbibemph)\s*\{[^{}]*\}"
    r"|[\"'`^~]\{?\\?[A-Za-z]\}?|[cvuHkr]\{[A-Za-z]\}|[&%#_])"
)
_HEXADECIMAL = lazy_pattern(r"[0-9A-Fa-f]{2}")


@rule(
    "TEX233",
    "escaped-for-other-format",
    fields=(*TEXT, *_IN_JSON),
    formats=(*TEX_FORMATS, "csl-json"),
    cues=("u0", "u2", "=", "%", "\\"),
)
def escaped_for_other_format(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report escapes of characters outside ASCII."""
    value = field.value
    if entry.source.format == "csl-json":
        yield from _tex_in_json(field)
        return
    if not ("u0" in value or "u2" in value or "=" in value or "%" in value or "\\x" in value):
        return
    if "://" not in value:
        marks = (_mark(match, field) for match in _ESCAPE.finditer(value))
        yield from findings_at(field, entry, filter(None, marks), "write the character")


def _tex_in_json(field: Field) -> Iterator[Finding]:
    """Report the first TeX command in a text of CSL-JSON, outside mathematics."""
    command = _COMMAND.search(_MATHEMATICS.sub("", field.value)) if field.name in _IN_JSON else None
    if command:
        message = f"`{command[0]}` in `{field.name}` is TeX, which CSL-JSON prints as it is; write its output"
        yield Finding(field.value_span, message)


def _mark(found: re.Match[str], field: Field) -> Mark | None:
    right = _character(found)
    if not right.isprintable() or not right:
        return None
    message = f"`{found[0]}` in `{field.name}` is an escape from another format; write `{right}`"
    return Mark(*found.span(), message, right)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return bytes.fromhex(found[1]).decode("utf-16-be")
    return bytes.fromhex("".join(_HEXADECIMAL.findall(found[0]))).decode("utf-8", "ignore")
