"""Ignored files are found without running git, and git agrees."""

import os
import random
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from refkit.files.gitignore import is_ignored, rules_above, rules_in

PATTERNS = [
    "x.bib", "*.bib", "/x.bib", "a/", "/a/", "a/x.bib", "a/*.bib", "**/x.bib", "a/**", "a/**/x.bib", "!x.bib",
    "!a/", "# comment", r"\#x", r"\!x", "x.bi?", "[xy].bib", "[!x].bib", "[^x].bib", "[a-y].bib", "x.bib ",
    r"x.bib\ ", "", "   ", "x.bib\r", "*", "!*.bib", "!*/", "**", "/**", "**/", "a**b", "a*", "*a*b*",
    "[[:alpha:]].bib", "b/a", "/b/**/a/",
    r"\x.bib", "a/b/", "*.*", "?", "??????", "[]x].bib", "/", "//", "a//x.bib", "foo\\",
]  # fmt: skip
PLACES = [
    "x.bib", "y.bib", "#x", "!x", "x.bib ", "a/x.bib", "a/y.bib", "a/b/x.bib", "a/b/c/x.bib", "b/a/x.bib",
    "b/c/a/y.bib", "aab/x.bib", "foo", "].bib", "xaab.bib",
]  # fmt: skip


def ours(root: Path, place: str) -> bool:
    """Whether a file, or a folder that it is in, is ignored."""
    rules = rules_in(str(root))
    path = str(root)
    *folders, name = place.split("/")
    for folder in folders:
        path = os.path.join(path, folder)
        if is_ignored(rules, path, True):
            return True
        rules += rules_in(path)
    return is_ignored(rules, os.path.join(path, name), False)


def gits(root: Path) -> set[str]:
    asked = "\0".join(PLACES).encode()
    command = ["git", "check-ignore", "-z", "--stdin", "--no-index"]
    done = subprocess.run(command, input=asked, capture_output=True, cwd=root)
    return set(done.stdout.decode().split("\0")) - {""}


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("seed", range(4))
def test_git_agrees(tmp_path: Path, seed: int) -> None:
    """Over random lists of patterns, in the root and in a folder."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("")
    (tmp_path / "a").mkdir()
    chance = random.Random(seed)
    for _ in range(25):
        for folder in (tmp_path, tmp_path / "a"):
            lines = chance.sample(PATTERNS, chance.choice((1, 1, 2, 4)))
            (folder / ".gitignore").write_bytes("\n".join(lines).encode())
        assert {place for place in PLACES if ours(tmp_path, place)} == gits(tmp_path), (
            (tmp_path / ".gitignore").read_bytes(), (tmp_path / "a" / ".gitignore").read_bytes(),
        )  # fmt: skip


def test_rules_of_parent_folders_apply(tmp_path: Path) -> None:
    """Up to the root of the repository, with its .git/info/exclude."""
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("*.bib")  # outside
    (tmp_path / "repo" / ".git" / "info").mkdir(parents=True)
    (tmp_path / "repo" / ".git" / "info" / "exclude").write_text("x.bib")
    (tmp_path / "repo" / "a" / ".gitignore").write_text("/b/y.bib")
    rules = rules_above(str(inner))
    ignored = [n for n in ("x.bib", "y.bib", "z.bib") if is_ignored(rules, str(inner / n), False)]
    assert ignored == ["x.bib", "y.bib"]


def test_ignored_folder_is_searched_if_named(tmp_path: Path) -> None:
    """A path that the user names is never ignored."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("a/\n*.bib")
    (tmp_path / "a").mkdir()
    assert (rules_above(str(tmp_path / "a")), len(rules_above(str(tmp_path)))) == ((), 0)


@pytest.mark.parametrize(
    "pattern",
    [
        "*a" * 60 + "*b",
        "[!b]*" * 60 + "b",
        "**/" * 60 + "b",
        "?*" * 60 + "b",
        "[" * 1000,
        "[" * 1_000_000,
        " " * 1_000_000 + "b",
        "\\" * 1_000_000,
    ],
)
def test_hostile_pattern_takes_no_time(tmp_path: Path, pattern: str) -> None:
    """A repository cannot stop its check."""
    (tmp_path / ".gitignore").write_text(pattern)
    begin = time.process_time()
    for path in ("a" * 240, "/".join("a" * 120)):
        assert not is_ignored(rules_in(str(tmp_path)), str(tmp_path / path), False)
    assert time.process_time() - begin < 0.5
