"""A .bib text whose entries are changed, added, removed and moved, each at the cost of what it touches."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from refkit.formats.bibtex.entry_layout import EntryLayout, file_layout
from refkit.formats.bibtex.entry_text import EntryText
from refkit.formats.bibtex.scan import ScanResult
from refkit.patterns import lazy_pattern

LINE_END = lazy_pattern(r"\r\n|\r|\n")


class EditedText:
    """The entries of a text and the texts between them.

    An entry is a number from 1, its node; entries that are added get higher numbers. The text of an entry is copied
    when it is first changed, and the order of the entries is a linked list. Node 0 is before the first and after the
    last entry.
    """

    def __init__(self, text: str, scanned: ScanResult, dialect: str) -> None:
        self._text, self._scan, self._dialect = text, scanned, dialect
        self._is_reordered = False  # whether entries were added, removed or moved
        self._changed: dict[int, EntryText] = {}
        self._gaps: dict[int, str] = {}  # changed texts before entries; that of node 0 is the last
        self._positions: dict[int, int] = {}  # of added and moved entries
        self.removed: set[int] = set()
        self._layout: EntryLayout | None = None

    @cached_property
    def _next(self) -> array[int]:
        return array("q", [*range(1, len(self._scan) + 1), 0])

    @cached_property
    def _previous(self) -> array[int]:
        return array("q", [len(self._scan), *range(len(self._scan))])

    @property
    def layout(self) -> EntryLayout:
        """The layout of most entries of the text."""
        if self._layout is None:
            self._layout = file_layout(self._text, self._scan)
        return self._layout

    def with_line_ends(self, text: str) -> str:
        """Return a text with the line ends of the file."""
        return LINE_END.sub(self.layout.newline, text) if "\n" in text or "\r" in text else text

    @property
    def has_moved_entries(self) -> bool:
        """Whether entries were added or moved."""
        return bool(self._positions)

    @property
    def text(self) -> str:
        """The text with all edits."""
        parts: list[str] = []
        start = end = 0  # unchanged text that is not copied yet
        for node in [*self, 0]:
            is_next = self._is_unchanged_after(node, end)
            if not is_next:
                parts += (self._text[start:end], self.gap(node))
                if node and (node in self._changed or node > len(self._scan)):
                    parts.append(self._changed[node].text)
                    start = end = 0
                    continue
                start = self._bounds(node)[0]
            end = self._bounds(node)[1]
        return "".join([*parts, self._text[start:end]])

    def _is_unchanged_after(self, node: int, end: int) -> bool:
        """Whether the text from an offset to the end of an entry, or of the text, is as it was read."""
        if node in self._gaps or node in self._changed or node > len(self._scan):
            return False
        before = node - 1 if node else len(self._scan)
        return end == (self._bounds(before)[1] if before else 0)

    def _bounds(self, node: int) -> tuple[int, int]:
        return self._scan.bounds(node - 1) if node else (len(self._text), len(self._text))

    def __iter__(self) -> Iterator[int]:
        """Yield the nodes in file order."""
        if not self._is_reordered:
            yield from range(1, len(self._scan) + 1)
            return
        node = self._next[0]
        while node:
            yield node
            node = self._next[node]

    @property
    def keys(self) -> list[str]:
        """The keys of the entries in file order."""
        return [self.key(node) for node in self]

    def key(self, node: int) -> str:
        """Return the key of an entry."""
        changed = self._changed.get(node)
        return (
            self._text[slice(*self._scan.key_bounds(node - 1))] if changed is None else changed.key
        )

    def key_start(self, node: int) -> int:
        """Return the offset of the key in the text of an entry."""
        changed = self._changed.get(node)
        if changed is not None:
            return changed.key_start
        return self._scan.key_bounds(node - 1)[0] - self._bounds(node)[0]

    def entry_text(self, node: int) -> str:
        """Return the text of an entry."""
        changed = self._changed.get(node)
        return self._text[slice(*self._bounds(node))] if changed is None else changed.text

    def gap(self, node: int) -> str:
        """Return the text before an entry, back to the previous one; that of node 0 is the end of the text."""
        if node in self._gaps:
            return self._gaps[node]
        before = node - 1 if node else len(self._scan)
        return self._text[self._bounds(before)[1] if before else 0 : self._bounds(node)[0]]

    def set_gap(self, node: int, text: str) -> None:
        """Replace the text before an entry."""
        self._gaps[node] = text

    def last(self) -> int:
        """Return the last entry, or 0."""
        return self._previous[0]

    def previous(self, node: int) -> int:
        """Return the entry before an entry, or 0."""
        return self._previous[node]

    def changed_nodes(self) -> list[int]:
        """Return the entries that were added or whose texts were changed."""
        return list(self._changed)

    def remove(self, node: int) -> None:
        """Remove an entry."""
        self.unlink(node)
        self._changed.pop(node, None)
        self.removed.add(node)

    def is_changed(self, node: int) -> bool:
        """Whether an entry was added or its text was changed."""
        return node in self._changed

    def position(self, node: int) -> int:
        """Return the offset in the text as it was read up to which definitions of macros apply to an entry."""
        return self._positions[node] if node in self._positions else self._bounds(node)[0]

    def position_after(self, previous: int) -> int:
        """Return the position of an entry that is inserted after another one."""
        if previous == 0:
            return self._bounds(self._next[0])[0] if self._next[0] <= len(self._scan) else 0
        if previous in self._positions:
            return self._positions[previous]
        return len(self._text) if previous == self._previous[0] else self._bounds(previous)[1]

    def add(self, entry: EntryText, previous: int) -> int:
        """Insert a new entry after another one; return its node."""
        node = len(self._next)
        self._next.append(0)
        self._previous.append(0)
        self._changed[node] = entry
        self.link(node, previous)
        return node

    def unlink(self, node: int) -> None:
        """Remove an entry from the order, and join the texts around it."""
        previous, following = self._previous[node], self._next[node]
        gap_before, gap_after = self.gap(node), self.gap(following)
        if not following and not gap_before.strip():
            gap = gap_after
        elif not gap_after.strip():
            gap = gap_before
        else:
            gap = gap_after if not gap_before.strip() and previous else gap_before + gap_after
        self._gaps[following] = gap
        self._gaps.pop(node, None)
        self._is_reordered = True
        self._next[previous], self._previous[following] = following, previous

    def link(self, node: int, previous: int) -> None:
        """Insert an entry after another one, and separate it like the others."""
        self._positions[node] = self.position_after(previous)
        following = self._next[previous]
        gap, newline = self.gap(following), self.layout.newline
        gap_before, gap_after = gap, self.layout.gap
        if not following:
            text_before = gap.rstrip("\r\n")
            gap_before = (text_before + self.layout.gap) if text_before or previous else ""
            gap_after = gap[len(text_before) :] or newline
        elif previous:
            lead = len(gap) - len(gap.lstrip("\r\n \t"))
            gap_before, gap_after = (
                (self.layout.gap, gap) if lead else (self.layout.gap, self.layout.gap + gap)
            )
        self._gaps[node], self._gaps[following] = gap_before, gap_after
        self._is_reordered = True
        self._next[previous], self._previous[following] = node, node
        self._next[node], self._previous[node] = following, previous

    def reorder(self, order: Sequence[int], gaps: Mapping[int, str]) -> None:
        """Put all entries in another order, with other texts before them and at the end."""
        self._is_reordered = True
        for previous, node in zip([0, *order], [*order, 0], strict=True):
            self._next[previous], self._previous[node] = node, previous
        self._gaps = dict(gaps)
        for node in order:
            if node not in self._positions:
                self._positions[node] = self._bounds(node)[0]

    def entry(self, node: int) -> EntryText:
        """Return the text of an entry, so that it can be changed."""
        entry = self._changed.get(node)
        if entry is None:
            start, end = self._bounds(node)
            key_start, key_end = self._scan.key_bounds(node - 1)
            key = self._text[key_start:key_end]
            entry = EntryText(self._text[start:end], self._dialect, key, key_start - start)
            self._changed[node] = entry
        return entry
