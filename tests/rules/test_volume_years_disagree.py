"""The rule volume-years-disagree."""

from tests.rules.lintcase import messages, quoted


def test_turn_of_the_year_is_fine() -> None:
    """A volume may span two years."""
    text = "@article{a, journal={J}, volume={1}, year={2014}} @article{b, journal={J}, volume={1}, year={2015}}"
    assert messages("DAT225", text) == []


def test_the_minority_is_blamed() -> None:
    """The one of three entries that disagrees is reported."""
    text = (
        "@article{a, journal={J}, volume={1}, year={2009}} @article{b, journal={J}, volume={1}, year={2015}} "
        "@article{c, journal={J}, volume={1}, year={2015}}"
    )
    assert quoted("DAT225", text) == ["{2009}"]


def test_other_journals_do_not_count() -> None:
    """Volume 1 of different journals may have different years."""
    text = "@article{a, journal={J}, volume={1}, year={2001}} @article{b, journal={K}, volume={1}, year={2015}}"
    assert messages("DAT225", text) == []
