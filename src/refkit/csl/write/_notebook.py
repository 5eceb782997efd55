"""Citations and bibliographies as a notebook shows them."""

from __future__ import annotations

import html
from collections.abc import Sequence


def notebook_html(
    text: str, output: str, citations: Sequence[str] = (), hanging_indent: bool = False
) -> str:
    """Return citations and a bibliography in any output as HTML for a notebook."""
    if output != "html":
        shown = "\n\n".join([*citations, text])
        return f'<pre style="white-space: pre-wrap;">{html.escape(shown, quote=False)}</pre>'
    paragraphs = "".join(f"<p>{citation}</p>\n" for citation in citations)
    return f'<div class="refkit-output">\n{paragraphs}{_with_inline_style(text, hanging_indent)}\n</div>'


def _with_inline_style(text: str, hanging_indent: bool) -> str:
    """Return a bibliography with the layout in `style` attributes, because a style sheet would affect the notebook."""
    if hanging_indent and "csl-left-margin" not in text:
        entry = '<div style="padding-inline-start: 2em; text-indent: -2em;" class="csl-entry"'
        return text.replace('<div class="csl-entry"', entry)
    margin = "float: inline-start; min-width: 2.5em;"
    return text.replace(
        '<div class="csl-left-margin">', f'<div class="csl-left-margin" style="{margin}">'
    ).replace(
        '<div class="csl-right-inline">',
        '<div class="csl-right-inline" style="margin-inline-start: 3em;">',
    )
