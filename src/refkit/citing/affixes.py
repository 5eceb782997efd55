"""Markup in the prefixes and suffixes of cites, which passes through the citation processor as it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.patterns import lazy_pattern

# Supplementary Private Use Area-B (Unicode 15, 23.5): characters that no writer escapes and no style changes.
_SIGNS = 0x100000
_TEXTS = 0x101000
_MARKUP = lazy_pattern(r"[\\`*_\[\]<>~^$&#@{}|=+%/]|--++|\.\.\.|(?<=[\w])['\"](?=[\w])")
_SIGN = lazy_pattern("[\U00100000-\U0010007f]")
_TEXT = lazy_pattern("[\U00101000-\U0010fffd]")
MAX_TEXTS = 0xEFFD


def protect(text: str) -> str:
    """Return a text with private characters in place of those that are markup in some syntax."""
    return _MARKUP.sub(lambda match: "".join(chr(_SIGNS + ord(c)) for c in match[0]), text)


def placeholder(number: int) -> str:
    """Return the private character that represents a text of the caller."""
    return chr(_TEXTS + number)


def restore(text: str, texts: Sequence[str] = ()) -> str:
    """Return a text with the markup, and with the caller's texts in place of their private characters."""
    if text.isascii():
        return text
    plain = _SIGN.sub(lambda match: chr(ord(match[0]) - _SIGNS), text)

    def text_of(match: re.Match[str]) -> str:
        number = ord(match[0]) - _TEXTS
        return texts[number] if number < len(texts) else match[0]

    return _TEXT.sub(text_of, plain) if texts else plain
