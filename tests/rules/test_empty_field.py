"""Fields without a value."""

import pytest
from tests.rules.lintcase import fixed, quoted


@pytest.mark.parametrize("value", ["{}", '""', "{ }", "{{}}", '"{ }"'])
def test_nothing_but_blanks_and_braces_is_empty(value: str) -> None:
    """A value of braces and spaces is empty."""
    assert quoted("FLD102", f"@misc{{a, title={{T}}, note={value}}}") == [f"note={value}"]


def test_field_that_no_style_prints_may_be_empty() -> None:
    """Disabled fields and user-defined fields may be empty."""
    assert quoted("FLD102", "@misc{a, title={T}, OPTnote={}, tags={}}") == []


def test_undefined_macro_is_another_matter() -> None:
    """A macro without a definition is not reported as an empty field."""
    assert quoted("FLD102", "@misc{a, title=foo}") == []


def test_empty_field_is_taken_out() -> None:
    """The fix removes the field and the comma before it, nothing else."""
    assert (
        fixed("FLD102", "@misc{a,\n  note = {},\n  title = {T},\n}")
        == "@misc{a,\n  title = {T},\n}"
    )


def test_first_field_is_taken_out_too() -> None:
    """The comma after the key is kept if it is needed."""
    assert fixed("FLD102", '@misc{a, note="", title={T}}') == "@misc{a, title={T}}"


def test_heir_keeps_its_empty_field() -> None:
    """With crossref, removing an empty field would expose the field of the parent."""
    text = "@inproceedings{a, note={}, crossref={p}}\n@proceedings{p, note={N}}"
    assert fixed("FLD102", text, unsafe=True) == text


def test_field_of_a_broken_entry_is_left() -> None:
    """The text after the braces may be the rest of a value that was closed too early."""
    text = "@misc{a,\n  title = {T},\n  address = {}Seattle, WA},\n}"
    assert fixed("FLD102", text) == text


def test_required_field_is_not_taken_out() -> None:
    """A required field is kept; one of two alternative empty fields can be removed."""
    text = "@article{a, author={}, title={T}, journal={J}, year=2000}"
    assert fixed("FLD102", text) == text
    text = "@book{a, author={}, editor={}, title={T}, publisher={P}, year=2000}"
    assert fixed(("FLD102", "REQ101"), text) == text.replace(" author={},", "")


def test_field_that_hides_another_is_not_taken_out() -> None:
    """BibTeX uses the first of two fields; without it, it would use the second."""
    text = "@misc{a, note={}, note={N}}"
    assert fixed("FLD102", text) == text
