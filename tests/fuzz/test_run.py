"""A sample of the hostile inputs, each command in a child process with limits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.corpus import VALUES, corpus

ROOT = Path(__file__).parent.parent.parent
KINDS = "arguments baseline bbl bib csl csv docx html json md name pdf tex toml txt".split()


def test_corpus_has_all_kinds() -> None:
    """There are at least 300 inputs, each with a unique name."""
    inputs = list(corpus())
    names = {hostile.name for hostile in inputs}
    assert (len(inputs) >= 300, sorted({hostile.kind for hostile in inputs})) == (True, KINDS)
    assert len(names) == len(inputs)


def test_corpus_is_the_same_each_time() -> None:
    """The corpus does not depend on the hash seed, because nothing is random."""
    first = [(hostile.name, hash(hostile.content)) for hostile in corpus()]
    assert first == [(hostile.name, hash(hostile.content)) for hostile in corpus()]
    assert len(VALUES) > 30


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the limits of a child process need fork")
def test_hostile_inputs_do_no_harm() -> None:
    """Exit code 0, 1 or 2, no traceback, no control character, no input changed, 10 s, 700 MB."""
    sample = ["--every", "25", "--largest", "100000"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", *sample],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    )
    assert (done.returncode, done.stdout.count(" runs, 0 failed")) == (0, 1), done.stdout
