"""Unexpected exceptions as errors that a user can report."""

from __future__ import annotations

import traceback
from types import TracebackType

from refkit.errors import InternalError
from refkit.model.source import Source

MAX_MESSAGE_LENGTH = 200  # characters of an exception's message


def internal_error(error: BaseException, path: str = "") -> InternalError:
    """Return an error for an unexpected exception, with the name of the file that was being read."""
    message = " ".join(str(error).split())[:MAX_MESSAGE_LENGTH]
    summary = f"{type(error).__name__}: {message}" if message else type(error).__name__
    details = "".join(traceback.format_exception(error))
    return InternalError(path or _source_name(error.__traceback__), summary, details)


def _source_name(frame: TracebackType | None) -> str:
    """Return the name of the source in the innermost frame that has one, or ""."""
    name = ""
    while frame is not None:
        for value in frame.tb_frame.f_locals.values():
            source = value if isinstance(value, Source) else getattr(value, "source", None)
            name = source.name if isinstance(source, Source) else name
        frame = frame.tb_next
    return name
