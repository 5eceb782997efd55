"""Mutants are the same for the same seed, differ from the code where it matters, and meet the right tests."""

from __future__ import annotations

import ast
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("cosmic_ray", reason="cosmic-ray is not installed")

from tools._mutation import (
    Mutant,
    excluded_ranges,
    find_changes,
    make_mutant,
    probe_position,
    sample,
)
from tools.mutants import Outcome, insert, make_plan, mirror_of, report

ROOT = Path(__file__).parents[2]
CODE = '''"""A module."""
from functools import lru_cache

@lru_cache(maxsize=16)
def larger(a: int | None, b: int) -> int | None:
    """Return the larger one."""
    if a is not None and a > b:
        return a
    return b
'''


def places(code: str) -> set[int]:
    """The lines of a module in which something can be changed."""
    without = list(excluded_ranges(ast.parse(code), code.splitlines()))
    return {start[0] for start, _ in find_changes(code, without)}


def test_annotations_and_decorators_are_not_changed() -> None:
    """No test can notice it if `int | None` becomes `int & None`, or a cache is larger."""
    assert places(CODE) == {7}


def test_a_mutant_differs_and_compiles(tmp_path: Path) -> None:
    """Otherwise it would count as killed or survive for nothing."""
    path = tmp_path / "module.py"
    path.write_text(CODE, encoding="utf-8")
    mutants = [make_mutant(path, "module.py", Random(seed)) for seed in range(20)]
    codes = {mutant.code for mutant in mutants if mutant}
    assert len(codes) > 5
    assert CODE not in codes
    assert all(compile(code, "module.py", "exec") for code in codes)


def test_a_seed_gives_the_same_sample() -> None:
    """Figures before and after a change are of the same mutants as long as the code is the same."""
    assert sample(ROOT, ["tex"], 3, seed=5) == sample(ROOT, ["tex"], 3, seed=5)
    assert sample(ROOT, ["tex"], 3, seed=5) != sample(ROOT, ["tex"], 3, seed=6)


def test_a_package_gives_mutants_of_its_own_modules() -> None:
    """`--package` takes a folder or a module."""
    mutants = sample(ROOT, ["model/names", "api"], 6, seed=1)
    assert {mutant.path for mutant in mutants} == {
        "src/refkit/model/names.py",
        "src/refkit/api.py",
    }


UNCACHED = CODE.replace("@lru_cache(maxsize=16)\n", "\n")


@pytest.mark.parametrize(("line", "expected"), [(7, (7, "    ")), (5, (None, "")), (4, (None, ""))])
def test_a_probe_comes_first_in_its_function(line: int, expected: tuple[int | None, str]) -> None:
    """After the docstring; a default value is computed before the function runs."""
    assert probe_position(ast.parse(UNCACHED), UNCACHED.splitlines(), line) == expected


def test_a_cached_function_has_no_probe() -> None:
    """Only the first test would come by, although others depend on its value, too."""
    assert probe_position(ast.parse(CODE), CODE.splitlines(), 7) == (None, "")


def test_probes_leave_the_other_lines_alone(tmp_path: Path) -> None:
    """Numbers are those of the lines before anything is inserted."""
    path = tmp_path / "module.py"
    path.write_text("a\nb\nc\n", encoding="utf-8")
    insert(path, [(1, "x"), (3, "y")])
    assert path.read_text(encoding="utf-8") == "x\na\nb\ny\nc\n"


def mutant(path: str, probe: int | None = 1) -> Mutant:
    return Mutant(path, 1, "AddNot", "if a:\n", "if not a:\n", probe, "")


@pytest.mark.parametrize(
    ("path", "tests"),
    [
        ("src/refkit/tex/decode.py", "tests/tex/test_decode.py"),
        ("src/refkit/lint/rules/future_date.py", "tests/rules/test_future_date.py"),
        ("src/refkit/formats/text/label/runs.py", "tests/text"),
        ("src/refkit/api.py", "tests/test_api.py"),
    ],
)
def test_the_mirrored_tests_are_found(path: str, tests: str) -> None:
    """A file named after the module, otherwise the folder of its package."""
    assert mirror_of(mutant(path), ROOT) == tests


def test_tests_that_come_by_run_first() -> None:
    """Those of the mirrored file before others, then everything."""
    reached = ["tests/test_api.py::a", "tests/tex/test_decode.py::b"]
    plan = make_plan(mutant("src/refkit/tex/decode.py"), reached, ROOT, ["tests"])
    assert plan == [["tests/tex/test_decode.py::b"], ["tests/test_api.py::a"], ["tests"]]


def test_without_the_others_the_tests_of_the_folder_run_last() -> None:
    """Code that runs once, such as the making of a table, is reached by few tests or none."""
    plan = make_plan(mutant("src/refkit/tex/decode.py"), [], ROOT, [])
    assert plan == [["tests/tex/test_decode.py"]]


def test_the_report_counts_the_killed_per_package() -> None:
    """A run that takes too long is noticed, too."""
    outcomes = [
        Outcome(mutant("src/refkit/tex/decode.py"), "survived", 1.0),
        Outcome(mutant("src/refkit/tex/decode.py"), "timeout", 1.0),
        Outcome(mutant("src/refkit/api.py"), "killed", 1.0),
    ]
    assert report(outcomes).splitlines()[-3:] == [
        "api            1 of    1",
        "tex            1 of    2",
        "2 of 3 mutants killed",
    ]


def test_the_report_shows_survivors_as_diffs() -> None:
    """The clone has the code of the sample, even if the repository has changed since."""
    shown = report([Outcome(mutant("src/refkit/api.py"), "survived", 1.0)])
    assert "-if a:\n+if not a:\n" in shown
