"""The rule month-in-year."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value",
    [
        "May 2018",
        "November 26, 2001",
        "15 November 2019",
        "Mai 2018",
        "mars 2018",
        "enero de 2018",
        "12/2014",
        "05/2018",
        "5.2018",
    ],
)
def test_names_of_months_are_found(value: str) -> None:
    """The month is reported in all languages, with or without a day."""
    assert quoted("DAT240", f"@misc{{a, year={{{value}}}}}") == [value]


def test_the_advice_names_both_fields() -> None:
    """The message gives the values of both fields."""
    assert (
        "write `2018` in `year` and `may` in `month`"
        in messages("DAT240", "@misc{a, year={May 2018}}")[0]
    )


@pytest.mark.parametrize(
    "value",
    [
        "2018",
        "2018a",
        "c. 1850",
        "2004--2005",
        "2018-05",
        "13/2014",
        "2013/14",
        "Spring 2018",
        "in press",
        "forthcoming 2018",
        "300 {BC}",
        "Accessed November 1, 2020",
        "[1936]",
        "Meiji 12 [1879]",
        "copyright 1988",
        "元末明初",
        "decade 1980",
    ],
)
def test_other_years_pass(value: str) -> None:
    """Estimates, ranges, seasons, words, other calendars and dates of access are not reported."""
    assert messages("DAT240", f"@misc{{a, year={{{value}}}}}") == []


@pytest.mark.parametrize("year", ["2018年", "2018 г.", "2018 год", "2018년", "2018 р.", "2018 r."])
def test_words_for_the_year_are_found(year: str) -> None:
    """Styles print them in every language."""
    found = messages("DAT240", f"@misc{{a, year={{{year}}}}}")
    assert [message.endswith("write only `2018`") for message in found] == [True]


@pytest.mark.parametrize("year", ["2018a", "2018", "2018 rev.", "c. 2018"])
def test_other_additions_to_the_year_pass(year: str) -> None:
    """They are not words for the year."""
    assert messages("DAT240", f"@misc{{a, year={{{year}}}}}") == []
