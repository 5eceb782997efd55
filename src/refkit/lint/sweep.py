"""Iterate over the entries of a library without keeping the fields that are read during the iteration.

The fields of an entry take five times the memory of its text, and a large file has a million entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import overload

from refkit.model.entry import Entry
from refkit.model.library import Library


class Swept(Sequence[Entry]):
    """Entries whose fields are dropped when the next entry is requested.

    Fields that were read before are kept, because other code uses them.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            if entry.is_read:
                yield entry
            else:
                yield entry
                entry.forget_fields()

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        return self._entries[index]


def swept(library: Library) -> Library:
    """Return the library for rules that iterate over all of its entries."""
    entries = library.entries
    kept = entries if all(entry.is_read for entry in entries) else Swept(entries)
    return Library(library.items, kept, library.faults, library.sources)


def forget_fields(entries: Iterable[Entry]) -> None:
    """Free the memory of the fields of entries that no other code uses."""
    for entry in entries:
        entry.forget_fields()


def chunks(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Yield the entries in lists; the fields of one list are dropped before the next list is yielded.

    The last list keeps its fields, so that those of a small file are read only once.
    """
    rest = iter(entries)
    chunk = list(islice(rest, size))
    while chunk:
        unread = [entry for entry in chunk if not entry.is_read]
        yield chunk
        chunk = list(islice(rest, size))
        forget_fields(unread if chunk else ())
