"""JSON for people: letters as they are, and nothing that steers a terminal."""

from __future__ import annotations

import json
import re

from refkit.patterns import lazy_pattern

# `json` escapes the controls below U+0020; these it leaves, and surrogates have no UTF-8.
_LEFT = lazy_pattern("[\x7f-\x9f\ud800-\udfff]")


def json_text(value: object, indent: int | None = None) -> str:
    """Return a value as JSON with control characters and lone surrogates escaped."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return written if written.isascii() and "\x7f" not in written else _LEFT.sub(_escape, written)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
