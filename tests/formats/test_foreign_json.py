"""JSON that is not CSL-JSON is refused instead of becoming a reference full of JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import refkit
from refkit.cli import main

ITEM = {
    "itemType": "book",
    "title": "Salt",
    "creators": [{"creatorType": "author", "lastName": "Alder"}],
}
FOREIGN = {
    "Better BibTeX": ({"config": {"label": "BetterBibTeX JSON"}, "items": [ITEM]}, "Zotero"),
    "Better BibTeX, items first": ({"items": [ITEM, ITEM], "version": {"zotero": "7"}}, "Zotero"),
    "Zotero's web API": ([{"key": "A", "version": 1, "library": {"type": "user"}, "data": ITEM}], "Zotero"),
    "an item of Zotero's web API": ({"key": "A", "version": 1, "data": ITEM}, "Zotero"),
    "items with their id": ([ITEM | {"id": "A"}], "Zotero"),
    "Crossref's API": (
        {"status": "ok", "message-type": "work", "message": {"DOI": "10.1/x", "title": ["A"]}}, "Crossref",
    ),
    "a list of Crossref's API": ({"status": "ok", "message": {"items": [{"DOI": "10.1/x"}]}}, "Crossref"),
    "a package": ({"name": "x", "version": "1.0", "license": "MIT", "author": "Doe"}, "CSL-JSON record"),
    "settings": ({"a": [1, 2]}, "CSL-JSON record"),
    "objects": ([{"x": 1}, {"y": 2}], "CSL-JSON record"),
}  # fmt: skip


def refkit_command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="refkit")


@pytest.mark.parametrize(
    "command", [("convert", "--to", "bibtex"), ("format",), ("check", "--no-cache")], ids=" ".join
)
@pytest.mark.parametrize(("value", "named"), FOREIGN.values(), ids=FOREIGN)
def test_other_json_is_refused(
    value: object, named: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    """The message is one line that says what it is, with exit code 2."""
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value))
    done = refkit_command(*command, str(path))
    assert (done.exit_code, done.stderr.count("\n"), named in done.stderr) == (2, 1, True)


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a"},
        {"type": "book"},
        {"title": "T"},
        {"DOI": "10.1/x"},
        {"id": "a", "type": "book", "config": {}},
    ],
    ids=str,
)
def test_an_incomplete_record_is_accepted(record: dict[str, object]) -> None:
    """Missing members are reported, and the file is read."""
    assert len(refkit.loads(json.dumps([record]), format="csl-json")) == 1


def test_one_foreign_object_among_records_is_a_record() -> None:
    """Other references are not affected."""
    text = json.dumps([{"x": 1}, {"id": "a", "type": "book", "title": "T"}])
    assert len(refkit.loads(text, format="csl-json")) == 2
