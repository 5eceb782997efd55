"""Watching: a change of a file, or of the list of files, is noticed."""

import os
from pathlib import Path

from refkit.lint import watch
from refkit.lint.options import Request


def test_changes_are_noticed(tmp_path: Path) -> None:
    """The first check, a newer file and an additional file are noticed."""
    first = tmp_path / "x.bib"
    first.write_text("@misc{a, title={T}}", encoding="utf-8")
    looks = watch.changes(Request((str(tmp_path),), isolated=True))
    assert set(next(looks)) == {str(first)}
    os.utime(first, (1, 1))
    assert next(looks)[str(first)] == 1_000_000_000
    (tmp_path / "y.bib").write_text("@misc{b, title={T}}", encoding="utf-8")
    assert len(next(looks)) == 2
