"""The files of the repository agree with the code and with each other."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import refkit
from refkit.cli import main

ROOT = Path(__file__).parent.parent
SCRIPTS = sorted(
    str(path.relative_to(ROOT))
    for pattern in ("docs/*.py", "tools/*.py", "benchmarks/*.py")
    for path in ROOT.glob(pattern)
    if not path.stem.startswith("_")
)
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*.*")]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_citation_file_has_the_version_of_the_package() -> None:
    """`CITATION.cff` is what people cite."""
    cited = re.search(r"^version: (.+)$", text_of("CITATION.cff"), re.M)
    assert cited is not None
    assert cited[1] == refkit.__version__


def test_the_changelog_lists_versions_from_the_newest_to_the_oldest() -> None:
    """Only the first one may be unreleased."""
    headings = re.findall(
        r"^## (\d+)\.(\d+)\.(\d+)( \(unreleased\))?$", text_of("CHANGELOG.md"), re.M
    )
    versions = [tuple(map(int, heading[:3])) for heading in headings]
    assert versions == sorted(set(versions), reverse=True)
    assert [heading for heading in headings[1:] if heading[3]] == []


def test_the_changelog_has_no_other_headings() -> None:
    """A misspelled version would be skipped by the test above."""
    headings = re.findall(r"^## (.*)$", text_of("CHANGELOG.md"), re.M)
    assert [h for h in headings if not re.fullmatch(r"\d+\.\d+\.\d+( \(unreleased\))?", h)] == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_maintenance_script_is_documented(script: str) -> None:
    """docs/maintenance.md has a section for each script."""
    assert f"`{script}`" in text_of("docs/maintenance.md")


def test_the_page_of_scripts_names_no_script_that_is_gone() -> None:
    """A renamed script is renamed there, too."""
    named = set(re.findall(r"^## `(\S+\.py)`", text_of("docs/maintenance.md"), re.M))
    assert named - set(SCRIPTS) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_name_nothing_outside_of_the_repository(page: Path) -> None:
    """`../shared` is not public; `tools/fetch_cases.py` downloads the public suites."""
    assert "../shared" not in page.read_text(encoding="utf-8")


def test_local_hooks_run_commands_that_exist() -> None:
    """The hooks of refkit in .pre-commit-config.yaml are commands with options that they have."""
    entries = re.findall(
        r"^ +entry: \.venv/bin/refkit (.+)$", text_of(".pre-commit-config.yaml"), re.M
    )
    assert entries
    for entry in entries:
        name, *options = shlex.split(entry)
        command = main.get_command(click.Context(main), name)
        known = [] if command is None else [o for p in command.params for o in p.opts]
        assert set(options) - set(known) == set(), entry


def test_the_source_distribution_contains_every_tracked_file_of_the_root() -> None:
    """The listed files exist, and files that the tests read are listed."""
    listed = re.search(r"sdist\]\ninclude = \[(.+?)\]", text_of("pyproject.toml"), re.S)
    assert listed is not None
    names = re.findall(r'"([^"]+)"', listed[1])
    assert [name for name in names if not (ROOT / name).exists()] == []
    assert [p.name for p in ROOT.glob("*.md") if p.name not in names] == []


MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_FUNCTION = 45
LONGEST_MODULE = 450


def functions_of(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path: Path) -> None:
    """Each can be read on one screen."""
    long = [
        f.name for f in functions_of(path) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_most_functions_are_very_short() -> None:
    """Half have at most 8 lines, nine of ten at most 20."""
    lengths = sorted(
        (function.end_lineno or 0) - function.lineno + 1
        for path in MODULES
        for function in functions_of(path)
    )
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[len(lengths) * 9 // 10] <= 20


def test_modules_are_short() -> None:
    """A longer one has two purposes."""
    long = {
        p.name
        for p in MODULES
        if len(p.read_text(encoding="utf-8").split("\n")) - 1 > LONGEST_MODULE
    }
    assert long == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_functions_and_classes_have_docstrings(path: Path) -> None:
    """Rules, whose modules explain them, are no exception."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    bodies = [tree.body, *(each.body for each in classes if not each.name.startswith("_"))]
    public = [
        node
        for body in bodies
        for node in body
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []
