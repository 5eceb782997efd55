"""Writing a user's file: attributes that are preserved, files that are refused, and safety against loss."""

import contextlib
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.files import kill_runs

from refkit.errors import ReadOnlyFile, UnwritableFile
from refkit.files import read_source, write_text
from refkit.files.temporary import clear_leftovers, temporary_file
from refkit.model.source import Source

OLD = "@misc{a, note={}}\n"
NEW = "@misc{a}\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions and links")


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "x.bib"
    path.write_text(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


def rewrite(path: Path) -> None:
    source = read_source(str(path))
    write_text(str(path), NEW, source)


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_read_only_file_is_refused(bib: Path, mode: int) -> None:
    """The superuser, who could write it, is refused as well."""
    bib.chmod(mode)
    with pytest.raises(ReadOnlyFile, match=r"`.*x\.bib` is read-only"):
        rewrite(bib)
    assert (bib.read_text(), names(bib.parent)) == (OLD, ["x.bib"])


def test_unchanged_read_only_file_is_not_an_error(bib: Path) -> None:
    """There is nothing to write."""
    bib.chmod(0o444)
    assert not write_text(str(bib), OLD, read_source(str(bib)))


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o2664])
def test_mode_survives(bib: Path, mode: int) -> None:
    """Whatever the umask is."""
    bib.chmod(mode)
    rewrite(bib)
    assert stat.S_IMODE(bib.stat().st_mode) == mode


@POSIX
def test_hard_link_survives(bib: Path) -> None:
    """Both names show the new text, and no copy of the old one is left."""
    other = bib.parent / "y.bib"
    os.link(bib, other)
    rewrite(bib)
    assert (other.read_text(), bib.samefile(other), names(bib.parent)) == (
        NEW,
        True,
        ["x.bib", "y.bib"],
    )


@POSIX
@pytest.mark.parametrize("text", [NEW, "", OLD * 5000])
def test_hard_link_gets_all_of_the_text(bib: Path, text: str) -> None:
    """Shorter or longer than the old one."""
    os.link(bib, bib.parent / "y.bib")
    write_text(str(bib), text, read_source(str(bib)))
    assert bib.read_text() == text


@POSIX
def test_half_written_file_is_reported_with_its_copy(bib: Path) -> None:
    """After a kill while overwriting, the old text is next to the file, and nothing is guessed."""
    os.link(bib, bib.parent / "y.bib")
    script = (
        "import os, signal, sys\n"
        "from refkit.files import read_source, write_text\n"
        "source = read_source(sys.argv[1])\n"
        "os.posix_fallocate = lambda *a: (os.write(a[0], b'@misc{b'), os.kill(os.getpid(), 9))\n"
        f"write_text(sys.argv[1], {NEW!r}, source)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, bib]).returncode == -9
    with pytest.raises(
        UnwritableFile, match=r"half written; its old text is in `(.*\.old)`"
    ) as caught:
        rewrite(bib)
    copy = str(caught.value).split("`")[3]
    assert Path(copy).read_text() == OLD


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="extended attributes of Linux")
def test_extended_attributes_survive(bib: Path) -> None:
    """Those of the user, such as the origin that a browser notes."""
    try:
        os.setxattr(bib, "user.xdg.origin.url", b"https://example.org")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    rewrite(bib)
    assert os.getxattr(bib, "user.xdg.origin.url") == b"https://example.org"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_owner_and_group_survive(bib: Path) -> None:
    """The file of another user stays that user's."""
    os.chown(bib, 12345, 54321)
    rewrite(bib)
    assert (bib.stat().st_uid, bib.stat().st_gid, bib.read_text()) == (12345, 54321, NEW)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root becomes another user"
)
def test_file_whose_owner_cannot_be_kept_is_overwritten() -> None:
    """A user who may write the file of another overwrites it instead of taking it over."""
    with tempfile.TemporaryDirectory() as made:
        bib = Path(made, "x.bib")
        bib.write_text(OLD)
        bib.chmod(0o666)
        bib.parent.chmod(0o777)
        assert as_other_user(lambda: rewrite(bib)) == 0
        assert (bib.stat().st_uid, bib.read_text(), names(bib.parent)) == (0, NEW, ["x.bib"])


def as_other_user(act: Callable[[], None]) -> int:
    """Return the exit status of a process of another user that does something."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        os.setuid(12345)
        act()
        os._exit(0)
    finally:
        os._exit(1)


@pytest.mark.parametrize("change", ["text", "same length", "replaced", "removed"])
def test_file_that_changed_after_reading_is_not_written(bib: Path, change: str) -> None:
    """Another program's change survives."""
    source = read_source(str(bib))
    if change in ("replaced", "removed"):
        bib.unlink()
    if change != "removed":
        bib.write_text(OLD.upper() if change == "same length" else "@misc{b}\n")
    before = bib.read_text() if bib.exists() else None
    with pytest.raises(UnwritableFile, match="changed on disk"):
        write_text(str(bib), NEW, source)
    assert (bib.read_text() if bib.exists() else None) == before


def test_same_change_by_another_run_is_not_a_conflict(bib: Path) -> None:
    """Two runs with the same result agree."""
    source = read_source(str(bib))
    bib.write_text(NEW)
    assert not write_text(str(bib), NEW, source)


@pytest.mark.parametrize("length", [240, 247, 255])
def test_long_names_can_be_written(tmp_path: Path, length: int) -> None:
    """The temporary name does not grow with the file's."""
    path = tmp_path / ("x" * (length - 4) + ".bib")
    path.write_text(OLD)
    rewrite(path)
    assert path.read_text() == NEW


@POSIX
def test_pipe_that_was_read_is_not_written(tmp_path: Path) -> None:
    """Standard input under another name has no place to write to."""
    with pytest.raises(UnwritableFile, match="not a regular file"):
        write_text(os.devnull, NEW, Source(OLD))


def test_leftovers_of_dead_runs_are_cleared(tmp_path: Path) -> None:
    """Only files with our own temporary names are removed, and only if they are not locked."""
    (tmp_path / ".refkit-0123456789abcdef.tmp").write_text("left")
    (tmp_path / ".refkit-mine.tmp").write_text("a user's")
    with temporary_file(str(tmp_path)) as alive:
        clear_leftovers(str(tmp_path))
        assert names(tmp_path) == sorted([".refkit-mine.tmp", os.path.basename(alive.path)])
    assert names(tmp_path) == [".refkit-mine.tmp"]


@POSIX
def test_leftover_that_is_a_link_is_not_touched(tmp_path: Path) -> None:
    """Neither the link nor what it names."""
    (tmp_path / "precious").write_text("text")
    (tmp_path / ".refkit-0123456789abcdef.tmp").symlink_to(tmp_path / "precious")
    clear_leftovers(str(tmp_path))
    assert len(names(tmp_path)) == 2


def test_old_leftovers_are_cleared_without_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in some network folders, where a new one may belong to a run on another machine."""
    monkeypatch.setattr("refkit.files.temporary.lock", lambda handle, wait: False)
    for name in (".refkit-0123456789abcdef.tmp", ".refkit-fedcba9876543210.tmp"):
        (tmp_path / name).write_text("left")
    os.utime(tmp_path / ".refkit-0123456789abcdef.tmp", (0, 0))
    clear_leftovers(str(tmp_path))
    assert names(tmp_path) == [".refkit-fedcba9876543210.tmp"]


@pytest.mark.parametrize("links", [1, 2])
def test_change_while_the_new_text_is_written_survives(
    bib: Path, monkeypatch: pytest.MonkeyPatch, links: int
) -> None:
    """The file is compared again right before it is replaced."""
    if links == 2:
        os.link(bib, bib.parent / "y.bib")
    fsync = os.fsync

    def other_writes(handle: int) -> None:
        fsync(handle)
        bib.write_text("@misc{b}\n")

    monkeypatch.setattr(os, "fsync", other_writes)
    with pytest.raises(UnwritableFile, match="changed on disk"):
        rewrite(bib)
    assert (bib.read_text(), len(names(bib.parent))) == ("@misc{b}\n", links)


@POSIX
def test_file_that_another_run_is_writing_is_waited_for(
    bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not wait forever."""
    import fcntl

    monkeypatch.setattr("refkit.files.write.LOCK_TIMEOUT", 0.1)
    with open(bib, "rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(UnwritableFile, match="another program has locked it"):
            rewrite(bib)
    rewrite(bib)
    assert bib.read_text() == NEW


@POSIX
def test_failed_overwriting_restores_the_old_text(
    bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And leaves no copy of it."""
    os.link(bib, bib.parent / "y.bib")
    ftruncate = os.ftruncate
    failures = [OSError(5, "Input/output error")]

    def failing(handle: int, size: int) -> None:
        if failures:
            raise failures.pop()
        ftruncate(handle, size)

    monkeypatch.setattr(os, "ftruncate", failing)
    with pytest.raises(UnwritableFile, match="input/output error"):
        rewrite(bib)
    assert (bib.read_text(), names(bib.parent)) == (OLD, ["x.bib", "y.bib"])


# A run that is killed before or after its n-th call to the system while it writes a file.
KILLED = """
import os, sys
from refkit.files import read_source, write_text
path, last = sys.argv[1], int(sys.argv[2])
source = read_source(path)
count = 0
def counted(call):
    def wrapper(*args, **options):
        global count
        for do in (lambda: None, lambda: call(*args, **options)):
            made = do()
            if count == last:
                os.kill(os.getpid(), 9)
            count += 1
        return made
    return wrapper
for name in ("open", "write", "fsync", "fchown", "chmod", "setxattr", "replace", "unlink", "close", "ftruncate"):
    if hasattr(os, name):
        setattr(os, name, counted(getattr(os, name)))
write_text(path, sys.argv[3], source)
"""


def killed_runs(path: Path, text: str) -> Iterator[None]:
    """Yield after each run, each of which is killed one step later than the previous one."""
    for step in range(200):
        path.write_text(OLD)
        done = subprocess.run(
            [sys.executable, "-c", KILLED, path, str(step), text], capture_output=True
        )
        if done.returncode == 0:
            return
        assert done.returncode == -9, done.stderr
        yield
    raise AssertionError("the run has no end")


@POSIX
def test_kill_at_any_step_leaves_the_old_or_the_new_file(bib: Path) -> None:
    """The next run removes all leftovers."""
    seen = set()
    for _ in killed_runs(bib, NEW):
        seen.add(bib.read_text())
        clear_leftovers(str(bib.parent))
        assert names(bib.parent) == ["x.bib"]
    assert seen == {OLD, NEW}


@POSIX
def test_two_runs_on_one_file_do_not_mix(bib: Path) -> None:
    """Each of several writers either writes its text or says that the file changed."""
    script = (
        "import sys\nfrom refkit.errors import UnwritableFile\n"
        "from refkit.files import read_source, write_text\n"
        "source = read_source(sys.argv[1])\nprint(flush=True)\nsys.stdin.readline()\n"
        "try: write_text(sys.argv[1], sys.argv[2] * 5000, source)\n"
        "except UnwritableFile: sys.exit(2)\n"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", script, bib, mark], stdin=-1, stdout=-1)
        for mark in "abc"
    ]
    for run in runs:
        assert run.stdout is not None
        run.stdout.readline()
    for run in runs:
        assert run.stdin is not None
        run.stdin.write(b"\n")
        run.stdin.close()
    codes = sorted(run.wait() for run in runs)
    text = bib.read_text()
    assert (codes, len(set(text)), len(text)) == ([0, 2, 2], 1, 5000)
    assert names(bib.parent) == ["x.bib"]


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True
    ) if hasattr(os, "geteuid") and os.geteuid() == 0 else None  # fmt: skip
    if made is None or made.returncode:
        pytest.skip("a small file system cannot be mounted")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("links", [1, 2])
def test_full_disk_leaves_the_old_file(tmp_path: Path, links: int) -> None:
    """Also if it would be overwritten in place."""
    with small_disk(tmp_path / "disk") as disk:
        path = disk / "x.bib"
        path.write_text(OLD)
        if links == 2:
            os.link(path, disk / "y.bib")
        with pytest.raises(UnwritableFile, match="no space left on device"):
            write_text(str(path), NEW * 20_000, read_source(str(path)))
        assert (path.read_text(), len(names(disk))) == (OLD, links)


@POSIX
@pytest.mark.parametrize("links", [1, 2])
def test_write_that_fails_in_the_middle_leaves_the_old_file(bib: Path, links: int) -> None:
    """As with a quota: here the process may not write files of more than 8 kB."""
    if links == 2:
        os.link(bib, bib.parent / "y.bib")
    script = (
        "import resource, sys\nfrom refkit.files import read_source, write_text\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "write_text(sys.argv[1], 'x' * 100_000, read_source(sys.argv[1]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, bib], capture_output=True, text=True)
    assert "UnwritableFile: cannot write" in done.stderr
    assert (bib.read_text(), len(names(bib.parent))) == (OLD, links)


@POSIX
def test_kill_at_a_random_moment_leaves_the_old_or_the_new_file() -> None:
    """Of the whole command; `python tests/files/kill_runs.py 50` tries more moments."""
    seen = kill_runs.main(4, seed=7)
    assert (seen["killed"] > 0, seen["neither"], seen["leftover"]) == (True, 0, 0)


@pytest.mark.skipif(os.name != "posix", reason="devices of POSIX")
def test_block_device_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser could overwrite a disk."""
    os.mkfifo(tmp_path / "disk")
    monkeypatch.setattr("stat.S_ISBLK", lambda mode: True)
    with pytest.raises(UnwritableFile, match="block device"):
        write_text(str(tmp_path / "disk"), "x")
