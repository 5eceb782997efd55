"""The attributes and values of CSL 1.0.2, clause by clause: one item in a small style for each."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TypedDict

import pytest

from refkit.csl import Cite, Cluster, Processor, Style


class Case(TypedDict):
    """A cs:layout with the options of its style and the variables of an item, and the citation of the item."""

    clause: str
    layout: str
    variables: dict[str, object]
    options: str
    language: str
    expected: str


CASES: list[Case] = json.loads(
    (Path(__file__).parent / "specification.json").read_text(encoding="utf-8")
)


def cited(case: Case) -> str:
    style = Style.parse(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {case["options"]}'
        f' default-locale="{case["language"]}"><info><id>t</id><title>T</title></info>'
        f"<citation><layout>{case['layout']}</layout></citation></style>"
    )
    record = {"id": "i", "type": "book", **case["variables"]}
    return html.unescape(Processor(style, [record]).cite(Cluster([Cite("i")])))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["clause"]).replace(" ", "-"))
def test_a_clause_of_the_specification(case: Case) -> None:
    """citeproc-js renders these cases in the same way."""
    assert cited(case) == case["expected"]


def test_every_clause_has_a_style_of_its_own() -> None:
    """No case is there twice."""
    keys = [
        (one["layout"], json.dumps(one["variables"]), one["options"], one["language"])
        for one in CASES
    ]
    assert len(set(keys)) == len(keys) > 150
