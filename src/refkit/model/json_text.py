"""JSON with readable letters and without control characters."""

from __future__ import annotations

import json
import re

from refkit.patterns import lazy_pattern

# Control characters that `json` does not escape, and surrogates, which UTF-8 cannot encode.
_UNESCAPED = lazy_pattern("[\x7f-\x9f\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """Return a value as JSON with control characters and lone surrogates escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() and "\x7f" not in text else _UNESCAPED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
