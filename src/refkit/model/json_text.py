"""JSON with readable letters and without control characters."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring

from refkit.patterns import lazy_pattern

# Control characters that `json` does not escape, and surrogates, which UTF-8 cannot encode.
_UNESCAPED = lazy_pattern("[\x7f-\x9f\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """Return a value as JSON with control characters and lone surrogates escaped."""
    pad = None if indent is None else " " * indent
    text = json.dumps(value, ensure_ascii=False) if pad is None else _indented(value, "\n", pad)
    return text if text.isascii() and "\x7f" not in text else _UNESCAPED.sub(_escape, text)


def _indented(value: object, line_start: str, indent: str) -> str:
    """Return a value as `json.dumps` indents it, which takes twice as long without its C encoder."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = line_start + indent
    if isinstance(value, dict) and value:
        members = [
            f"{encode_basestring(name)}: {_indented(member, inner, indent)}"
            for name, member in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{line_start}}}"
    if isinstance(value, (list, tuple)) and value:
        members = [_indented(member, inner, indent) for member in value]
        return f"[{inner}{f',{inner}'.join(members)}{line_start}]"
    return json.dumps(value, ensure_ascii=False)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
