"""The rule two-digit-year."""

from tests.rules.lintcase import messages, quoted


def test_four_digits_are_fine() -> None:
    """A year with four digits is not reported."""
    assert messages("DAT229", "@book{a, year={1998}}") == []


def test_apostrophe_and_two_digits_are_found() -> None:
    """`'98` is reported, too."""
    assert quoted("DAT229", "@book{a, year={'98}}") == ["'98"]


def test_ancient_works_have_early_years() -> None:
    """A book by an author with one name may be from antiquity."""
    assert messages("DAT229", "@book{a, author={Tacitus}, year={98}}") == []
    assert len(messages("DAT229", "@book{a, author={Brandt, Ilse}, year={98}}")) == 1
    assert len(messages("DAT229", "@article{a, author={Tacitus}, year={98}}")) == 1
