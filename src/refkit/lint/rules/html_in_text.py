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

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_HTML = lazy_pattern(
    r"</?(?:su[bp]|i|b|em|strong|it|br|p|span|inf|scp|u|tt|h\d)\s*/?>|&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
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
}


@rule(
    "TTL223", "html-in-text",
    fields=("title", "booktitle", "journal", "journaltitle", "author", "editor", "publisher", "series", "subtitle"),
)  # fmt: skip
def html_in_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for tags and entities."""
    if "<" not in field.value and "&" not in field.value:
        return
    match = _HTML.search(field.value)
    if match:
        yield Finding(
            field.value_span,
            f"`{match[0]}` in `{field.name}` is HTML, which TeX prints as it stands; write it in TeX",
            _fix(field, entry),
        )


def _fix(field: Field, entry: Entry) -> Fix | None:
    raw = entry.source.slice(field.value_span)
    text = _HTML.sub(_in_tex, field.value)
    if raw[1:-1] != field.value or _HTML.search(text) or text.count("{") != text.count("}"):
        return None
    return Fix(
        (Edit(field.value_span, raw[0] + text + raw[-1]),), Safety.UNSAFE, "write the HTML in TeX"
    )


def _in_tex(match: re.Match[str]) -> str:
    import html

    found = match[0]
    if found.startswith("&"):
        char = html.unescape(found)
        return _SPECIAL.get(char, char) if char != found else found
    name = found.strip("</>").strip()
    if name not in _OPEN:
        return found
    return "}" if found.startswith("</") else _OPEN[name]
