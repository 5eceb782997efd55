"""Regular expressions that are compiled when they are first used.

Compiling the patterns of every imported module takes longer than most commands need for their work;
a run uses a small part of them.
"""

from __future__ import annotations

import re
from typing import cast


class _LazyPattern:
    """A stand-in for a compiled pattern.

    The first access to an attribute compiles the pattern and copies its bound methods to the slots
    here, so that later calls cost what the pattern's own calls cost.
    """

    __slots__ = (
        "_flags",
        "_text",
        "findall",
        "finditer",
        "flags",
        "fullmatch",
        "groupindex",
        "groups",
        "match",
        "pattern",
        "search",
        "split",
        "sub",
        "subn",
    )

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Python calls this only for a slot that has no value yet, or for an unknown name.
        compiled = re.compile(self._text, self._flags)
        for slot in self.__slots__:
            if not slot.startswith("_"):
                setattr(self, slot, getattr(compiled, slot))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[type[_LazyPattern], tuple[str, int]]:
        return _LazyPattern, (self._text, self._flags)

    def __repr__(self) -> str:
        return f"lazy_pattern({self._text!r}, {self._flags!r})"


def lazy_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use. Raises re.error at that use, not here."""
    return cast("re.Pattern[str]", _LazyPattern(text, flags))  # has every attribute of one
