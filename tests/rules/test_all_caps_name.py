"""The rule all-caps-name."""

from tests.rules.lintcase import messages


def test_acronyms_are_groups() -> None:
    """One word in capitals is treated as an organization."""
    assert messages("NAM225", "@book{a, author={UNESCO and NASA}}") == []


def test_initials_are_capitals() -> None:
    """ "LEE, M." is in capitals, "Lee, MJ" is not."""
    assert len(messages("NAM225", "@book{a, author={Lee, MJ}} @book{b, author={WHITE, M.}}")) == 1
