"""The supported interpreters in the metadata are those that are tested."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOW = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
PROMISED = {
    found[1]
    for line in PROJECT["classifiers"]
    if (found := re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line))
}


def test_the_workflow_tests_every_promised_version() -> None:
    """The oldest release of the oldest version is tested, too."""
    listed = re.search(r"python: \[(.*)\]", WORKFLOW)
    assert listed
    assert set(re.findall(r'"([\d.]+)"', listed[1])) == PROMISED
    assert f'python: "{PROJECT["requires-python"].removeprefix(">=")}.0"' in WORKFLOW


def test_ci_looks_for_every_promised_version() -> None:
    """The local script and the workflow agree."""
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    bounds = [int(number) for number in re.findall(r"^(?:OLDEST|NEWEST)=(\d+)$", script, re.M)]
    assert {f"3.{minor}" for minor in range(bounds[0], bounds[1] + 1)} == PROMISED


@pytest.mark.skipif(sys.platform == "win32", reason="the script needs bash")
def test_the_ci_script_is_valid() -> None:
    assert subprocess.run(["bash", "-n", ROOT / ".ci/run"]).returncode == 0
