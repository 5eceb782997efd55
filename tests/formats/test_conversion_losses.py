"""A conversion keeps every value of CSL-JSON, or reports it with its place."""

import json
from pathlib import Path

import pytest

import refkit
from refkit.model.date import DatePoint

Record = dict[str, object]


def converted(tmp_path: Path, to: str, *records: Record) -> tuple[str, list[str]]:
    """Return the text of records in another format, and the messages."""
    path = tmp_path / "x.json"
    complete = ({"id": f"r{n}", "type": "book", **record} for n, record in enumerate(records))
    path.write_text(json.dumps(list(complete)), encoding="utf-8")
    result = refkit.convert(path, to)
    return result.text, [fault.message for fault in result.faults]


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
def test_a_date_with_other_words_keeps_both(tmp_path: Path, to: str) -> None:
    """The words are not a date field, because styles would render them instead of the date."""
    issued = {"date-parts": [[2000, 5]], "literal": "Easter 2000"}
    text, messages = converted(tmp_path, to, {"issued": issued})
    assert not messages
    assert refkit.loads(text, format=to)[0].issued.start == DatePoint(2000, 5)
    assert "  issued-literal = {Easter 2000},\n" in text


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("parts", [[[0]], [[None, 5]]])
def test_a_date_without_a_year_is_no_empty_field(tmp_path: Path, to: str, parts: object) -> None:
    """It is reported instead."""
    text, messages = converted(tmp_path, to, {"issued": {"date-parts": parts}})
    assert ("{}" in text, len(messages)) == (False, 1)
