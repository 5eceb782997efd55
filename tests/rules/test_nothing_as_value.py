"""The rule nothing-as-value."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


def test_honest_unknowns_are_fine() -> None:
    """A work may have no title."""
    assert messages("FLD227", "@book{a, title={Untitled}}") == []


def test_programs_write_null() -> None:
    """`null` is reported as a publisher."""
    assert messages("FLD227", "@book{a, publisher={null}}") == [
        "the publisher is `null`; check it, or remove the field"
    ]


def test_name_of_the_field_is_found() -> None:
    """A template has the name of the field as its value."""
    assert quoted("FLD227", "@article{a, journal={Journal}, title={{Title}}}") == [
        "Journal", "{Title}"
    ]  # fmt: skip


def test_csl_json_is_checked() -> None:
    """A placeholder is marked in every format."""
    text = '[{"id": "a", "type": "book", "publisher": "n/a"}]'
    assert marked("FLD227", text, "csl-json") == ["n/a"]


@pytest.mark.parametrize(
    "field",
    [
        "publisher={n.p.}",
        "publisher={Unknown Publisher}",
        "booktitle={...}",
        "journal={--}",
        "volume={*}",
        "publisher={()}",
    ],
)
def test_marks_and_unknown_names_are_nothing(field: str) -> None:
    """A value needs a letter or a digit."""
    assert len(messages("FLD227", f"@inproceedings{{a, title={{T}}, {field}}}")) == 1


def test_a_title_may_consist_of_marks() -> None:
    """A poem is called "?", and a film "..."."""
    assert messages("FLD227", "@misc{a, title={...}}") == []
