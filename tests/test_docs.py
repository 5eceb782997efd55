"""The documentation matches the repository and the program."""

import re
from pathlib import Path

import click
import pytest

from refkit.api import check, loads
from refkit.cli import main
from refkit.csl.write import WRITERS
from refkit.formats import all_formats
from refkit.lint.config import OPTIONS
from refkit.lint.report import output_formats

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
COMMANDS = main.list_commands(click.Context(main))
ANCHOR = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)#([^)\s]+)\)")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    """A relative link names a file of the repository."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    """The README mentions each command at least once."""
    assert f"refkit {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    """`--help` describes each command and each option."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    silent = [
        option.name
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert (bool(command.help), silent) == (True, [])


def test_the_help_of_format_names_every_output() -> None:
    """The help of `--to` lists every writer."""
    command = main.get_command(click.Context(main), "format")
    assert command is not None
    said = command.get_help(click.Context(command))
    assert [name for name in WRITERS if not re.search(rf"\b{name}\b", said)] == []


def test_every_format_is_in_the_page_of_formats() -> None:
    """By the name that `--from` and `--to` accept."""
    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    assert [name for name in all_formats() if f"`{name}`" not in page] == []


def test_every_package_is_in_the_architecture() -> None:
    """docs/architecture.md names each folder of the package."""
    packages = [p.name for p in (ROOT / "src/refkit").iterdir() if (p / "__init__.py").is_file()]
    assert [name for name in packages if f"`{name}/`" not in ARCHITECTURE] == []


def test_paths_in_the_architecture_exist() -> None:
    """A renamed module is also renamed on the page."""
    bases = [ROOT, ROOT / "src/refkit", ROOT / "src/refkit/formats/text"]
    paths = set(re.findall(r"`([\w./-]+(?:\.py|/))`", ARCHITECTURE))
    missing = [path for path in paths if not any((base / path).exists() for base in bases)]
    assert (len(paths) > 60, missing) == (True, [])


def test_the_architecture_says_where_to_make_ten_changes() -> None:
    """Each row of the table names a module and the folder of its tests."""
    table = ARCHITECTURE.partition("## Where to make common changes")[2].partition("##")[0]
    rows = [row.split(" | ") for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(rows) == 10
    assert [row for row in rows if "`src/refkit/" not in row[1] or "`tests/" not in row[2]] == []


def test_every_hook_runs_a_command() -> None:
    """.pre-commit-hooks.yaml runs commands of refkit with options that exist."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^ +entry: (.+)$", hooks, re.M)
    assert len(entries) == hooks.count("- id:")
    for entry in entries:
        program, name, *options = entry.split()
        command = main.get_command(click.Context(main), name)
        known = [] if command is None else [o for p in command.params for o in p.opts]
        assert (program, set(options) - set(known)) == ("refkit", set())


def test_the_suppressions_on_the_checking_page_are_needed() -> None:
    """The example has no findings, and each of its suppressions is needed."""
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    example = re.findall(r"```bibtex\n(.*?)```", page, re.DOTALL)[0]
    bare = re.sub(r"%.*\n|  x-refkit.*\n", "", example)
    codes = {finding.code for finding in check(loads(bare))}
    assert (check(loads(example)), codes) == ([], {"PAG101", "DAT201"})


def test_every_option_of_the_configuration_is_on_the_checking_page() -> None:
    """The page lists every option."""
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    assert [option for option in OPTIONS if f"`{option}`" not in page] == []


def test_every_report_is_on_the_checking_page() -> None:
    """By the name that `--output-format` accepts."""
    page = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    assert [name for name in output_formats() if f"`{name}`" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_headings(page: Path) -> None:
    """The part after `#` is the anchor of a heading on the target page."""
    links = ANCHOR.findall(page.read_text(encoding="utf-8"))
    missing = [
        (target, anchor)
        for target, anchor in links
        if anchor not in headings(page.parent / target if target else page)
    ]
    assert missing == []


def headings(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles}
