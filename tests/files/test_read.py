"""Only regular files up to the size limit are read."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import read_head, read_source

POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")


@POSIX
def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Opening a pipe without a writer must not block."""
    os.mkfifo(tmp_path / "x.bib")
    with pytest.raises(UnreadableFile, match="it is a pipe, not a regular file"):
        read_source(str(tmp_path / "x.bib"))
    with pytest.raises(UnreadableFile, match="it is a pipe"):
        read_head(str(tmp_path / "x.bib"), 10)


@POSIX
def test_device_is_refused(tmp_path: Path) -> None:
    """Under another name, too."""
    (tmp_path / "x.bib").symlink_to("/dev/zero")
    with pytest.raises(UnreadableFile, match="it is a device, not a regular file"):
        read_source(str(tmp_path / "x.bib"))


@POSIX
def test_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the kind."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("x.bib")
        with pytest.raises(UnreadableFile, match="it is a socket"):
            read_source("x.bib")


@pytest.mark.parametrize("size", [10, 11])
def test_a_file_of_the_maximal_size_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Ten bytes are read where ten are allowed."""
    monkeypatch.setenv("REFKIT_MAX_FILE_SIZE", "10")
    (tmp_path / "x.bib").write_text("x" * size)
    if size == 10:
        assert read_source(str(tmp_path / "x.bib")).text == "x" * 10
        return
    with pytest.raises(UnreadableFile, match="larger than 10 bytes; set REFKIT_MAX_FILE_SIZE"):
        read_source(str(tmp_path / "x.bib"))


def test_sparse_file_costs_nothing(tmp_path: Path) -> None:
    """A sparse file of a terabyte is refused by its size."""
    with open(tmp_path / "x.bib", "wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(UnreadableFile, match="larger than"):
        read_source(str(tmp_path / "x.bib"))


def test_limit_applies_to_standard_input() -> None:
    """Standard input is limited in the same way."""
    script = "from refkit.files import read_source; read_source('-')"
    done = subprocess.run(
        [sys.executable, "-c", script], input="x" * 100_000, capture_output=True, text=True,
        env=os.environ | {"REFKIT_MAX_FILE_SIZE": "50000"},
    )  # fmt: skip
    assert "cannot read `<stdin>`: it is larger than 50,000 bytes" in done.stderr


@pytest.mark.parametrize("stated", ["1GB", "-1", "1e9", "٣", "9" * 30])
def test_limit_that_is_not_a_number_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: str
) -> None:
    """An invalid limit must not be ignored."""
    monkeypatch.setenv("REFKIT_MAX_FILE_SIZE", stated)
    (tmp_path / "x.bib").write_text("x")
    with pytest.raises(RefkitError, match="it must be a number of bytes"):
        read_source(str(tmp_path / "x.bib"))


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="/proc of Linux")
def test_file_without_a_size_is_read() -> None:
    """As those of /proc."""
    assert read_source("/proc/self/status").text.startswith("Name:")


@POSIX
def test_stream_of_the_shell_is_read_if_allowed() -> None:
    """`<(command)` names a pipe that the caller opened."""
    reader, writer = os.pipe()
    os.write(writer, b"@misc{a}")
    os.close(writer)
    try:
        with pytest.raises(UnreadableFile):
            read_source(f"/dev/fd/{reader}")
        assert read_source(f"/dev/fd/{reader}", streams=True).text == "@misc{a}"
    finally:
        os.close(reader)
