"""The HALLMARK benchmark: fabricated and valid references, without network access."""

import os
from pathlib import Path

import pytest
from benchmarks.hallmark import TODAY, codes_by_row, read_rows

from refkit.lint.settings import Settings

CASES = Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared" / "cases"))
FOLDER = CASES / "hallmark"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the benchmark is not at hand")


def share(label: str) -> float:
    """Return the fraction of references with this label that have findings of default rules."""
    rows = read_rows(FOLDER)
    codes = codes_by_row(rows, Settings(today=TODAY))
    labelled = [at for at, row in enumerate(rows) if row["label"] == label]
    return sum(at in codes for at in labelled) / len(labelled)


def test_a_quarter_of_the_made_up_references_is_seen() -> None:
    """Dates, identifiers and signals are enough for this fraction."""
    assert share("HALLUCINATED") >= 0.25


def test_valid_references_are_left_alone() -> None:
    """The limit is one false report in two hundred references; currently there is none."""
    assert share("VALID") <= 0.005
