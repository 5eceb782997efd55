"""The rule stray-and."""

from tests.rules.lintcase import messages


def test_the_word_inside_a_name_is_fine() -> None:
    """`and` within names such as Anderson and Sandy is not reported."""
    assert messages("NAM221", "@book{a, author={Anderson, Sandy and Brand, And}}") == []


def test_doubled_and_is_found() -> None:
    """Two separators without a name between them are reported."""
    assert messages("NAM221", "@book{a, author={Smith, J. and and Jones, R.}}") == [
        "`and and` in `author` has no name on one side; add the name or remove it"
    ]


def test_leading_and_is_found() -> None:
    """A separator at the start of the list is reported."""
    assert messages("NAM221", "@book{a, editor={and Smith, J.}}")


def test_a_comma_after_and_is_found() -> None:
    """BibTeX requires a space after `and`."""
    assert len(messages("NAM221", "@book{a, author={Ann Smith and, Bo Jones}}")) == 1
