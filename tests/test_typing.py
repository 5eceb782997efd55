"""Type checkers accept what is right, such as the examples of the documentation, and reject misuses."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "typing"
ROOT = FOLDER.parent.parent
MISUSES = FOLDER / "misuses.py"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
# What a reader has besides the examples.
HEAD = """import copy
import pickle
from itertools import groupby

journals: dict[str, str] = {}
"""
PLACE = re.compile(r"(\w+\.py):(\d+)(?::\d+)?(?:: | - )error")


@pytest.fixture(name="page")
def _page(tmp_path: Path) -> Path:
    """The examples of the page on the library as one file."""
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    path = tmp_path / "page.py"
    path.write_text(HEAD + "".join(BLOCK.findall(text)), encoding="utf-8")
    return path


def marked_lines() -> set[tuple[str, str]]:
    """Return the lines of misuses, which end with the comment `error`."""
    lines = MISUSES.read_text(encoding="utf-8").splitlines()
    numbers = (number for number, line in enumerate(lines, 1) if line.endswith("# error"))
    return {("misuses.py", str(number)) for number in numbers}


def errors(*command: str) -> set[tuple[str, str]]:
    """Return the files and lines at which a type checker reports errors."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    return set(PLACE.findall(done.stdout))


def test_mypy_accepts_the_examples_and_rejects_misuses(page: Path) -> None:
    """Each line with the comment `error`, and no other one."""
    pytest.importorskip("mypy", reason="mypy is not installed")
    options = ("--strict", "--no-error-summary", "--allow-redefinition")
    found = errors(sys.executable, "-m", "mypy", *options, str(page), str(MISUSES))
    assert found == marked_lines()


@pytest.mark.skipif(shutil.which("pyright") is None, reason="pyright is not installed")
def test_pyright_accepts_the_examples_and_rejects_misuses(page: Path) -> None:
    """The same ones."""
    found = errors("pyright", "--pythonpath", sys.executable, str(page), str(MISUSES))
    assert found == marked_lines()
