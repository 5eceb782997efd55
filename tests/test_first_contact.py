"""The functions and objects of refkit take what a newcomer would pass to them."""

from pathlib import Path

import pytest

import refkit

TEXT = """@book{doe2001, author = {Doe, Jane}, title = {Tides}, publisher = {Quay}, year = {2001}}
@book{roe2002, author = {Roe, Max}, title = {Salt}, publisher = {Quay}, year = {2002}}
"""
RECORD = {"id": "doe2001", "type": "book", "title": "Tides", "author": [{"family": "Doe"}]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(TEXT)
    return path


def test_items_by_position() -> None:
    """From the first or from the last."""
    library = refkit.loads(TEXT)
    assert (library[0].id, library[-1].id) == ("doe2001", "roe2002")


def test_items_by_slice() -> None:
    """As of a list."""
    assert [item.id for item in refkit.loads(TEXT)[:1]] == ["doe2001"]


def test_position_beyond_the_end() -> None:
    """Not another item."""
    with pytest.raises(IndexError):
        refkit.loads(TEXT)[2]


def test_get_gives_the_default() -> None:
    """As a dictionary's."""
    library = refkit.loads(TEXT)
    assert (library.get("nobody"), library.get("doe2001")) == (None, library["doe2001"])


def test_keys_are_the_ids() -> None:
    """Of a repeated id one."""
    assert refkit.loads(TEXT + TEXT).keys() == ["doe2001", "roe2002"]


@pytest.mark.parametrize("mode", ["r", "rb"])
def test_open_file_is_read(path: Path, mode: str) -> None:
    """Positions name the file."""
    with path.open(mode) as file:
        library = refkit.load(file)
    assert (len(library), library.sources[0].name) == (2, str(path))


def test_check_takes_paths(path: Path) -> None:
    """As convert and tidy do."""
    path.write_text(TEXT.replace("{2002}", "{2102}"))
    assert "DAT103" in [found.code for found in refkit.check(path)]


def test_fix_takes_paths(path: Path) -> None:
    """One result for each file."""
    assert [fixed.source.name for fixed in refkit.fix(str(path))] == [str(path)]


def test_check_accepts_items() -> None:
    """Items without a file are checked as they would be written."""
    item = refkit.loads(TEXT)[0]
    assert [f.code for f in refkit.check([item])] == [f.code for f in refkit.check(TEXT)]


def test_one_citation_is_a_text() -> None:
    """Not a list of its letters."""
    assert refkit.cite(refkit.loads(TEXT), "doe2001, p. 3").citations == ["(Doe, 2001, p. 3)"]


def test_one_item_is_formatted() -> None:
    """Without a list around it."""
    item = refkit.loads(TEXT)["doe2001"]
    assert refkit.format(item) == refkit.format([item])


def test_files_are_formatted(path: Path) -> None:
    """As if they had been loaded before."""
    assert refkit.format(path) == refkit.format(refkit.load(path))


@pytest.mark.parametrize("records", [RECORD, [RECORD]])
def test_csl_json_objects_are_formatted(records: dict[str, object]) -> None:
    """The dictionaries that other programs work with."""
    assert refkit.format(records) == "Doe. (n.d.). Tides.\n"


def test_csl_json_objects_are_written() -> None:
    """In any format."""
    assert refkit.dumps(RECORD).startswith("@book{doe2001,")


def test_something_else_is_refused() -> None:
    """The message names the type."""
    with pytest.raises(TypeError, match="not int"):
        refkit.format([3])  # type: ignore[arg-type]


def test_absent_date_is_false() -> None:
    """`if item.issued` asks whether there is one."""
    assert not refkit.loads("@misc{b, title = {Tides}}")["b"].issued


@pytest.mark.parametrize("year", ["2001", "in press"])
def test_date_is_true(year: str) -> None:
    """In words, too."""
    assert refkit.loads(f"@misc{{b, title = {{Tides}}, year = {{{year}}}}}")["b"].issued


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Doe, Jane", "Jane Doe"),
        ("van der Doe, Jr., Jane", "Jane van der Doe, Jr."),
        ("{Quay Institute}", "Quay Institute"),
    ],
)
def test_name_as_text(written: str, spoken: str) -> None:
    """In the order in which it is spoken."""
    library = refkit.loads(f"@misc{{b, author = {{{written}}}}}")
    assert str(library["b"].author[0]).replace(",", "") == spoken.replace(",", "")
