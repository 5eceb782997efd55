"""Parts of a configuration that apply to nothing are named when the whole folder is checked."""

from pathlib import Path

import pytest

from refkit.lint.options import Request
from refkit.lint.run import run

CONFIG = """
[per-file-ignores]
"old/*.bib" = ["DAT"]
"x.bib" = ["TTL"]

[[ignore]]
key = "nobody"
rule = "DAT201"
reason = "read as a preprint"

[[ignore]]
key = "smith*"
rule = "DAT201"
reason = "read as a preprint"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = tmp_path / "project"
    (project / "sub").mkdir(parents=True)
    (project / "refkit.toml").write_text(CONFIG, encoding="utf-8")
    (project / "x.bib").write_text("@misc{a, title={T}}", encoding="utf-8")
    (project / "sub/y.bib").write_text("@misc{b, title={T}}", encoding="utf-8")
    monkeypatch.chdir(project)
    return project


def notes(*paths: str | Path) -> list[str]:
    return [
        note.partition("` ")[0].strip("`")
        for note in run(Request(tuple(map(str, paths)), cache=False)).notes
    ]


def test_patterns_and_keys_without_effect_are_named(folder: Path) -> None:
    """A pattern that matches no file, and a key that no file contains; globs of keys may match later."""
    found = run(Request((".",), cache=False)).notes
    assert len(found) == 2
    assert found[0].startswith("`old/*.bib` in `per-file-ignores` of ")
    assert "names the key `nobody`" in found[1]


def test_a_folder_above_checks_all_files(folder: Path) -> None:
    """The configuration of a folder below the root is used for its files."""
    assert notes(folder.parent) == notes(folder) != []


@pytest.mark.parametrize("path", ["x.bib", "sub"])
def test_a_run_on_some_files_says_nothing(path: str, folder: Path) -> None:
    """The others may need the patterns and the keys."""
    assert notes(path) == []


def test_a_key_that_a_file_contains_is_not_named(folder: Path) -> None:
    """The rule about suppressions says more about it."""
    (folder / "sub/y.bib").write_text("@misc{nobody, title={T}}", encoding="utf-8")
    assert notes(".") == ["old/*.bib"]
