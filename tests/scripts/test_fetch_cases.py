"""Public test suites are fetched at a pinned commit, checked and recorded."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from tools import fetch_cases
from tools.fetch_cases import SUITES, main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")
WHO = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *WHO, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def save(folder: Path, files: dict[str, str]) -> str:
    """Commit files to the repository in a folder and return the commit."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "files")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty local repository that serves any commit, as GitHub does."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "config", "uploadpack.allowFilter", "true")
    return folder


FIXTURES = {f"test/extra/issue_{number}.txt": f"case {number}\n" for number in range(20)}


def fetch(repository: Path, commit: str, target: Path) -> int:
    return main(
        ["citeproc-hs", "--to", str(target), "--from", f"citeproc-hs=file://{repository}",
         "--commit", f"citeproc-hs={commit}"]
    )  # fmt: skip


def test_files_arrive_under_the_names_that_the_tests_expect(
    repository: Path, tmp_path: Path
) -> None:
    """Only the files of the suite are copied, with the prefix of their project."""
    commit = save(repository, FIXTURES | {"README.md": "no case\n"})
    assert fetch(repository, commit, tmp_path / "cases") == 0
    names = {path.name for path in (tmp_path / "cases").rglob("*.*")} - {"SOURCES.json"}
    assert names == {f"citeproc-hs.issue_{number}.txt" for number in range(20)}


def test_the_pinned_commit_is_used_even_if_it_is_not_the_newest(
    repository: Path, tmp_path: Path
) -> None:
    """A suite that changed upstream still gives the same figures."""
    commit = save(repository, FIXTURES)
    save(repository, {"test/extra/issue_1.txt": "changed\n"})
    fetch(repository, commit, tmp_path)
    case = tmp_path / "csl-peers" / "citeproc-hs.issue_1.txt"
    assert case.read_text(encoding="utf-8") == "case 1\n"


def test_a_complete_suite_is_not_fetched_again(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record and the files suffice, the repository may be gone."""
    commit = save(repository, FIXTURES)
    fetch(repository, commit, tmp_path / "cases")
    shutil.rmtree(repository)
    assert fetch(repository, commit, tmp_path / "cases") == 0
    assert "citeproc-hs: up to date" in capsys.readouterr().out


def test_a_changed_file_is_fetched_again(repository: Path, tmp_path: Path) -> None:
    """The checksum in the record does not match any more."""
    commit = save(repository, FIXTURES)
    fetch(repository, commit, tmp_path)
    case = tmp_path / "csl-peers" / "citeproc-hs.issue_1.txt"
    case.write_text("tampered\n", encoding="utf-8")
    fetch(repository, commit, tmp_path)
    assert case.read_text(encoding="utf-8") == "case 1\n"


def test_the_record_names_source_commit_and_license(repository: Path, tmp_path: Path) -> None:
    """`SOURCES.json` says where every file came from."""
    commit = save(repository, FIXTURES)
    fetch(repository, commit, tmp_path)
    entry = json.loads((tmp_path / "SOURCES.json").read_text(encoding="utf-8"))["citeproc-hs"]
    assert (entry["commit"], entry["license"], len(entry["files"])) == (commit, "BSD-2-Clause", 20)


def test_an_unknown_commit_is_reported(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the suite, the address and Git's reason."""
    save(repository, FIXTURES)
    assert fetch(repository, "1" * 40, tmp_path) == 1
    message = capsys.readouterr().err
    assert f"citeproc-hs: not fetched from file://{repository}: `git fetch` failed" in message
    assert "1 of 1 suites were not fetched" in message


def test_a_commit_with_another_layout_is_reported(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An incomplete suite would pass its tests too easily."""
    commit = save(repository, {"test/extra/issue_1.txt": "case\n"})
    assert fetch(repository, commit, tmp_path) == 1
    assert "has 1 matching files, fewer than 20" in capsys.readouterr().err


def test_an_unreachable_server_is_reported_and_the_others_are_fetched(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One suite that fails does not cost the rest."""
    commit = save(repository, FIXTURES)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        refused = f"http://127.0.0.1:{free.getsockname()[1]}/hallmark"
    code = main(
        ["hallmark", "citeproc-hs", "--to", str(tmp_path), "--from", f"hallmark={refused}",
         "--from", f"citeproc-hs=file://{repository}", "--commit", f"citeproc-hs={commit}"]
    )  # fmt: skip
    shown = capsys.readouterr()
    assert code == 1
    assert f"hallmark: not fetched from {refused}" in shown.err
    assert "citeproc-hs: 20 files" in shown.out


def test_an_unknown_suite_is_refused(tmp_path: Path) -> None:
    """The message lists the suites that there are."""
    with pytest.raises(SystemExit, match="no suite `csl`; there are csl-suite, citeproc-hs"):
        main(["csl", "--to", str(tmp_path)])


def test_without_git_the_message_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not a traceback."""
    monkeypatch.setenv("PATH", "")
    assert main(["hallmark", "--to", str(tmp_path)]) == 1
    assert "Git is not installed" in capsys.readouterr().err


def test_a_slow_server_is_given_up(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No command waits forever."""
    monkeypatch.setattr(fetch_cases, "TIMEOUT", 0.0)
    assert fetch(repository, save(repository, FIXTURES), tmp_path) == 1
    assert "took longer than 0 seconds" in capsys.readouterr().err


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_suites_are_pinned_by_full_commits_of_public_repositories(
    suite: fetch_cases.Suite,
) -> None:
    """A branch or a tag may move."""
    assert len(suite.commit) == 40
    assert int(suite.commit, 16)
    assert suite.url.startswith("https://")
