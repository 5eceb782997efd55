"""The rule nothing-as-value."""

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
        "{Journal}", "{{Title}}"
    ]  # fmt: skip


def test_csl_json_is_checked() -> None:
    """A placeholder is marked in every format."""
    text = '[{"id": "a", "type": "book", "publisher": "n/a"}]'
    assert marked("FLD227", text, "csl-json") == ['"n/a"']
