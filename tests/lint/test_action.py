"""The GitHub Action: its steps run commands and options that exist."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")


def script_after(name: str) -> str:
    """Return the shell script of the step with this name."""
    step = ACTION[ACTION.index(f"- name: {name}") :]
    lines = step[step.index("run: |") + 7 :].splitlines()
    body = []
    for line in lines:
        if line.strip() and not line.startswith(" " * 8):
            break
        body.append(line[8:])
    return "\n".join(body)


def test_options_are_those_of_the_command() -> None:
    """Every option that the action passes exists."""
    from refkit.cli.check import command

    known = {name for option in command.params for name in option.opts}
    assert set(re.findall(r"--[a-z-]+", script_after("Check references"))) <= known


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("text", "code"), [("@misc{a, pages={9--1}}", "1"), ("@misc{a, title={T}}", "0")]
)
def test_check_step_writes_sarif_and_exit_code(tmp_path: Path, text: str, code: str) -> None:
    """The step writes the findings to a file and passes the exit code to later steps."""
    (tmp_path / "x.bib").write_text(text, encoding="utf-8")
    (tmp_path / "refkit").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m refkit "$@"\n', encoding="utf-8"
    )
    (tmp_path / "refkit").chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"),
        "PATHS": "x.bib", "ARGS": "--isolated --no-cache", "SARIF": "out.sarif",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }  # fmt: skip
    subprocess.run(["bash", "-c", script_after("Check references")], cwd=tmp_path, env=environment, check=True,
                   capture_output=True)  # fmt: skip
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"exit-code={code}\n"
    assert '"version": "2.1.0"' in (tmp_path / "out.sarif").read_text(encoding="utf-8")
