"""Keep a text that is made piece by piece: a short one in memory, a long one on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import IO

from refkit.errors import UnwritableFile
from refkit.files.output import Kind, refuse_output
from refkit.files.read import CHUNK, reason
from refkit.files.write import write_raw

IN_MEMORY = 8_000_000  # bytes of a text that is not kept on the disk yet


class Spool:
    """The bytes of a text, and what to do with them once it is complete."""

    def __init__(self) -> None:
        self._memory = BytesIO()
        self._disk: IO[bytes] | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._disk:
            self._disk.close()

    def put(self, text: str) -> None:
        """Add a piece of text. Raises UnwritableFile if there is no room for it."""
        raw = text.encode("utf-8")
        if self._disk is None and self._memory.tell() + len(raw) <= IN_MEMORY:
            self._memory.write(raw)
        else:
            _reported(lambda: self._put_on_disk(raw))

    def _put_on_disk(self, raw: bytes) -> None:
        if self._disk is None:
            from tempfile import TemporaryFile

            self._disk = TemporaryFile()  # noqa: SIM115 - closed on exit
            self._disk.write(self._memory.getbuffer())
            self._memory = BytesIO()
        self._disk.write(raw)

    def chunks(self) -> Iterator[bytes]:
        """Give the bytes of the text from its start."""
        file = self._disk or self._memory
        _reported(lambda: file.seek(0))
        return iter(lambda: file.read(CHUNK), b"")

    def write_output(self, path: str, kind: Kind, inputs: Iterable[str] = ()) -> None:
        """Write the text as an output of this kind. Raises UnwritableFile as `refuse_output` does."""
        refuse_output(path, kind, inputs)
        if self._disk is None:
            write_raw(path, self._memory.getvalue())
            return
        from mmap import ACCESS_READ, mmap

        disk = self._disk
        _reported(disk.flush)
        with mmap(disk.fileno(), 0, access=ACCESS_READ) as mapped, memoryview(mapped) as raw:
            write_raw(path, raw)


def _reported(work: Callable[[], object]) -> None:
    """Do something with a temporary file. Raises UnwritableFile if that fails, as on a full disk."""
    try:
        work()
    except OSError as error:
        from tempfile import gettempdir

        raise UnwritableFile(os.path.join(gettempdir(), ""), reason(error)) from error
