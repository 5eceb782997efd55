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
