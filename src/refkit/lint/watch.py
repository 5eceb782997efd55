"""Detect changes of checked files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from refkit.errors import RefkitError
from refkit.lint.options import Request
from refkit.lint.run import files_of, with_config

PAUSE = 0.5  # seconds between two looks


def changes(request: Request) -> Iterator[dict[str, int]]:
    """Yield the files with their current times, and again whenever a time or the list changes."""
    request = with_config(request)
    before: dict[str, int] | None = None
    while True:
        now = _times(request)
        if now != before:
            yield now
            if request.fix:  # then the run has written the files itself
                now = _times(request)
        before = now
        time.sleep(PAUSE)


def _times(request: Request) -> dict[str, int]:
    times = {}
    for path in files_of(request):
        if not isinstance(path, RefkitError):
            try:
                times[path] = os.stat(path).st_mtime_ns
            except OSError:
                times[path] = 0
    return times
