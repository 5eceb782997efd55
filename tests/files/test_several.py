"""Several files are replaced, or none of them: after errors, and after the run was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from refkit.errors import UnwritableFile
from refkit.files import read_source
from refkit.files.several import NewFile, finish_killed_runs, journal_folder, write_several

COUNT = 20
KILLED_RUN = """
import os, signal, sys
from refkit.files import read_source, several
from refkit.files.several import NewFile, write_several

replace, left = os.replace, int(sys.argv[1])
def replace_and_die(source, target):
    global left
    replace(source, target)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace_and_die
names = sys.argv[2:]
write_several([NewFile(read_source(name), b"new " + name.encode()) for name in names])
"""


@pytest.fixture(autouse=True)
def own_journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def names_in(folder: Path) -> list[str]:
    """Return files in two folders, with old contents."""
    (folder / "inner").mkdir()
    paths = [folder / ("inner" * (n % 2)) / f"{n:02}.tex" for n in range(COUNT)]
    for path in paths:
        path.write_bytes(b"old " + os.fsencode(path))
    return list(map(str, paths))


def states(names: list[str]) -> list[str]:
    return [Path(name).read_bytes()[:3].decode() for name in names]


def files(names: list[str]) -> list[NewFile]:
    return [NewFile(read_source(name), b"new " + name.encode()) for name in names]


def journals() -> list[str]:
    return os.listdir(journal_folder()) if os.path.isdir(journal_folder()) else []


def kill_after(count: int, names: list[str]) -> None:
    """Run a replacement that is killed after a number of renamings; the journal's is the first."""
    run = [sys.executable, "-c", KILLED_RUN, str(count), *names]
    killed = subprocess.run(run, timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL


def test_all_files_are_replaced(tmp_path: Path) -> None:
    """Nothing else is left behind."""
    names = names_in(tmp_path)
    write_several(files(names))
    assert states(names) == ["new"] * COUNT
    assert journals() == []
    assert sorted(p.suffix for p in tmp_path.rglob("*") if p.is_file()) == [".tex"] * COUNT


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    ("renamings", "expected"), [(1, "old"), (2, "new"), (11, "new"), (COUNT + 1, "new")]
)
def test_a_killed_run_is_finished(tmp_path: Path, renamings: int, expected: str) -> None:
    """If no file was replaced, all stay old; otherwise the next run replaces the rest."""
    names = names_in(tmp_path)
    kill_after(renamings, names)
    assert states(names).count("new") == renamings - 1
    finish_killed_runs()
    assert states(names) == [expected] * COUNT
    assert journals() == []
    assert finish_killed_runs() == ((), ())


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_files_that_changed_after_a_killed_run_are_kept(tmp_path: Path) -> None:
    """They are reported, and the others are replaced."""
    names = names_in(tmp_path)
    kill_after(5, names)
    Path(names[-1]).write_text("edited")
    os.unlink(names[-2])
    finished = finish_killed_runs()
    assert finished.changed == (names[-2], names[-1])
    assert states(names[:-2]) == ["new"] * (COUNT - 2)
    assert Path(names[-1]).read_text() == "edited"


def test_an_error_restores_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also those that were replaced before it."""
    names = names_in(tmp_path)
    new_files = files(names)
    replace, targets = os.replace, []

    def fail(source: str, target: str) -> None:
        targets.append(target)
        if len(targets) == 7:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UnwritableFile, match="no space left"):
        write_several(new_files)
    assert states(names) == ["old"] * COUNT
    assert journals() == []


def test_a_file_that_changed_on_disk_prevents_all(tmp_path: Path) -> None:
    """It changed after it was read."""
    names = names_in(tmp_path)
    new_files = files(names)
    Path(names[9]).write_text("old and edited")
    with pytest.raises(UnwritableFile, match="it changed on disk"):
        write_several(new_files)
    assert states(names) == ["old"] * COUNT


def test_hard_links_and_second_names(tmp_path: Path) -> None:
    """A file with two names is written once, and a hard link stays one."""
    names = names_in(tmp_path)
    os.link(names[0], tmp_path / "link.tex")
    os.symlink(names[1], tmp_path / "second.tex")
    again = NewFile(read_source(str(tmp_path / "second.tex")), b"new " + names[1].encode())
    write_several([*files(names), again])
    assert states([*names, str(tmp_path / "link.tex")]) == ["new"] * (COUNT + 1)
    with pytest.raises(UnwritableFile, match="named twice"):
        write_several([*files(names), again._replace(raw=b"other")])


def test_more_files_than_can_be_open(tmp_path: Path) -> None:
    """Those after the first 200 are replaced one by one."""
    paths = [tmp_path / f"{n}.tex" for n in range(230)]
    for path in paths:
        path.write_text("old")
    names = list(map(str, paths))
    write_several(files(names))
    assert states(names) == ["new"] * 230


def test_without_a_folder_for_journals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are replaced anyway."""
    names = names_in(tmp_path)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    write_several(files(names))
    assert states(names) == ["new"] * COUNT
    assert finish_killed_runs() == ((), ())


@pytest.mark.parametrize("raw", [b"", b"{}\n", b"[[1]]\n", b'[["6162", "x", "900"]]\nabc', b"\xff"])
def test_damaged_journals_are_removed(raw: bytes) -> None:
    """Nothing is written."""
    os.makedirs(journal_folder())
    Path(journal_folder(), "x.journal").write_bytes(raw)
    assert finish_killed_runs() == ((), ())
    assert journals() == []
