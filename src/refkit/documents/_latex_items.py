"""The items of LaTeX's reference lists, found before the text is read, so that no damage to it can hide one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from refkit.documents import DocumentFault
from refkit.documents._latex_active import active_text
from refkit.documents._latex_braces import skip_space
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_ITEM = lazy_pattern(
    r"\\(?:bibitem|harvarditem)(?![A-Za-z@])(?=\s*+[\[{\\])"
    r"(?!\s*+(?>(?:\[[^\[\]{}]*+\])?)\s*+\{[^{}]{0,20}#)"  # of a definition
)
_BIB = lazy_pattern(r"\s*+\{([^{}\n]{0,200}+)\}\s*+\{[A-Za-z.]{1,40}+\}\s*+\{")
_AFTER_BIB = lazy_pattern(r"\\bib\*?\s*\{|\\end\s*\{")
_DEFINER = lazy_pattern(
    r"\\(?:(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|[gex]?def)\*?[ \t]*\{?[ \t]*"
    r"|let[ \t]*(?:\\\w+[ \t]*=?[ \t]*)?)\Z"
)

MAX_PREAMBLE = 6_000  # definitions of styles between the beginning of a list and its first item
MAX_BIB = 50_000  # characters of a record of amsrefs


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


def first_item(text: str, position: int) -> int:
    """Return the offset of the first item of a list after the definitions of its style, or the same position."""
    limit = position + MAX_PREAMBLE
    first = text.find("\\bibitem", position, limit)
    end = text.find("\\end{thebibliography}", position, limit)
    return first if first >= 0 and (end < 0 or first < end) else position


def bib_end(
    text: str, position: int, group_end: Callable[[int], int | None], limit: int
) -> int | None:
    """Return the end of a record of amsrefs, `\\bib{key}{type}{fields}` or `\\bib*`, or None if it is malformed."""
    for _ in range(3):
        opening = skip_space(text, position)
        end = group_end(opening) if text.startswith("{", opening) else None
        if end is None or end >= min(limit, position + MAX_BIB):
            return None
        position = end + 1
    fields = text[opening:position]
    return position if "=" in fields and "\\bib{" not in fields else None


def unclosed_bib(text: str, position: int) -> DocumentFault | None:
    """Return the fault of a record of amsrefs whose fields are not closed, or None for another command.

    Its span ends before the next record or the end of the list.
    """
    match = _BIB.match(text, position)
    if match is None:
        return None
    message = f"the fields of the reference `{match[1].strip()}` are not closed with `}}`"
    following = _AFTER_BIB.search(text, match.end(), match.end() + MAX_BIB)
    return DocumentFault(Span(position, following.start() if following else match.end()), message)
