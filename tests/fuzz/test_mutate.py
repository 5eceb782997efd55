"""Valid inputs with random changes are read, checked, converted and formatted without an exception."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.mutate import KINDS, mutated, read_all


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
def test_changed_input_raises_nothing(kind: str, seed: int) -> None:
    """`python -m tests.fuzz.mutate 600` tries more."""
    with tempfile.TemporaryDirectory() as name:
        read_all(kind, mutated(KINDS[kind], random.Random(seed)), Path(name))


@pytest.mark.parametrize("kind", KINDS)
def test_seed_is_valid(kind: str, tmp_path: Path) -> None:
    """A seed that cannot be read would test only the error handling."""
    read_all(kind, KINDS[kind], tmp_path)


def test_changes_depend_on_the_seed_alone() -> None:
    """A failure can be reproduced."""
    assert mutated(KINDS["bib"], random.Random(7)) == mutated(KINDS["bib"], random.Random(7))
