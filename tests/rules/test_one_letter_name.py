"""The rule one-letter-name."""

from tests.rules.lintcase import messages


def test_initials_belong_to_a_name() -> None:
    """ "Z. Zhu" is a complete name."""
    assert messages("NAM228", "@book{a, author={Z. Zhu and T. Peng}}") == []


def test_one_of_several_is_found() -> None:
    """A single letter in a list of names is a truncated name."""
    assert "`T.`" in messages("NAM228", "@book{a, author={Zhu, Z. and T.}}")[0]


def test_names_of_one_character_exist() -> None:
    """A single character of another script can be a name."""
    assert messages("NAM228", "@book{a, author={王}}") == []
