"""The rule orcid-check-digit."""

from tests.rules.lintcase import messages


def test_x_is_a_check_digit() -> None:
    """The last character may be X."""
    assert messages("IDS223", "@article{a, orcid={0000-0002-1694-233X}}") == []


def test_the_right_digit_is_named() -> None:
    """The message gives the expected check digit."""
    assert (
        "must be `7`"
        in messages("IDS223", "@article{a, orcid={https://orcid.org/0000-0001-5000-0001}}")[0]
    )
