"""The case of titles in conversions: `refkit convert --sentence-case` and `--no-sentence-case`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit.cli import main

BIB = """@book{a, title = {The Tides of {Norway}}, year = 2001}
@book{b, title = {Der Strom der Zeit}, langid = {german}, year = 2004}
"""
JSON = '[{"id": "a", "type": "book", "title": "The Tides of Norway"}]'


def converted(source: Path, *options: str) -> str:
    """Return what a conversion of a file writes."""
    return CliRunner().invoke(main, ["convert", str(source), *options]).stdout


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    """A .bib file with titles in title case."""
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    return path


def test_csl_json_has_sentence_case_by_default(bib: Path) -> None:
    titles = [record["title"] for record in json.loads(converted(bib, "--to", "csl-json"))]
    assert titles == [
        'The tides of <span class="nocase">Norway</span>',
        "Der Strom der Zeit",
    ]


def test_csl_json_can_have_titles_as_typed(bib: Path) -> None:
    first = json.loads(converted(bib, "--to", "csl-json", "--no-sentence-case"))[0]
    assert first["title"] == 'The Tides of <span class="nocase">Norway</span>'


def test_a_bib_file_keeps_its_case_by_default(bib: Path) -> None:
    assert "{The Tides of {Norway}}" in converted(bib, "--to", "biblatex")


def test_a_bib_file_can_have_sentence_case(bib: Path) -> None:
    """Only English titles are converted; braces stay."""
    written = converted(bib, "--to", "biblatex", "--sentence-case")
    assert "{The tides of {Norway}}" in written
    assert "{Der Strom der Zeit}" in written


def test_titles_of_csl_json_are_converted_on_request(tmp_path: Path) -> None:
    path = tmp_path / "refs.json"
    path.write_text(JSON, encoding="utf-8")
    assert json.loads(converted(path, "--to", "csl-json"))[0]["title"] == "The Tides of Norway"
    written = json.loads(converted(path, "--to", "csl-json", "--sentence-case"))
    assert written[0]["title"] == "The tides of norway"
