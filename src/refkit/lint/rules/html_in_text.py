"""The text contains HTML.

`<sub>` and `&amp;` come from web pages and databases. TeX prints the tags, and stops at the ampersand of an
entity.

Example:

    @article{frost2015,
      author = {Frost, Ida},
      title = {Growth of CO<sub>2</sub> &amp; Methane Hydrates},
      journal = {Cold Matter},
      year = {2015},
    }

Use instead:

    @article{frost2015,
      author = {Frost, Ida},
      title = {Growth of {CO$_2$} \\& Methane Hydrates},
      journal = {Cold Matter},
      year = {2015},
    }

Fix: unsafe: tags for indices and emphasis and common entities are replaced by TeX.
Source: JabRef's HTML check and HTML converter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, Replacement, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_HTML = lazy_pattern(
    r"</?(?:su[bp]|i|b|em|strong|it|br|p|span|inf|scp|u|tt|h\d)\s*/?>|"
    r"(?:\{\\&\}|(?<!\\)\\&|&)(?:amp;)*(?:[a-zA-Z]{2,8}|\\?#\d{2,5}|\\?#x[0-9a-fA-F]{2,5});"
)
# TeX in an entity that a program has escaped: `\&amp;`, `{\&}lt;`, `\&\#8217;`
_ESCAPES = str.maketrans("", "", "\\{}")
_OPEN = {
    "sub": "\\textsubscript{",
    "sup": "\\textsuperscript{",
    "i": "\\textit{",
    "em": "\\emph{",
    "b": "\\textbf{",
}
_SPECIAL = {
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    "<": "$<$",
    ">": "$>$",
    '"': "''",
    "\u00a0": "~",
    "\u2009": "\\,",
    "$": "\\$",
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


@rule(
    "TTL223",
    "html-in-text",
    severity="warning",
    fields=(
        "title",
        "booktitle",
        "journal",
        "journaltitle",
        "author",
        "editor",
        "publisher",
        "series",
        "subtitle",
    ),
    cues=("<", "&"),
)
def html_in_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report tags and entities."""
    if "<" not in field.value and "&" not in field.value:
        return
    yield from findings_at(field, entry, _marks(field), "replace the HTML with TeX")


def _marks(field: Field) -> Iterator[Mark]:
    """Yield a mark for each entity, each pair of tags and each unpaired tag."""
    opened: list[re.Match[str]] = []
    for found in _HTML.finditer(field.value):
        name = _tag(found[0])
        if found[0].endswith(";"):
            if found[0].startswith("&") or _is_entity(found[0]):
                yield _mark(found, field, _character(found[0]))
        elif name not in _OPEN:
            yield _mark(found, field)
        elif not found[0].startswith("</"):
            opened.append(found)
        elif opened and _tag(opened[-1][0]) == name:
            yield _mark(opened.pop(), field, _OPEN[name], ((*found.span(), "}"),))
        else:
            yield _mark(found, field)
    for found in opened:
        yield _mark(found, field)


def _mark(
    found: re.Match[str],
    field: Field,
    text: str | None = None,
    also: tuple[Replacement, ...] = (),
) -> Mark:
    message = f"`{found[0]}` in `{field.name}` is HTML, which TeX prints unchanged; write it in TeX"
    return Mark(*found.span(), message, text, also)


def _tag(written: str) -> str:
    return written.strip("</>").strip()


def _is_entity(written: str) -> bool:
    """Whether an escaped ampersand begins an entity, and is not a word of the text: `Roe \\&Sons;`."""
    import html

    entity = written.translate(_ESCAPES)
    return html.unescape(entity) != entity


def _character(entity: str) -> str | None:
    """Return an entity in TeX, also one that was escaped twice, or None if it has no certain form.

    Braces would be counted by BibTeX.
    """
    import html

    char = entity = entity.translate(_ESCAPES)
    for _ in range(entity.count("&") + entity.count("amp;")):
        char = html.unescape(char)
    if char in _SPECIAL:
        return _SPECIAL[char]
    plain = len(char) == 1 and char not in "{}\ufffd" and char.isprintable()
    return char if plain and _is_normal(char) else None


def _is_normal(char: str) -> bool:
    """Whether a character is not a combining mark and not a form of another one, such as a fullwidth letter."""
    import unicodedata

    wide = unicodedata.east_asian_width(char) == "F"
    return not unicodedata.combining(char) and not wide and unicodedata.is_normalized("NFC", char)
