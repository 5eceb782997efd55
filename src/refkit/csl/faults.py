"""The errors of a style: those that prevent its use, and the others."""

from __future__ import annotations

from refkit.errors import RefkitError
from refkit.records import dataclass


class StyleError(RefkitError):
    """A style that cannot be used: the error, its line and its file.

    Line 0 means that no line is known; an empty source means that the style did not come from a file.
    """

    def __init__(self, message: str, line: int = 0, source: str = "") -> None:
        where = f"{source}:{line}: " if source else f"line {line}: "
        super().__init__(f"{where}{message}" if line else message)
        self.message = message
        self.line = line
        self.source = source


@dataclass(slots=True, frozen=True)
class StyleFault:
    """An error in a style that can be used nevertheless."""

    message: str
    line: int
