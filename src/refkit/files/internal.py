"""Errors that nothing expected, as errors that a user can report."""

from __future__ import annotations

import traceback
from types import TracebackType

from refkit.errors import InternalError
from refkit.model.source import Source

LONGEST = 200  # characters of an exception's own text


def internal_error(error: BaseException, path: str = "") -> InternalError:
    """Describe an exception that nothing expected, with the file that was being read."""
    said = " ".join(str(error).split())[:LONGEST]
    summary = f"{type(error).__name__}: {said}" if said else type(error).__name__
    details = "".join(traceback.format_exception(error))
    return InternalError(path or _file_read(error.__traceback__), summary, details)


def _file_read(place: TracebackType | None) -> str:
    """Return the name of the source that the innermost function with one was working on."""
    name = ""
    while place is not None:
        for value in place.tb_frame.f_locals.values():
            source = value if isinstance(value, Source) else getattr(value, "source", None)
            name = source.name if isinstance(source, Source) else name
        place = place.tb_next
    return name
