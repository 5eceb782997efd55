"""The output of `--diff` can be applied."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ENTRY = "@article{a,\n  author = {Ames, Ann},\n  note = {},\n  pages = {1-9},\n  title = {T\u00e4ler},\n}\n"


def applied(folder: Path, files: dict[str, bytes], command: str, how: list[str]) -> list[bytes]:
    """Return the files after applying the diff that a command shows."""
    for name, raw in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(raw)
    result = CliRunner().invoke(main, [*command.split(), "--diff", "."])
    assert result.exit_code == 1, result.output
    subprocess.run(how, cwd=folder, input=result.stdout_bytes, check=True, timeout=30)
    return [(folder / name).read_bytes() for name in files]


def fixed(raw: bytes) -> bytes:
    """Return the bytes of a file after its safe fixes."""
    end = b"\r\n" if b"\r\n" in raw else b"\r" if b"\r" in raw else b"\n"
    return raw.replace(b"  note = {}," + end, b"").replace(b"1-9", b"1--9")


@pytest.mark.parametrize(
    "files",
    [
        {"x.bib": ENTRY.encode()},
        {"x.bib": ENTRY.replace("\n", "\r\n").encode()},
        {"x.bib": ENTRY.replace("\n", "\r\n").rstrip().encode()},
        {"x.bib": ENTRY.replace("\n", "\r").encode()},
        {"x.bib": ENTRY.rstrip().encode()},
        {"x.bib": b"\xef\xbb\xbf" + ENTRY.encode()},
        {"x.bib": ENTRY.encode("latin-1")},
        {"x.bib": ENTRY.replace("T\u00e4ler", "a\u2028b\x0cc").encode()},
        {"f\u00fcnf.bib": ENTRY.encode()},
        {"my list.bib": ENTRY.encode()},
        {'a"b.bib': ENTRY.encode()},
        {"sub folder/x.bib": ENTRY.encode(), "y.bib": ENTRY.rstrip().encode(), "z.bib": ENTRY.encode()},
    ],
    ids=["plain", "crlf", "crlf-no-end", "cr", "no-end", "bom", "latin-1", "separators", "name", "space", "quote",
         "several"],
)  # fmt: skip
@pytest.mark.parametrize(
    "how", [["git", "apply", "-"], ["patch", "-p1", "--binary", "-s"]], ids=["git", "patch"]
)
def test_difference_can_be_applied(
    files: dict[str, bytes], how: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line ends, a missing final line end, encodings and names are as `patch` or git requires."""
    if shutil.which(how[0]) is None:
        pytest.skip(f"{how[0]} is not installed")
    monkeypatch.chdir(tmp_path)
    after = applied(tmp_path, files, "check --isolated", how)
    assert after == [fixed(raw) for raw in files.values()]


def test_difference_of_tidy_can_be_applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Applying the diff of `tidy` gives the same text as running `tidy`."""
    raw = ENTRY.replace("  ", " ").rstrip().encode("latin-1")
    monkeypatch.chdir(tmp_path)
    after = applied(tmp_path, {"x y.bib": raw}, "tidy", ["git", "apply", "-"])
    (tmp_path / "x y.bib").write_bytes(raw)
    CliRunner().invoke(main, ["tidy", "x y.bib"])
    assert after == [(tmp_path / "x y.bib").read_bytes()]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_difference_of_a_file_with_nul_bytes_is_text(tmp_path: Path, encoding: str) -> None:
    """git compares such files as binary, so the diff is only for reading."""
    path = tmp_path / "x.bib"
    path.write_bytes(ENTRY.encode(encoding))
    done = CliRunner().invoke(main, ["check", str(path), "--fix", "--diff", "--isolated"])
    assert "\0" not in done.stdout
    assert "\n-" in done.stdout


def test_a_diff_has_colors_on_demand(tmp_path: Path) -> None:
    """Removed and added lines have those of git."""
    (tmp_path / "x.bib").write_text(ENTRY, encoding="utf-8")
    command = ["check", "--isolated", "--no-cache", "--fix", "--diff", str(tmp_path / "x.bib")]
    assert "\x1b" not in CliRunner().invoke(main, command).stdout
    lines = CliRunner().invoke(main, [*command, "--color", "always"]).stdout.splitlines()
    assert "\x1b[31m-  pages = {1-9},\x1b[0m" in lines
    assert "\x1b[32m+  pages = {1--9},\x1b[0m" in lines
