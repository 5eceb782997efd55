"""The rule venue-year."""

from tests.rules.lintcase import messages


def test_one_year_of_difference_is_usual() -> None:
    """Proceedings of a meeting in December appear in the next year."""
    assert messages("DAT223", "@inproceedings{a, booktitle={Dunes 2014}, year={2015}}") == []


def test_two_digits_after_an_apostrophe_are_a_year() -> None:
    """`'98` is 1998."""
    assert (
        "1998"
        in messages(
            "DAT223", "@inproceedings{a, booktitle={Proceedings of DUNES '98}, year={2011}}"
        )[0]
    )


def test_a_span_of_years_is_no_year() -> None:
    """A range of years in a venue is not compared."""
    assert (
        messages(
            "DAT223",
            "@inproceedings{a, booktitle={Dunes 1990--1995, Selected Papers}, year={2011}}",
        )
        == []
    )


def test_numbers_are_no_years() -> None:
    """A standard or a model with four digits is not read as a year."""
    assert (
        messages(
            "DAT223", "@inproceedings{a, booktitle={Workshop on IEEE-1997 Clocks}, year={2011}}"
        )
        == []
    )
