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


@pytest.mark.parametrize("to", ["bibtex", "biblatex", "csl-json"])
@pytest.mark.parametrize(
    "record",
    [
        {"title": ["x1", "y1"]},
        {"container-title": ["Long x1", "y1", "z1"]},
        {"ISSN": ["1234-5678", "8765-y1"]},
        {"keyword": ["x1", "y1"]},
        {"doi": "10.1/x1", "DOI": "10.1/y1"},
        {"shortTitle": "x1", "title-short": "y1"},
        {"author": [{"family": "x1", "ORCID": "y1", "affiliation": [{"name": "z1"}]}]},
        {"editor": [{"name": "x1", "id": "y1"}]},
        {"author": [{"family": "x1", "name": "y1"}]},
    ],
)
def test_every_value_is_kept(tmp_path: Path, to: str, record: Record) -> None:
    """In its own field, or in a custom one."""
    text, messages = converted(tmp_path, to, record)
    kept = [word for word in ("x1", "y1", "z1") if word in json.dumps(record)]
    assert [word for word in kept if word not in text] == []
    assert not messages


@pytest.mark.parametrize(
    "record",
    [
        {"title": ["x", {"a": 1}]},
        {"author": [{"literal": "x", "family": "y"}]},
        {"author": [{"given": ""}]},
    ],
)
def test_a_value_that_cannot_be_kept_is_reported(tmp_path: Path, record: Record) -> None:
    """Once."""
    assert len(converted(tmp_path, "biblatex", record)[1]) == 1


def test_members_that_say_nothing_new_are_not_kept(tmp_path: Path) -> None:
    """Crossref writes them for each author."""
    author = [{"family": "Roe", "given": "Ann", "sequence": "first", "affiliation": []}]
    text, messages = converted(tmp_path, "csl-json", {"author": author})
    assert ("custom" in text, messages) == (False, [])


@pytest.mark.parametrize("to", ["bibtex", "biblatex"])
@pytest.mark.parametrize("part", ["family", "given", "suffix", "literal",
                                  "dropping-particle", "non-dropping-particle"])  # fmt: skip
@pytest.mark.parametrize("value", ["a and", "and", "a and b", "others", "a, b", "a = b"])
def test_a_name_stays_one_name(tmp_path: Path, to: str, part: str, value: str) -> None:
    """BibTeX's separators are protected in every part."""
    parts = (
        {"literal": value} if part == "literal" else {"family": "B", "given": "Ann", part: value}
    )
    text, messages = converted(tmp_path, to, {"author": [{**parts, "parse-names": False}]})
    author = refkit.loads(text, format=to)[0].author
    assert (len(author), messages) == (1, [])
    assert value in str(author[0])


@pytest.mark.parametrize(
    ("to", "ids", "keys"),
    [
        ("bibtex", ["a b", "a_b", "c"], {"a b": "a_b", "a_b": "a_b-2"}),
        ("biblatex", ["a_b", "a b", "c"], {"a b": "a_b-2"}),
        ("bibtex", ["Roe", "roe"], {"roe": "roe-2"}),
        ("biblatex", ["Roe", "roe", "x,y"], {"x,y": "x_y"}),
        ("csl-json", ["a b", "a_b", "x,y"], {}),
    ],
)
def test_each_renamed_key_is_reported(
    tmp_path: Path, to: str, ids: list[str], keys: dict[str, str]
) -> None:
    """Otherwise, its citations would be lost; the other keys are written as they are."""
    records: list[Record] = [{"id": name} for name in ids]
    text, messages = converted(tmp_path, to, *records)
    assert messages == [
        f"the key `{old}` is written as `{new}`; change its citations accordingly"
        for old, new in keys.items()
    ]
    assert [item.id for item in refkit.loads(text, format=to)] == [
        keys.get(name, name) for name in ids
    ]


def test_a_renamed_key_has_its_place(tmp_path: Path) -> None:
    """The id in the record."""
    path = tmp_path / "x.json"
    path.write_text('[{"type": "book", "id": "a b"}]', encoding="utf-8")
    fault = refkit.convert(path, "bibtex").faults[0]
    assert fault.source is not None
    assert fault.source.slice(fault.span) == '"a b"'
