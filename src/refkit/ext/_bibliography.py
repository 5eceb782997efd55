"""The references of a project, and what is wrong with its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refkit.formatting import by_key
from refkit.inputs import load
from refkit.library import Library
from refkit.model.item import Item

_REPORTED = frozenset(("syntax", "empty", "encoding"))


class FileProblem(NamedTuple):
    """A problem in a file with references; the line is 0 for the whole file."""

    message: str
    line: int


def read_bibliography(path: str) -> tuple[Sequence[Item], list[FileProblem]]:
    """Return the references of a file, and its syntax errors and repeated keys. Raises RefkitError."""
    library = load(path)
    return library.items, list(_problems(library))


def _problems(library: Library) -> Iterator[FileProblem]:
    for fault in library.faults:
        if fault.kind in _REPORTED:
            yield FileProblem(fault.message, fault.source.position(fault.span.start).line)
    for message in by_key(library.items)[1]:
        yield FileProblem(message, 0)
