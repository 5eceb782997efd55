"""Misspelt field names."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("written", "value", "meant"),
    [
        ("vloume", "1", "volume"),
        ("jurnal", "Tides", "journal"),
        ("pubisher", "Wiley", "publisher"),
        ("yaer", "2020", "year"),
        ("organistaion", "IEEE", "organization"),
        ("vol", "12", "volume"),
        ("page", "1--9", "pages"),
        ("authors", "Ann Roe and Bob Poe", "author"),
    ],
)
def test_misspelt_name_gets_the_right_one(written: str, value: str, meant: str) -> None:
    """For a typo, a plural or an abbreviation, the message suggests the intended field."""
    assert messages("FLD103", f"@article{{a, {written}={{{value}}}}}")[0].endswith(
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
     "oldnote", "zmnumber", "note-omit", "ehowpublished"],
)  # fmt: skip
def test_name_that_was_switched_off_is_left(name: str) -> None:
    """A known name with added marks, an `x` or a word is not a typo."""
    assert quoted("FLD103", f"@article{{a, {name}={{1}}}}") == []


@pytest.mark.parametrize("name", ["journal-title", "aauthor", "notes", "eprinttpe"])
def test_typo_beside_a_mark_or_letter_is_reported(name: str) -> None:
    """A hyphen inside a name, a doubled letter and a plural are typos."""
    assert quoted("FLD103", f"@article{{a, {name}={{Tides 1}}}}") == [name]


def test_two_typos_of_one_field_do_not_double_it() -> None:
    """Only the first field is renamed; the second is left to the author."""
    text = "@article{a, vloume = {1}, volumee = {2}}"
    assert fixed("FLD103", text, unsafe=True) == "@article{a, volume = {1}, volumee = {2}}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("abstractnote", "A long text"), ("dates", "2020"), ("published", "2020"), ("session", "3"),
        ("images", "12"), ("eisbn", "9780262033848"), ("shortname", "Roe"), ("scholar", "Roe"),
        ("yaer", "spring"), ("urll", "none"), ("pagse", "see the web"), ("titel", "https://tides.org"),
        ("notes", "a private remark " * 20),
    ],
)  # fmt: skip
def test_other_word_or_other_value_passes(name: str, value: str) -> None:
    """A word that only resembles a field, and a value that the field could not have, are no typo."""
    assert quoted("FLD103", f"@article{{a, {name}={{{value}}}}}") == []


@pytest.mark.parametrize("name", ["page", "vol"])
def test_plural_or_abbreviation_beside_the_field_passes(name: str) -> None:
    """An entry that has the field, too, uses the other name for something else."""
    assert quoted("FLD103", f"@article{{a, pages={{1}}, volume={{1}}, {name}={{1}}}}") == []
