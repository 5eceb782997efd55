"""The rule digit-in-name."""

from tests.rules.lintcase import messages


def test_groups_in_braces_are_fine() -> None:
    """The name of a group in braces may contain a number."""
    assert messages("NAM224", "@book{a, author={{3GPP2 Group} and Smith, J.}}") == []


def test_homonyms_of_dblp_are_found() -> None:
    """DBLP adds numbers such as 0001 to names."""
    assert "`Wei Wang 0001`" in messages("NAM224", "@book{a, author={Wei Wang 0001}}")[0]


def test_footnote_marks_are_found() -> None:
    """An asterisk is reported."""
    assert messages("NAM224", "@book{a, author={Smith*, J. and Jones, R.}}")
