"""The rule digit-in-name."""

from tests.rules.lintcase import messages


def test_groups_in_braces_are_fine() -> None:
    """A braced group may have a number."""
    assert messages("NAM224", "@book{a, author={{3GPP2 Group} and Smith, J.}}") == []


def test_homonyms_of_dblp_are_found() -> None:
    """0001 is a mark of the database."""
    assert "`Wei Wang 0001`" in messages("NAM224", "@book{a, author={Wei Wang 0001}}")[0]


def test_footnote_marks_are_found() -> None:
    """A star is no letter."""
    assert messages("NAM224", "@book{a, author={Smith*, J. and Jones, R.}}")
