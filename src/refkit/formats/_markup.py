"""Markup of titles and abstracts in publishers' records: JATS, MathML and HTML become CSL's inline markup."""

from __future__ import annotations

import html
import re

from refkit.patterns import lazy_pattern

_INLINE = {
    "b": "b", "bold": "b", "em": "i", "i": "i", "italic": "i", "strong": "b", "sub": "sub", "sup": "sup",
}  # fmt: skip
_SMALL_CAPS = '<span style="font-variant:small-caps;">'
_TAG = lazy_pattern(r"<(/?)(?:[A-Za-z]{1,8}:)?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>")
_HEADING = lazy_pattern(
    r"<(?:jats:)?title>\s*(?:abstract|summary|zusammenfassung|résumé|resumen)\s*\.?\s*</(?:jats:)?title>",
    re.IGNORECASE,
)
_SPACE = lazy_pattern(r"\s+")
_BLOCKS = frozenset("br div list-item p sec title".split())


def from_jats(text: str) -> str:
    """Return a text with CSL's inline markup only, on one line."""
    if "<" in text:
        text = _TAG.sub(_tag, _HEADING.sub(" ", text))
    if "&" in text:
        text = html.unescape(html.unescape(text))  # deposits are often escaped twice
    return _SPACE.sub(" ", text).strip()


def _tag(match: re.Match[str]) -> str:
    slash, name = match[1], match[2].lower()
    if name in _INLINE:
        return f"<{slash}{_INLINE[name]}>"
    if name in ("sc", "scp"):
        return "</span>" if slash else _SMALL_CAPS
    return " " if name in _BLOCKS else ""
