"""Benchmarks run in an environment without the peers, and say which ones they skip."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.__main__ import BRIEF_OPTIONS, available

ROOT = Path(__file__).parents[2]
Runner = Callable[..., tuple[int, str]]
# A module that makes every peer look as if it were not installed.
WITHOUT_PEERS = """
import importlib.util, shutil, sys
real, which = importlib.util.find_spec, shutil.which
PEERS = {"bibtexparser", "pybtex", "citeproc", "typst", "refextract", "pycrfsuite", "bibclean"}
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in PEERS:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
importlib.util.find_spec = lambda name, package=None: None if name.partition(".")[0] in PEERS else real(name, package)
shutil.which = lambda name, *rest, **more: None
sys.meta_path.insert(0, Absent())
"""


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Run a benchmark without peers and cases, and return its exit code and output."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_PEERS, encoding="utf-8")

    def benchmark(*arguments: str) -> tuple[int, str]:
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, (tmp_path, ROOT / "src", ROOT))),
            "REFKIT_CASES": str(tmp_path / "nowhere"),
        }
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks", *arguments], cwd=tmp_path, env=environment,
            capture_output=True, encoding="utf-8", timeout=120,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    return benchmark


def test_bibtex_skips_bibtexparser_and_pybtex(run: Runner) -> None:
    """refkit is measured all the same."""
    code, output = run("bibtex", "--entries", "5")
    assert code == 0
    assert "bibtexparser split: skipped, bibtexparser is not installed" in output
    assert "pybtex default: skipped, pybtex is not installed" in output
    assert "refkit everything" in output


def test_csl_skips_every_other_processor(run: Runner) -> None:
    """With `--peers`, each one that is not installed is named once."""
    code, output = run("csl", "--styles", "apa", "--sizes", "3,4", "--peers")
    skipped = [line for line in output.splitlines() if "skipped" in line]
    assert code == 0
    assert [line.partition(":")[0] for line in skipped] == ["citeproc-py", "citeproc-js", "typst"]
    assert output.count("refkit ") == 2


def test_text_skips_refextract(run: Runner) -> None:
    """It needs an interpreter that has it."""
    code, output = run("text", "--references", "2", "--runs", "1")
    assert code == 0
    assert "refextract: skipped" in output
    assert "refkit parse" in output


def test_a_benchmark_without_its_data_says_where_it_should_be(run: Runner) -> None:
    """It is skipped when all benchmarks run."""
    code, output = run("hallmark")
    assert code == 0
    assert "skipped, there is no folder" in output


def test_options_for_a_run_of_all_are_for_benchmarks_that_exist() -> None:
    """A name that is gone would leave its benchmark with the long defaults."""
    assert set(BRIEF_OPTIONS) - set(available()) == set()
