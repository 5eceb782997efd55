"""The rule nothing-as-value."""

from tests.rules.lintcase import messages


def test_honest_unknowns_are_fine() -> None:
    """An author may be given as unknown."""
    assert messages("FLD227", "@book{a, author={Unknown}, title={Untitled}}") == []


def test_programs_write_null() -> None:
    """`null` is reported as a publisher."""
    assert messages("FLD227", "@book{a, publisher={null}}") == [
        "`publisher` is `null`; check it, or remove the field"
    ]
