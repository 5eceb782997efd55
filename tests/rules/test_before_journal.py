"""The rule before-journal."""

from tests.rules.lintcase import messages


def test_abbreviations_are_known() -> None:
    """An abbreviated journal is recognized by the beginnings of its words."""
    assert "1958" in messages("DAT237", "@article{a, journal={Phys. Rev. Lett.}, year={1949}}")[0]


def test_the_first_year_is_fine() -> None:
    """PLOS ONE first appeared in 2006."""
    assert messages("DAT237", "@article{a, journal={PLOS ONE}, year={2006}}") == []
