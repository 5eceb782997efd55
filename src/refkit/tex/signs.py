"""Commands for characters in addresses and DOIs, which are otherwise read as written."""

from __future__ import annotations

import re

from refkit.data.tex import SYMBOLS
from refkit.patterns import lazy_pattern

# TeX ignores the space after a command.
_SIGN_COMMAND = lazy_pattern(r"\{\\([A-Za-z]++)\s*+\}|\\([A-Za-z]++)(?:\{\}|\s++|(?!\{))")
_BREAKS = frozenset(("allowbreak", "linebreak", "newline", "string"))


def decode_signs(tex: str) -> str:
    """Return an address or a DOI with the commands for ASCII characters as characters.

    `{\\textless}` and `\\slash ` are examples. Nothing else changes.
    """
    return _SIGN_COMMAND.sub(_decode_sign_command, tex) if "\\" in tex else tex


def _decode_sign_command(command: re.Match[str]) -> str:
    name = command[1] or command[2]
    sign = "" if name in _BREAKS else SYMBOLS.get(name, command[0])
    return sign if sign.isascii() else command[0]
