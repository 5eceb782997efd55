"""The rule one-letter-name."""

from tests.rules.lintcase import messages


def test_initials_belong_to_a_name() -> None:
    """ "Z. Zhu" is a name."""
    assert messages("NAM228", "@book{a, author={Z. Zhu and T. Peng}}") == []


def test_one_of_several_is_found() -> None:
    """A letter among names is a cut name."""
    assert "`T.`" in messages("NAM228", "@book{a, author={Zhu, Z. and T.}}")[0]


def test_names_of_one_character_exist() -> None:
    """A character of another script is a name."""
    assert messages("NAM228", "@book{a, author={王}}") == []
