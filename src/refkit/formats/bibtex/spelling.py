"""Conversion of letters in TeX between ASCII and Unicode, without other changes."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode
from refkit.tex.encode import encode

_LETTER = r"(?:\{\s*(?:\\[ij]|[A-Za-z])\s*\}|\\[ij](?![A-Za-z])[ \t\r\n]*|[A-Za-z])"
_ACCENTED = (
    rf"\\(?:[`'^~\"=.]\s*{_LETTER}|[uvHckdbr](?:\s*\{{\s*(?:\\[ij]|[A-Za-z])\s*\}}|[ ][A-Za-z]))"
)
_NAMED = r"\\(?:ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|dh|DH|dj|DJ|ng|NG|th|TH)"
# A command for a letter ignores the space after it, so only one that ends in a delimiter is matched.
_SPELLED = lazy_pattern(
    rf"(?<!\\)(?:\{{\s*(?:{_ACCENTED}|{_NAMED})\s*\}}|{_ACCENTED}|{_NAMED}\{{\}})"
)
_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]")


def to_unicode(tex: str) -> str:
    """Return TeX with accented and special letters in Unicode."""
    if "\\" not in tex:
        return tex
    return _if_equivalent(tex, _SPELLED.sub(_to_character, tex))


def to_tex(tex: str) -> str:
    """Return TeX in ASCII, as far as TeX has commands for its characters."""
    if tex.isascii():
        return tex
    return _if_equivalent(tex, _NOT_ASCII.sub(lambda match: _to_command(match[0]), tex))


def _to_character(spelled: re.Match[str]) -> str:
    character, unknown = decode(spelled[0])
    return character if len(character) == 1 and character.isalpha() and not unknown else spelled[0]


def _to_command(character: str) -> str:
    word = encode(character)
    return word if word.isascii() else character


def _if_equivalent(tex: str, respelled: str) -> str:
    return respelled if decode(respelled, protect=True) == decode(tex, protect=True) else tex
