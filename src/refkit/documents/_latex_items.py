"""The items of LaTeX's reference lists, found before the text is read, so that no damage to it can hide one."""

from __future__ import annotations

from bisect import bisect_left

from refkit.documents._latex_active import active_text
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_ITEM = lazy_pattern(
    r"\\(?:bibitem|harvarditem)(?![A-Za-z@])(?=\s*+[\[{\\])"
    r"(?!\s*+(?>(?:\[[^\[\]{}]*+\])?)\s*+\{[^{}]{0,20}#)"  # of a definition
)
_DEFINER = lazy_pattern(
    r"\\(?:(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|[gex]?def)\*?[ \t]*\{?[ \t]*"
    r"|let[ \t]*(?:\\\w+[ \t]*=?[ \t]*)?)\Z"
)


@dataclass(slots=True, frozen=True)
class Items:
    """The offsets of the items of a text in ascending order; its length is the last one."""

    starts: tuple[int, ...]

    def next(self, position: int) -> int:
        """Return the offset of the first item at or after a position, or the length of the text."""
        return self.starts[min(bisect_left(self.starts, position), len(self.starts) - 1)]

    def __contains__(self, offset: int) -> bool:
        return offset < self.starts[-1] and self.next(offset) == offset


def items_of(text: str, begin: int) -> Items:
    """Return the items after `begin` that TeX executes: not in comments, verbatim text or definitions."""
    if "\\bibitem" not in text and "\\harvarditem" not in text:
        return Items((len(text),))
    active = active_text(text)
    found = (match.start() for match in _ITEM.finditer(active, begin))
    used = (start for start in found if not _DEFINER.search(active[max(start - 60, 0) : start]))
    return Items((*used, len(text)))
