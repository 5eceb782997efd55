"""Documents in random styles that citeproc-js renders in the same way (tests/csl/random_styles.py, `--record`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import pytest
from tests.csl.differential import Job, by_refkit, plain
from tests.csl.random_items import Record


class Agreed(TypedDict):
    """A document with the output of citeproc-js, without white space between blocks."""

    name: str
    style: str
    items: list[Record]
    clusters: list[list[Record]]
    citations: list[str]
    entries: dict[str, str]


DOCUMENTS: list[Agreed] = json.loads(
    (Path(__file__).parent / "agreed.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document["name"]))
def test_a_document_reads_as_in_citeproc_js(document: Agreed, tmp_path: Path) -> None:
    """Citations, entries and the order of the entries were the same when the document was recorded."""
    path = tmp_path / "style.csl"
    path.write_text(document["style"], encoding="utf-8")
    ours = by_refkit(Job(document["name"], path, document["items"], document["clusters"]))
    entries = {id_: plain(entry) for id_, entry in ours.entries.items()}
    assert [plain(one) for one in ours.citations] == document["citations"]
    assert list(entries.items()) == list(document["entries"].items())
