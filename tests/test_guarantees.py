"""docs/guarantees.md names existing tests; the guarantees without another test are tested here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.structures import PLAIN_BIB, style

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/guarantees.md"
_NAMED = re.compile(r"\]\(\.\./(tests/\S+?\.py)\)|`(test_\w+)`")
_FORBIDDEN = """
import sys
def forbid(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "http", "urllib")):
        sys.stderr.write(f"forbidden: {event} {arguments}")
        raise SystemExit(99)
sys.addaudithook(forbid)
from refkit.cli import main
main(sys.argv[1:])
"""


def named_tests(page: str) -> list[tuple[str, str]]:
    """Return the tests that a page names, each with the file that is named before it."""
    found: list[tuple[str, str]] = []
    path = ""
    for match in _NAMED.finditer(page):
        path = match[1] or path
        if match[2]:
            found.append((path, match[2]))
    return found


def test_every_named_test_exists() -> None:
    """In the file that the page links to."""
    named = named_tests(PAGE.read_text(encoding="utf-8"))
    missing = [
        (path, name)
        for path, name in named
        if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert (len(named) > 30, missing) == (True, [])


def test_every_promise_names_a_test() -> None:
    """Every row has a test."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    promises = [row for row in rows if not row.startswith("| promise")]
    assert [row for row in promises if not named_tests(row)] == []


@pytest.mark.parametrize(
    "line",
    [
        ["check", "--no-cache", "a.bib"],
        ["check", "--fix", "a.bib"],
        ["convert", "a.bib", "--to", "csl-json"],
        ["format", "a.bib", "--to", "html", "--links"],
        ["tidy", "--diff", "a.bib"],
        ["parse", "Smith, J. (2001). Tides. https://example.org/x"],
    ],
    ids=lambda line: " ".join(line[:2]),
)
def test_no_connection_and_no_program(line: list[str], tmp_path: Path) -> None:
    """Python's own audit hook would see either."""
    url = "@misc{u, title={T}, url={https://example.org/x}, doi={10.1000/x}, year={2001}}\n"
    (tmp_path / "a.bib").write_text(PLAIN_BIB + url)
    done = run_watched(line, tmp_path)
    summary = "1 file would be tidied\n" if line[0] == "tidy" else ""
    assert (done.returncode in (0, 1), done.stderr) == (True, summary)


def test_audit_hook_sees_a_connection(tmp_path: Path) -> None:
    """The test above can fail."""
    connect = f"import socket\n{_FORBIDDEN.split('from refkit')[0]}\nsocket.socket()"
    done = subprocess.run([sys.executable, "-c", connect], capture_output=True, cwd=tmp_path)
    assert done.returncode == 99


@pytest.mark.parametrize("where", ["SYSTEM 'secret.txt'", "PUBLIC 'x' 'secret.txt'"])
def test_style_reads_no_other_file(where: str, tmp_path: Path) -> None:
    """An external entity of XML would."""
    (tmp_path / "secret.txt").write_text("TOPSECRET")
    (tmp_path / "a.bib").write_text(PLAIN_BIB)
    text = style('<layout><text value="&s;"/></layout>')
    declared = text.replace("?>", f"?><!DOCTYPE style [<!ENTITY s {where}>]>", 1)
    (tmp_path / "x.csl").write_text(declared)
    done = run_watched(["format", "--style", "x.csl", "a.bib"], tmp_path)
    assert "TOPSECRET" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "address",
    [
        "{folder}/other/secret.csl",
        "file://{folder}/other/secret.csl",
        "{folder}/other/secret.csl#zotero.org/styles/../other/secret",
        "other/secret.csl",
        "../{name}/other/secret.csl",
        "beside.csl",
        "beside",
        "x.csl",
        "aa.csl",
        "/etc/passwd",
        "/dev/zero",
        "https://example.org/styles/secret.csl",
        "http://www.zotero.org/styles/nature-physics",
        "",
        "..",
        "&#xe000;",
    ],
)
def test_parent_of_a_style_is_no_other_file(address: str, tmp_path: Path) -> None:
    """Neither a path nor a file in the same folder nor the style itself is opened; no dependent style is followed."""
    (tmp_path / "other").mkdir()
    (tmp_path / "a.bib").write_text(PLAIN_BIB)
    for name in ("other/secret.csl", "beside.csl"):
        (tmp_path / name).write_text(style('<layout><text value="TOPSECRET"/></layout>'))
    link = address.format(folder=tmp_path, name=tmp_path.name)
    (tmp_path / "aa.csl").write_text(dependent_style("x.csl"))
    (tmp_path / "x.csl").write_text(dependent_style(link))
    done = run_watched(["format", "--style", "x.csl", "a.bib"], tmp_path)
    assert "TOPSECRET" not in done.stdout + done.stderr
    assert done.stderr.startswith("refkit: x.csl:2: the parent of this style is not known: ")
    assert done.returncode == 2


def test_configuration_names_a_style_with_an_unknown_parent(tmp_path: Path) -> None:
    """A check with a configuration from somebody else opens no other file either."""
    (tmp_path / "a.bib").write_text(PLAIN_BIB)
    (tmp_path / "x.csl").write_text(dependent_style("/etc/passwd"))
    (tmp_path / "refkit.toml").write_text('style = "x.csl"\n')
    done = run_watched(["check", "a.bib"], tmp_path)
    assert (done.returncode, "no independent style `/etc/passwd`" in done.stderr) == (2, True)


def dependent_style(parent: str) -> str:
    """Return a style that only names its parent."""
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>D</title><id>d</id>\n'
        f'<link rel="independent-parent" href="{parent}"/></info></style>'
    )


def run_watched(line: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run refkit with an audit hook that ends the process at a connection or another program."""
    return subprocess.run(
        [sys.executable, "-c", _FORBIDDEN, *line], cwd=folder, capture_output=True, text=True
    )
