"""What the README and the page on formatting show is what comes out."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/formatting.md", "docs/text.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
SHOWN = re.compile(r"^\$ (refkit .*)\n((?:(?!\$ ).*\n)*)", re.M)


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [found[2] for found in BLOCK.finditer(text) if found[1] == language]


def shown_commands() -> list[tuple[str, str]]:
    shown = [block for page in PAGES for block in blocks(page, "console")]
    return [(m[1], m[2]) for block in shown for m in SHOWN.finditer(block)]


def output(command: str) -> str:
    arguments = shlex.split(command.split(" #")[0])[1:]
    done = subprocess.run(
        [sys.executable, "-m", "refkit", *arguments], capture_output=True, cwd=ROOT, timeout=60,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    return (done.stdout + done.stderr).decode("utf-8")


@pytest.mark.parametrize(
    ("command", "shown"), shown_commands(), ids=[c for c, _ in shown_commands()]
)
def test_commands_print_what_is_shown(command: str, shown: str) -> None:
    """A reader who types the command sees the same; `...` on a line of its own leaves lines out."""
    wanted = "(?:.*\n)*".join(re.escape(part) for part in shown.split("...\n"))
    assert re.fullmatch(wanted, output(command)), output(command)


@pytest.mark.parametrize("page", PAGES)
def test_python_examples_give_what_is_shown(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's examples run as printed, next to references.bib."""
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestParser().get_doctest(
        "\n".join(blocks(page, "python")), {}, page, page, 0
    )
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(examples)
    assert (runner.summarize(verbose=False).failed, bool(examples.examples)) == (0, True)


def test_the_readme_opens_with_the_two_commands() -> None:
    """Who has just cloned finds `make demo` and `make test` first."""
    first = blocks("README.md", "sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make demo", "make test"]
