"""Sorting of the entries of a .bib text with the comments that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from refkit.formats.bibtex.edit import Document
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_LINE_END = lazy_pattern(r"\r\n|\n|\r")
_EMPTY_LINE = lazy_pattern(r"(?>\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


@dataclass(slots=True)
class _Gap:
    """The text before an entry: the rest of the line of the previous one, other text, and comments on the entry."""

    trailer: str
    separate: str
    attached: str


def sort_entries(document: Document, arrange: Callable[[Sequence[int]], Sequence[int]]) -> None:
    """Arrange entries in the order that a function returns.

    Comments directly above an entry, or after it on its last line, move with it. Entries are not moved across other
    text, such as an @string, nor across malformed ones. In BibTeX, parents stay below the entries that name them.
    """
    nodes = list(document.entries)
    gaps = [_split(document.entries.gap(node), number == 0) for number, node in enumerate(nodes)]
    last = _split(document.entries.gap(0) if nodes else "", not nodes)
    trailers = [*(gap.trailer for gap in gaps[1:]), last.trailer]
    place = {node: number for number, node in enumerate(nodes)}
    order = [
        node
        for section in _sections(document, nodes, gaps)
        for node in _arranged(document, section, arrange)
    ]
    if order == nodes:
        return
    texts = {}
    before = gaps[0].trailer
    for slot, node in enumerate(order):
        texts[node] = before + gaps[slot].separate + gaps[place[node]].attached
        before = trailers[place[node]]
    texts[0] = before + last.separate + last.attached
    document.entries.reorder(order, texts)


def _split(gap: str, is_first: bool) -> _Gap:
    line = _LINE_END.search(gap)
    end = 0 if is_first else line.start() if line else len(gap)
    if not gap[:end].strip() or "@" in gap[:end]:
        end = 0
    body = gap[end:]
    start = attached_start(body)
    return _Gap(gap[:end], body[:start], body[start:])


def attached_start(body: str) -> int:
    """Return the offset of the comment lines that end directly above an entry, or of the end."""
    text_end = len(body.rstrip())
    if not text_end or _EMPTY_LINE.search(body, text_end):
        return len(body)
    cuts = list(_EMPTY_LINE.finditer(body, 0, text_end))
    start = cuts[-1].end() if cuts else len(body) - len(body.lstrip())
    return len(body) if "@" in body[start:] else start


def _sections(
    document: Document, nodes: Sequence[int], gaps: Sequence[_Gap]
) -> Iterator[list[int]]:
    """Yield runs of entries without other text or a malformed entry between them."""
    section: list[int] = []
    for node, gap in zip(nodes, gaps, strict=True):
        is_fixed = document.is_broken(node) or (section and document.is_broken(section[-1]))
        if section and (gap.separate.strip() or is_fixed):
            yield section
            section = []
        section.append(node)
    if section:
        yield section


def _arranged(
    document: Document, section: Sequence[int], arrange: Callable[[Sequence[int]], Sequence[int]]
) -> list[int]:
    if len(section) < 2:
        return list(section)
    order = list(arrange(section))
    if document.dialect == "bibtex":
        order.sort(key=document.is_parent)
    first: dict[str, list[int]] = {}
    for node in section:
        first.setdefault(document.comparable(document.entries.key(node)), []).append(node)
    # entries with the same key keep their order, because only the first one is used
    return [first[document.comparable(document.entries.key(node))].pop(0) for node in order]
