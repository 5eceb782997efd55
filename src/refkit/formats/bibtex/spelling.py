"""Letters of a TeX text spelled in ASCII or in Unicode; all else stays as written."""

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
# a named letter swallows the blank after it, so only one that ends itself is taken
_SPELLED = lazy_pattern(
    rf"(?<!\\)(?:\{{\s*(?:{_ACCENTED}|{_NAMED})\s*\}}|{_ACCENTED}|{_NAMED}\{{\}})"
)
_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]")


def in_unicode(tex: str) -> str:
    """Return TeX with accented and special letters as themselves."""
    if "\\" not in tex:
        return tex
    return _if_same(tex, _SPELLED.sub(_character, tex))


def in_tex(tex: str) -> str:
    """Return TeX in ASCII, as far as TeX has a word for a character."""
    if tex.isascii():
        return tex
    return _if_same(tex, _NOT_ASCII.sub(lambda found: _word(found[0]), tex))


def _character(spelled: re.Match[str]) -> str:
    character, unknown = decode(spelled[0])
    return character if len(character) == 1 and character.isalpha() and not unknown else spelled[0]


def _word(character: str) -> str:
    word = encode(character)
    return word if word.isascii() else character


def _if_same(tex: str, respelled: str) -> str:
    return respelled if decode(respelled, protect=True) == decode(tex, protect=True) else tex
