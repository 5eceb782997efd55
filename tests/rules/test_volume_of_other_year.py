"""The rule volume-of-other-year."""

from tests.rules.lintcase import messages


def test_abbreviations_are_known() -> None:
    """Abbreviations by the beginnings of words are recognized."""
    text = "@article{a, journal={Phys. Rev. Lett.}, volume={%s}, year={2016}}"
    assert messages("DAT235", text % 116) == []
    assert "volumes 116 to 117" in messages("DAT235", text % 12)[0]


def test_neighbouring_years_are_fine() -> None:
    """A volume may extend into the next year."""
    assert messages("DAT235", "@article{a, journal={PLoS ONE}, volume={9}, year={2015}}") == []


def test_years_that_are_not_known_are_not_judged() -> None:
    """Nothing is reported for years before the first year of the table."""
    assert messages("DAT235", "@article{a, journal={Nature}, volume={12}, year={1875}}") == []


def test_other_journals_are_left_alone() -> None:
    """A journal name of one word has to match exactly."""
    assert messages("DAT235", "@article{a, journal={Nat.}, volume={12}, year={2015}}") == []
