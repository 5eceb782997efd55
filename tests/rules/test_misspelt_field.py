"""Fields whose names are slips of known ones."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("written", "meant"),
    [("vloume", "volume"), ("jurnal", "journal"), ("pubisher", "publisher"), ("yaer", "year")],
)
def test_misspelt_name_gets_the_right_one(written: str, meant: str) -> None:
    """A slip or two lead back to the field that was meant."""
    assert messages("FLD103", f"@article{{a, {written}={{1}}}}")[0].endswith(
        f"did you mean `{meant}`?"
    )


@pytest.mark.parametrize(
    "name", ["doi", "journaltitle", "bdsk-url-1", "x-refkit", "impactfactor", "keywords"]
)
def test_other_names_pass(name: str) -> None:
    """Known names, one's own, and what resembles nothing."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == []


def test_misspelt_name_is_mended_on_demand() -> None:
    """The renaming changes what is printed, so it is done with unsafe fixes only."""
    text = "@article{a, vloume = {12}}"
    assert (fixed("FLD103", text), fixed("FLD103", text, unsafe=True)) == (
        text,
        "@article{a, volume = {12}}",
    )


def test_right_field_is_not_doubled() -> None:
    """Where the entry has the right field too, nothing is renamed."""
    text = "@article{a, volume = {1}, vloume = {12}}"
    assert fixed("FLD103", text, unsafe=True) == text


@pytest.mark.parametrize(
    "name",
    ["//note", "\\url", "@series", "x_publisher", "_month", "xnote", "xxnote", "note-", "note_old", "notex", "title2",
     "oldnote", "zmnumber", "note-omit"],
)  # fmt: skip
def test_name_that_was_switched_off_is_left(name: str) -> None:
    """A known name with marks, an `x` or a word around it is no typo."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == []


@pytest.mark.parametrize("name", ["journal-title", "aauthor", "notes", "eprinttpe"])
def test_typo_beside_a_mark_or_letter_is_reported(name: str) -> None:
    """A hyphen inside a name, a letter twice, and a plural are typos."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == [name]


def test_two_typos_of_one_field_do_not_double_it() -> None:
    """Only the first gets the name, the second is left to the author."""
    text = "@article{a, vloume = {1}, volumee = {2}}"
    assert fixed("FLD103", text, unsafe=True) == "@article{a, volume = {1}, volumee = {2}}"
