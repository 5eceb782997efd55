"""`refkit.merge` of paths, texts and libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

import refkit
from refkit.errors import UnreadableFile

BASE = "@misc{a,\n  title = {A},\n  year = 2001,\n}\n"
OURS, THEIRS = BASE.replace("2001", "2011"), BASE.replace("{A}", "{B}")


def test_versions_are_paths_texts_and_libraries(tmp_path: Path) -> None:
    """In any combination; a changed library counts as it is."""
    path = tmp_path / "a.bib"
    path.write_text(BASE)
    library = refkit.load(path)
    library["a"]["title"] = "B"
    for theirs in (library, THEIRS):
        for base in (path, str(path), BASE):
            merged = refkit.merge(base, OURS, theirs)
            assert (merged.text, merged.conflicts) == (OURS.replace("{A}", "{B}"), [])
    assert path.read_text() == BASE


def test_conflicts_have_a_key_and_a_field() -> None:
    """An empty text is an empty file."""
    merged = refkit.merge("", OURS, THEIRS)
    assert [(c.key, c.part) for c in merged.conflicts] == [("a", "title"), ("a", "year")]


def test_other_versions_are_errors(tmp_path: Path) -> None:
    """The message says what can be passed."""
    with pytest.raises(UnreadableFile):
        refkit.merge(tmp_path / "none.bib", OURS, THEIRS)
    with pytest.raises(TypeError, match="pass a path, a text or a library, not int"):
        refkit.merge(BASE, 1, THEIRS)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"one \.bib file"):
        refkit.merge(BASE, refkit.Library([]), THEIRS)
