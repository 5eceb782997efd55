"""`refkit merge`, also as a merge driver of git."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

BASE = "@misc{a,\n  title = {Über A},\n  year = 2001,\n}\n"
OURS = BASE.replace("2001", "2011")
THEIRS = BASE.replace("Über A", "A")
BOTH = OURS.replace("Über A", "A")


def run(folder: Path, *options: str, ours: bytes = OURS.encode(), theirs: str = THEIRS) -> Result:
    (folder / "base.bib").write_bytes(BASE.encode())
    (folder / "ours.bib").write_bytes(ours)
    (folder / "theirs.bib").write_bytes(theirs.encode())
    files = [str(folder / f"{name}.bib") for name in ("base", "ours", "theirs")]
    return CliRunner().invoke(main, ["merge", *files, *options])


def test_ours_is_overwritten_with_the_merged_file(tmp_path: Path) -> None:
    """A merge without conflicts is silent."""
    result = run(tmp_path)
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "ours.bib").read_text("utf-8") == BOTH


def test_the_merged_text_can_be_printed(tmp_path: Path) -> None:
    """Then no file is changed."""
    result = run(tmp_path, "--stdout")
    assert result.stdout_bytes.decode() == BOTH
    assert (tmp_path / "ours.bib").read_bytes() == OURS.encode()


def test_conflicts_are_marked_and_reported(tmp_path: Path) -> None:
    """The exit code is 1; the name in messages, the markers and their labels can be set."""
    result = run(
        tmp_path, "--path", "refs.bib", "--marker-size", "9", "--ours-label", "main",
        "--theirs-label", "draft", theirs=BASE.replace("2001", "2021"),
    )  # fmt: skip
    assert result.exit_code == 1
    assert result.stderr == (
        "refs.bib: `a`: both sides changed the field `year`\n"
        "refkit: 1 conflict in refs.bib; resolve what is marked or named, then run `git add refs.bib`\n"
    )
    assert (tmp_path / "ours.bib").read_text("utf-8") == BASE.replace(
        "  year = 2001,\n",
        f"{'<' * 9} main\n  year = 2011,\n{'=' * 9}\n  year = 2021,\n{'>' * 9} draft\n",
    )


def test_the_encoding_of_ours_is_kept(tmp_path: Path) -> None:
    """Each file is decoded in its own encoding."""
    declared = "% Encoding: windows-1252\n"
    ours = (declared + OURS).encode("cp1252")
    assert run(tmp_path, ours=ours, theirs=BASE.replace("{Über", "{Ünder")).exit_code == 0
    expected = (declared + OURS.replace("{Über", "{Ünder")).encode("cp1252")
    assert (tmp_path / "ours.bib").read_bytes() == expected


def test_the_encoding_that_the_merged_file_declares_is_used(tmp_path: Path) -> None:
    """The other side converted the file to UTF-8."""
    ours = ("% Encoding: windows-1252\n" + OURS).encode("cp1252")
    (tmp_path / "base.bib").write_bytes(("% Encoding: windows-1252\n" + BASE).encode("cp1252"))
    (tmp_path / "ours.bib").write_bytes(ours)
    (tmp_path / "theirs.bib").write_bytes(("% Encoding: UTF-8\n" + BASE).encode())
    files = [str(tmp_path / f"{name}.bib") for name in ("base", "ours", "theirs")]
    assert CliRunner().invoke(main, ["merge", *files]).exit_code == 0
    assert (tmp_path / "ours.bib").read_bytes() == ("% Encoding: UTF-8\n" + OURS).encode()


@pytest.mark.parametrize("declared", ["", "% Encoding: windows-1252\n"])
def test_characters_that_our_encoding_lacks_are_not_lost(tmp_path: Path, declared: str) -> None:
    """The file becomes UTF-8; a declaration that is then wrong is a conflict."""
    ours = (declared + OURS).encode("cp1252")
    result = run(tmp_path, ours=ours, theirs=BASE.replace("{Über", "{Γ Über"))
    expected = (declared + OURS.replace("{Über", "{Γ Über")).encode()
    assert (tmp_path / "ours.bib").read_bytes() == expected
    assert result.exit_code == bool(declared)
    assert ("change the declaration" in result.stderr) == bool(declared)


@pytest.mark.parametrize("text", ["[]", '[{"id": "a", "type": "book"}]'])
def test_other_formats_are_refused(tmp_path: Path, text: str) -> None:
    """The exit code is 2, and nothing is written."""
    result = run(tmp_path, "--path", "refs.json", ours=text.encode())
    assert result.exit_code == 2
    assert "only .bib files are merged" in result.stderr
    assert (tmp_path / "ours.bib").read_text() == text


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    """As for every other command."""
    result = CliRunner().invoke(main, ["merge", *[str(tmp_path / "none.bib")] * 3])
    assert result.exit_code == 2
    assert "no such file" in result.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("is_conflict", [False, True])
def test_git_merges_with_the_documented_driver(tmp_path: Path, is_conflict: bool) -> None:
    """Git itself would report a conflict in both cases, because the lines are adjacent."""

    def git(*arguments: str) -> int:
        environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True
        ).returncode

    def commit(text: str) -> None:
        (tmp_path / "refs.bib").write_bytes(text.encode())
        assert git("commit", "-qam", "x") == 0

    assert git("init", "-q", "-b", "main") == 0
    driver = f"{shlex.quote(sys.executable)} -m refkit merge %O %A %B --path %P --marker-size %L"
    assert git("config", "merge.refkit.driver", driver) == 0
    (tmp_path / ".gitattributes").write_text("*.bib merge=refkit\n")
    (tmp_path / "refs.bib").write_bytes(BASE.encode())
    assert git("add", ".") == 0
    commit(BASE + "\n")
    assert git("checkout", "-qb", "draft") == 0
    commit((BASE.replace("2001", "2021") if is_conflict else THEIRS) + "\n")
    assert git("checkout", "-q", "main") == 0
    commit(OURS + "\n")
    assert git("merge", "-q", "draft") == (1 if is_conflict else 0)
    merged = (tmp_path / "refs.bib").read_text("utf-8")
    assert ("<<<<<<<" in merged) == is_conflict
    assert is_conflict or merged == BOTH + "\n"
