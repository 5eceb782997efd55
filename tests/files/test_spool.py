"""A long text is kept on disk until it is complete."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from refkit.errors import UnwritableFile
from refkit.files import spool as module
from refkit.files.output import OutputKind
from refkit.files.spool import Spool

ANY = OutputKind("anything", lambda text: True)
PIECES = ["Ærø ", "is an ", "island\n"]


@pytest.mark.parametrize("limit", [0, 6, 1000])
def test_pieces_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int) -> None:
    """Whether they are in memory, on the disk, or moved there on the way."""
    monkeypatch.setattr(module, "MAX_IN_MEMORY", limit)
    with Spool() as spool:
        for piece in PIECES:
            spool.put(piece)
        assert b"".join(spool.chunks()).decode() == "Ærø is an island\n"
        spool.write_output(str(tmp_path / "x"), ANY)
    assert (tmp_path / "x").read_text(encoding="utf-8") == "Ærø is an island\n"


def test_a_long_text_is_not_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Earlier pieces are moved to the disk with the piece that exceeds the limit."""
    monkeypatch.setattr(module, "MAX_IN_MEMORY", 10)
    with Spool() as spool:
        for piece in PIECES:
            spool.put(piece)
        assert spool._memory.getvalue() == b""


def test_a_full_disk_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder for temporary files is named."""
    monkeypatch.setattr(module, "MAX_IN_MEMORY", 0)

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with Spool() as spool, pytest.raises(UnwritableFile, match="no space left on device"):
        spool.put("text")
