"""The rule before-journal."""

from tests.rules.lintcase import messages


def test_abbreviations_are_known() -> None:
    """The journal is found by its words' beginnings."""
    assert "1958" in messages("DAT237", "@article{a, journal={Phys. Rev. Lett.}, year={1949}}")[0]


def test_the_first_year_is_fine() -> None:
    """PLOS ONE appeared in 2006."""
    assert messages("DAT237", "@article{a, journal={PLOS ONE}, year={2006}}") == []
