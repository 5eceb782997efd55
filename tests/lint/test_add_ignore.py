"""`refkit check --add-ignore` suppresses all current findings in their files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

TWO = "@misc{a, title={T}, note={}}\n@misc{b, title={U}, pages={9--1}}\n"
RECORD = '[{"id": "a", "type": "book", "title": "T", "page": "9-1"}]'


def refkit(*arguments: str | Path, stdin: str | None = None) -> Result:
    words = [*map(str, arguments), "--isolated", "--no-cache", "--today", "2026-11-22"]
    return CliRunner().invoke(main, ["check", *words], input=stdin)


def suppressed(folder: Path, text: str) -> str:
    """Return a .bib file after its findings were suppressed."""
    path = folder / "x.bib"
    path.write_bytes(text.encode())
    assert refkit(path, "--add-ignore").exit_code == 0
    assert refkit(path).exit_code == 0
    return path.read_bytes().decode()


def test_a_comment_precedes_each_entry(tmp_path: Path) -> None:
    """The comment names the rules that report something in the entry."""
    assert suppressed(tmp_path, TWO) == (
        "% refkit: ignore[FLD102] added by --add-ignore\n"
        "@misc{a, title={T}, note={}}\n"
        "% refkit: ignore[PAG101] added by --add-ignore\n"
        "@misc{b, title={U}, pages={9--1}}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title={T}, note={}} @misc{b, title={U}, pages={9--1}}",
        "@misc{, title={T}, note={}}\n@misc{b, title={U}}",
        "@misc{a, title={T}}\n@misc{a, title={U}}",
        "@misc{a, title={T}\n@misc{b, title={U}, pages={9--1}}",
        "",
        "% refkit: ignore[PAG101] as printed\n@misc{b, title={U}, note={}, pages={9--1}}",
        "@article{a, title={Tides of the North}, author={Doe, Jane}, doi={10.1000/1}, journal={J}, year=2001}\n"
        "@article{b, title={Tides of the North}, author={Doe, Jane}, doi={10.1000/1}, journal={J}, year=2001}",
    ],
    ids=["one line", "no key", "same key", "unclosed", "empty", "suppressed before", "twins"],
)  # fmt: skip
def test_nothing_is_reported_afterwards(tmp_path: Path, text: str) -> None:
    """The next run is clean, and the rest of the text is the same."""
    comment = r"% refkit: ignore(-file)?\[[^]]*\] added by --add-ignore\n"
    assert re.sub(comment, "", suppressed(tmp_path, text)) == text


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """A file with CRLF gets comments with CRLF."""
    assert "\n" not in suppressed(tmp_path, TWO.replace("\n", "\r\n")).replace("\r\n", "")


def test_new_problems_are_reported(tmp_path: Path) -> None:
    """Only the current findings are suppressed."""
    text = suppressed(tmp_path, TWO)
    (tmp_path / "x.bib").write_text(text.replace("title={T}", "title={T}, pages={9--1}"), "utf-8")
    done = refkit(tmp_path / "x.bib")
    assert (done.exit_code, done.output.count("PAG101")) == (1, 1)


def test_with_diff_nothing_is_written(tmp_path: Path) -> None:
    """`--diff` shows the comments."""
    path = tmp_path / "x.bib"
    path.write_text(TWO, encoding="utf-8")
    done = refkit(path, "--add-ignore", "--diff")
    assert "+% refkit: ignore[PAG101] added by --add-ignore\n" in done.output
    assert path.read_text(encoding="utf-8") == TWO


def test_other_formats_get_a_configuration(tmp_path: Path) -> None:
    """A file without comments is not changed; the lines to add to the configuration suppress its findings."""
    path = tmp_path / "x.json"
    path.write_text(RECORD, encoding="utf-8")
    done = refkit(path, "--add-ignore")
    assert (done.exit_code, path.read_text(encoding="utf-8")) == (1, RECORD)
    assert "add these lines to `refkit.toml`" in done.stderr
    (tmp_path / "refkit.toml").write_text(done.stdout, encoding="utf-8")
    again = CliRunner().invoke(main, ["check", "--no-cache", str(path)])
    assert (again.exit_code, again.stdout) == (0, "No problems in 1 file.\n")


def test_standard_input_goes_to_standard_output() -> None:
    """An editor gets the text with its comments."""
    done = refkit("-", "--add-ignore", "--stdin-filename", "x.bib", stdin=TWO)
    assert done.stdout.startswith("% refkit: ignore[FLD102] added by --add-ignore\n@misc{a,")
    assert done.stdout.endswith("pages={9--1}}\n")


@pytest.mark.parametrize("extra", [["--diff"], []], ids=["diff", "written"])
def test_cached_findings_write_no_comments_into_json(tmp_path: Path, extra: list[str]) -> None:
    """A file that was checked before is read again, because JSON has no comments."""
    path = tmp_path / "x.json"
    path.write_text(RECORD, encoding="utf-8")
    options = ["--isolated", "--cache-dir", str(tmp_path / "cache"), "--today", "2026-11-22"]
    words = ["check", str(path), *options]
    assert CliRunner().invoke(main, words).exit_code == 1
    done = CliRunner().invoke(main, [*words, "--add-ignore", *extra])
    assert done.exit_code == 1
    assert done.stdout == f'[per-file-ignores]\n"{path}" = ["PAG101"]\n'
    assert path.read_text("utf-8") == RECORD
