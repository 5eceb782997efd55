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
WORK = {"DOI": "10.5555/x", "title": ["Salt"], "type": "book", "author": [{"family": "Alder"}]}
OTHERS = {
    "Better BibTeX": ({"config": {"label": "BetterBibTeX JSON"}, "items": [ITEM]}, "zotero-json"),
    "Better BibTeX, items first": ({"items": [ITEM], "version": {"zotero": "7"}}, "zotero-json"),
    "Zotero's web API": ([{"key": "A", "version": 1, "library": {"type": "user"}, "data": ITEM}], "zotero-json"),
    "an item of Zotero's web API": ({"key": "A", "version": 1, "data": ITEM}, "zotero-json"),
    "items with their id": ([ITEM | {"id": "A"}], "zotero-json"),
    "Crossref's API": ({"status": "ok", "message-type": "work", "message": WORK}, "crossref-json"),
    "a list of Crossref's API": ({"status": "ok", "message": {"items": [WORK]}}, "crossref-json"),
}  # fmt: skip
FOREIGN = {
    "a package": {"name": "x", "version": "1.0", "license": "MIT", "author": "Doe"},
    "settings": {"a": [1, 2]},
    "objects": [{"x": 1}, {"y": 2}],
    "a message": {"status": "ok", "message": {"text": "x"}},
    "a member of Crossref": {
        "status": "ok",
        "message-type": "member",
        "message": {"id": 78, "location": "Oslo"},
    },
}


def refkit_command(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="refkit")


@pytest.mark.parametrize(
    "command", [("convert", "--to", "bibtex"), ("format",), ("check", "--no-cache")], ids=" ".join
)
@pytest.mark.parametrize("value", FOREIGN.values(), ids=FOREIGN)
def test_other_json_is_refused(value: object, command: tuple[str, ...], tmp_path: Path) -> None:
    """The message is one line that says what it is, with exit code 2."""
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value))
    done = refkit_command(*command, str(path))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "CSL-JSON record" in done.stderr


@pytest.mark.parametrize(("value", "name"), OTHERS.values(), ids=OTHERS)
def test_json_of_other_programs_is_recognized(value: object, name: str, tmp_path: Path) -> None:
    """By its text; read as CSL-JSON it is refused, with the right format."""
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value))
    done = refkit_command("convert", "--to", "csl-json", str(path))
    (record,) = json.loads(done.stdout)
    assert (record["type"], record["title"], record["author"][0]["family"]) == ("book", "Salt", "Alder")  # fmt: skip
    done = refkit_command("convert", "--from", "csl-json", "--to", "bibtex", str(path))
    assert (done.exit_code, f"--from {name}" in done.stderr) == (2, True)


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
