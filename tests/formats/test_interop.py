"""Cases of other projects: the references that they expect from BibTeX and BibLaTeX files."""

from __future__ import annotations

import json
import os
from pathlib import Path
from statistics import mean

import pytest
from tests.formats.interop_cases import cases, comparable, score

import refkit

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
# Mean per case on 30 November 2026, rounded down.
REACHED = {"loose": 0.91, "strict": 0.82}


@pytest.mark.skipif(not (CASES / "interop").is_dir(), reason="needs the cases of other projects")
@pytest.mark.parametrize("level", REACHED)
def test_bibtex_is_read_as_other_projects_expect(level: str) -> None:
    """No case is worse on average than it was."""
    fractions = []
    for case in cases(CASES / "interop", ("bibtex", "biblatex")):
        found = json.loads(refkit.dumps(list(refkit.loads(case.text)), "csl-json"))
        result = score(case.expected, found, level == "loose")
        if result.total:
            fractions.append(result.right / result.total)
    assert len(fractions) > 50
    assert mean(fractions) >= REACHED[level]


def test_values_are_compared_with_and_without_their_form() -> None:
    record = {"title": "A <i>Small</i> Tea", "page": "1–3", "DOI": "https://doi.org/10.1/x", "id": "k"}  # fmt: skip
    assert comparable(record, loose=True) == {
        "title": "a small tea",
        "page": "1-3",
        "DOI": "10.1/x",
    }
    assert comparable(record, loose=False)["title"] == "A <i>Small</i> Tea"


def test_a_wrong_value_is_counted() -> None:
    result = score(
        [{"id": "k", "title": "Tea", "volume": "1"}], [{"id": "k", "title": "Tea"}], True
    )
    assert (result.total, result.right, result.wrong) == (2, 1, [("volume", "1", "")])
