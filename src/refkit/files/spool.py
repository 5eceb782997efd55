"""Buffer for a text that is produced piece by piece: in memory if it is short, otherwise on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import IO

from refkit.errors import UnwritableFile
from refkit.files.output import OutputKind, refuse_output, write_bytes
from refkit.files.read import CHUNK, error_reason

MAX_IN_MEMORY = 8_000_000  # bytes


class Spool:
    """Buffer for the bytes of a text until it is complete."""

    def __init__(self) -> None:
        self._memory = BytesIO()
        self._disk: IO[bytes] | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._disk:
            self._disk.close()

    def put(self, text: str) -> None:
        """Add a piece of text. Raises UnwritableFile if the disk is full."""
        raw = text.encode("utf-8")
        if self._disk is None and self._memory.tell() + len(raw) <= MAX_IN_MEMORY:
            self._memory.write(raw)
        else:
            _with_reported_errors(lambda: self._put_on_disk(raw))

    def _put_on_disk(self, raw: bytes) -> None:
        if self._disk is None:
            from tempfile import TemporaryFile

            self._disk = TemporaryFile()  # noqa: SIM115 - closed on exit
            self._disk.write(self._memory.getbuffer())
            self._memory = BytesIO()
        self._disk.write(raw)

    def chunks(self) -> Iterator[bytes]:
        """Return an iterator over the bytes of the text."""
        file = self._disk or self._memory
        _with_reported_errors(lambda: file.seek(0))
        return iter(lambda: file.read(CHUNK), b"")

    def write_output(self, path: str, kind: OutputKind, inputs: Iterable[str] = ()) -> None:
        """Write the text as an output. Raises UnwritableFile in the same cases as `refuse_output`."""
        refuse_output(path, kind, inputs)
        if self._disk is None:
            write_bytes(path, self._memory.getvalue())
            return
        from mmap import ACCESS_READ, mmap

        disk = self._disk
        _with_reported_errors(disk.flush)
        with mmap(disk.fileno(), 0, access=ACCESS_READ) as mapped, memoryview(mapped) as raw:
            write_bytes(path, raw)


def _with_reported_errors(action: Callable[[], object]) -> None:
    """Perform an action on a temporary file. Raises UnwritableFile if it fails, as on a full disk."""
    try:
        action()
    except OSError as error:
        from tempfile import gettempdir

        raise UnwritableFile(os.path.join(gettempdir(), ""), error_reason(error)) from error
