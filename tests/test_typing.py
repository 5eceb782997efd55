"""mypy accepts what is right and rejects misuses."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "typing"
ROOT = FOLDER.parent.parent


def lines_with_errors(*arguments: str) -> set[int]:
    """Return the lines at which mypy reports errors in the examples."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return {int(line) for line in re.findall(r"misuses\.py:(\d+): error", done.stdout)}


def test_misuses_are_rejected_and_the_rest_is_accepted() -> None:
    """Each line with the comment `error`, and no other one."""
    pytest.importorskip("mypy", reason="mypy is not installed")
    path = FOLDER / "misuses.py"
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if line.endswith("# error")}
    assert lines_with_errors(str(path)) == wrong
