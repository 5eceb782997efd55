"""The lines of a text with their positions, and which of them are page headers, page numbers and the like."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from refkit.documents import LINE_BREAK
from refkit.integers import read_int
from refkit.patterns import lazy_pattern


class Line(NamedTuple):
    """A nonempty line: `text[start:end]`, without the surrounding space.

    `indent` counts columns, `gap` the empty lines before it, `page` the form feeds before it. A gap of -1 means that a
    page begins there, so that the gap is unknown. `broken` is true if its paragraph begins in a line before it.
    """

    text: str
    start: int
    end: int
    indent: int
    gap: int
    page: int
    broken: bool = False

    @property
    def edge(self) -> int:
        """Return the column at which the line ends."""
        return self.indent + len(self.text)


_LINE = lazy_pattern(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]++")
_TAB = 8
_SPACE = " \t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = "\ufeff\u200b\u200e\u200f\u2060"


def lines_of(text: str) -> list[Line]:
    """Return the nonempty lines of a text."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    at = page = gap = 0
    for match in _LINE.finditer(text):
        between = text[at : match.start()]
        at = match.end()
        gap += _line_ends(between)
        page += between.count("\f")
        written = match.group()
        stripped = written.strip(_SPACE + _UNSEEN)
        if not stripped:
            continue
        start = match.start() + written.index(stripped[0])
        lead = written[: start - match.start()]
        indent = len(lead.expandtabs(_TAB)) if "\t" in lead else len(lead)
        end = start + len(stripped)
        broken = gap == 1 and between == LINE_BREAK
        yield Line(stripped, start, end, indent, max(gap - 1, 0), page, broken)
        gap = 0


def _line_ends(between: str) -> int:
    if between == "\n":
        return 1
    return len(between) - between.count("\r\n") - between.count("\f")


_DIGITS = lazy_pattern(r"\d+")
_PAGE_NUMBER = lazy_pattern(
    r"(?:[-–—|~·•]\s?)?(?:(?:page|pag\.|p\.|seite|s\.|página|стр\.)\s?)?(\d{1,4}|[ivxl]{1,7}|[IVXL]{1,7})"
    r"(?:\s?(?:of|/|von|de|sur|из)\s?\d{1,4})?(?:\s?[-–—|~·•])?",
    re.IGNORECASE,
)
_NUMBERED_HEAD = lazy_pattern(
    r"(?P<before>\d{1,4})[\s|]+(?P<last>[^\d\s][^\d]*)|(?P<first>[^\d]*[^\d\s|])[\s|]+(?P<behind>\d{1,4})"
)
_LONGEST_HEAD = 120
_HEAD_DEPTH = 3


def page_furniture(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of lines that belong to the page: its number, header and footer."""
    numbers = _page_numbers(lines)
    return numbers | _running_heads(lines, numbers)


def without_furniture(lines: Sequence[Line], keep: Callable[[Line], bool]) -> Iterator[Line]:
    """Yield the lines that do not belong to the page, and those that `keep` accepts."""
    furniture = page_furniture(lines)
    page, cut = 0, False
    for at, line in enumerate(lines):
        if at in furniture and not keep(line):
            cut = True
            continue
        yield line._replace(gap=-1) if cut or line.page != page else line
        page, cut = line.page, False


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    alone: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        if len(line.text) <= 24 and (match := _PAGE_NUMBER.fullmatch(line.text)):
            alone.append((at, match.group(1)))
    values = {read_int(number) for _, number in alone if number.isdecimal()}
    found = set()
    for at, number in alone:
        counted = number.isdecimal() and not values.isdisjoint(
            {read_int(number) - 1, read_int(number) + 1}
        )
        if counted or _at_page_edge(lines, at) or _apart(lines, at):
            found.add(at)
    return found


def _at_page_edge(lines: Sequence[Line], at: int) -> bool:
    page = lines[at].page
    before = at == 0 or lines[at - 1].page != page
    after = at + 1 == len(lines) or lines[at + 1].page != page
    return (before or after) and lines[-1].page > 0


def _apart(lines: Sequence[Line], at: int) -> bool:
    after = lines[at + 1].gap if at + 1 < len(lines) else 1
    return lines[at].gap > 0 and after > 0


def _running_heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return short lines that appear repeatedly at the edges of pages, apart from their numbers."""
    pages: dict[str, set[int]] = defaultdict(set)
    edges: list[int] = []
    for page, at in _page_edges(lines, numbers):
        if len(lines[at].text) <= _LONGEST_HEAD:
            edges.append(at)
            pages[_likeness(lines[at].text)].add(page)
    repeated = {at for at in edges if len(pages[_likeness(lines[at].text)]) >= 3}
    return repeated | _page_tops(lines) | _numbered_heads(lines)


def _page_tops(lines: Sequence[Line]) -> set[int]:
    """Return first lines of pages with the same words, apart from the text below them."""
    tops = [
        at
        for at, (before, line) in enumerate(pairwise(lines), 1)
        if line.page != before.page
        and len(line.text) <= _LONGEST_HEAD
        and (at + 1 == len(lines) or lines[at + 1].gap > 0)
    ]
    count = Counter(_likeness(lines[at].text) for at in tops)
    return {at for at in tops if count[_likeness(lines[at].text)] >= 2}


def _numbered_heads(lines: Sequence[Line]) -> set[int]:
    """Return lines with the same words and an increasing number before or after them."""
    heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST_HEAD and (match := _NUMBERED_HEAD.fullmatch(line.text)):
            number = match.group("before") or match.group("behind")
            words = " ".join((match.group("first") or match.group("last")).split())
            heads[words.casefold()].append((at, read_int(number)))
    found: set[int] = set()
    for places in heads.values():
        numbers = [number for _, number in places]
        if len(places) >= 3 and all(
            0 < after - before <= 40 for before, after in pairwise(numbers)
        ):
            found.update(at for at, _ in places)
    return found


def _page_edges(lines: Sequence[Line], numbers: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the page and index of its first and last lines; pages end at form feeds or at page numbers."""
    kept = [at for at in range(len(lines)) if at not in numbers]
    ends = [0]
    for place, (before, at) in enumerate(pairwise(kept), 1):
        if lines[at].page != lines[before].page or at - before > 1:
            ends.append(place)
    for page, (first, last) in enumerate(pairwise([*ends, len(kept)])):
        places = kept[first:last]
        if len(places) > 2 * _HEAD_DEPTH:
            places = [*places[:_HEAD_DEPTH], *places[-_HEAD_DEPTH:]]
        yield from ((page, at) for at in places)


def _likeness(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).split()).casefold()


def width_of(lines: Sequence[Line]) -> int:
    """Return the column at which full lines end; a few may be longer, such as those that end in an address."""
    edges = sorted(line.edge for line in lines if not _UNBREAKABLE.search(line.text[-200:]))
    edges = edges or sorted(line.edge for line in lines)
    return edges[int(len(edges) * 0.96)] if edges else 0


_UNBREAKABLE = lazy_pattern(r"\S{25}$")

# Nobody sets lines as long as this: what is longer is a paragraph.
_WIDEST = 160


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Return whether lines end at the page width, and not only at the ends of paragraphs."""
    return sum(len(line.text) > _WIDEST for line in lines) * 10 < len(lines)
