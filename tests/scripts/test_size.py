"""The benchmark of large files: what it makes, and that it measures the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.size import entries

import refkit

ROOT = Path(__file__).parents[2]


def test_the_entries_are_read_without_a_fault() -> None:
    """Each has a key of its own."""
    library = refkit.loads("".join(entries(200)), format="bibtex")
    assert not library.faults
    assert len({item.id for item in library}) == 200


def test_every_command_is_measured() -> None:
    """A command that ended in an error would have its exit code in the table."""
    command = [sys.executable, "-m", "benchmarks", "size", "--entries", "20", "--files", "3"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    output = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100)
    lines = output.stdout.splitlines()
    assert [line.partition("  ")[0] for line in lines[2:]] == [
        "check", "convert to CSL-JSON", "convert to BibLaTeX", "check, 3 files",
    ]  # fmt: skip
    assert "exit" not in output.stdout
