"""Values of `year` without a year."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value", ["to appear", "in press", "n.d.", "20155", "XXXX?", "May", "0", "0000", "MDCC"]
)
def test_words_and_long_numbers_are_found(value: str) -> None:
    """Values that contain no year are reported."""
    assert quoted("DAT102", f"@misc{{a, year={{{value}}}}}") == [f"{{{value}}}"]


@pytest.mark.parametrize(
    "value",
    [
        "2015",
        "{2015}",
        "2004/2005",
        "2004--05",
        "c. 1850",
        "[1850]",
        "1850?",
        "2019a",
        "850",
        "-0043",
        "199X",
        "98",
    ],
)
def test_years_of_all_kinds_pass(value: str) -> None:
    """Ranges, estimates, early years, decades and years with a suffix contain a year."""
    assert quoted("DAT102", f"@misc{{a, year={{{value}}}}}") == []


def test_empty_year_is_told_elsewhere() -> None:
    """Another rule reports an empty field."""
    assert quoted("DAT102", "@misc{a, year={}}") == []


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("MDCCXLVIII", "write it in digits: `1748`"),
        ("MCMXCIV", "write it in digits: `1994`"),
        ("n.d.", "add the year, or omit the field"),
        ("0000", "add the year, or omit the field"),
        ("in press", "put text into `pubstate` or `note`"),
    ],
)
def test_advice_fits_what_stands_there(value: str, advice: str) -> None:
    """The advice differs for a Roman numeral, a missing date and a publication status."""
    assert advice in messages("DAT102", f"@misc{{a, year={{{value}}}}}")[0]
