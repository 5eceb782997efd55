"""Misspelt field names."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("written", "meant"),
    [("vloume", "volume"), ("jurnal", "journal"), ("pubisher", "publisher"), ("yaer", "year")],
)
def test_misspelt_name_gets_the_right_one(written: str, meant: str) -> None:
    """For one or two typos, the message suggests the intended field."""
    assert messages("FLD103", f"@article{{a, {written}={{1}}}}")[0].endswith(
        f"did you mean `{meant}`?"
    )


@pytest.mark.parametrize(
    "name", ["doi", "journaltitle", "bdsk-url-1", "x-refkit", "impactfactor", "keywords"]
)
def test_other_names_pass(name: str) -> None:
    """Known names, user-defined names and names unlike any known name are not reported."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == []


def test_misspelt_name_is_mended_on_demand() -> None:
    """Renaming a field changes the typeset output, so it is an unsafe fix."""
    text = "@article{a, vloume = {12}}"
    assert (fixed("FLD103", text), fixed("FLD103", text, unsafe=True)) == (
        text,
        "@article{a, volume = {12}}",
    )


def test_right_field_is_not_doubled() -> None:
    """A field is not renamed if the entry already has the correct field."""
    text = "@article{a, volume = {1}, vloume = {12}}"
    assert fixed("FLD103", text, unsafe=True) == text


@pytest.mark.parametrize(
    "name",
    ["//note", "\\url", "@series", "x_publisher", "_month", "xnote", "xxnote", "note-", "note_old", "notex", "title2",
     "oldnote", "zmnumber", "note-omit"],
)  # fmt: skip
def test_name_that_was_switched_off_is_left(name: str) -> None:
    """A known name with added marks, an `x` or a word is not a typo."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == []


@pytest.mark.parametrize("name", ["journal-title", "aauthor", "notes", "eprinttpe"])
def test_typo_beside_a_mark_or_letter_is_reported(name: str) -> None:
    """A hyphen inside a name, a doubled letter and a plural are typos."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == [name]


def test_two_typos_of_one_field_do_not_double_it() -> None:
    """Only the first field is renamed; the second is left to the author."""
    text = "@article{a, vloume = {1}, volumee = {2}}"
    assert fixed("FLD103", text, unsafe=True) == "@article{a, volume = {1}, volumee = {2}}"
