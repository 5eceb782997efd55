"""Regular expressions that are compiled at their first use.

Compiling the patterns of all imported modules takes longer than most commands need for their work, and a run uses only
a small part of them.
"""

from __future__ import annotations

import re
from typing import cast


class _LazyPattern:
    """A proxy for a compiled pattern.

    The first access to an attribute compiles the pattern and copies its bound methods to the slots, so that later
    calls are as fast as those of the pattern itself.
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
        # Python calls this only for a slot without a value, or for an unknown name.
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
