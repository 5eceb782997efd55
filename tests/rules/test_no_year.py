"""Values of `year` without a year."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value", ["to appear", "submitted", "20155", "XXXX?", "May", "0", "0000", "MDCC"]
)
def test_words_and_long_numbers_are_found(value: str) -> None:
    """Values that contain no year are reported."""
    assert quoted("DAT102", f"@misc{{a, year={{{value}}}}}") == [value]


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
        ("0000", "add the year, or omit the field"),
        ("to appear", "put text into `pubstate` or `note`"),
    ],
)
def test_advice_fits_what_stands_there(value: str, advice: str) -> None:
    """The advice differs for a Roman numeral, a missing date and a publication status."""
    assert advice in messages("DAT102", f"@misc{{a, year={{{value}}}}}")[0]


@pytest.mark.parametrize(
    "value",
    ["in press", "In Press", "{in press}", "forthcoming", "n.d.", "[n.d.]", "o. J.", "s.d.", "im Druck", "sous presse"],
)  # fmt: skip
def test_words_that_styles_print_instead_of_the_year(value: str) -> None:
    """APA and Chicago print "in press", "forthcoming" and "n.d." in the place of the year."""
    assert quoted("DAT102", f"@article{{a, year={{{value}}}}}") == []


@pytest.mark.parametrize("value", ["in press", "n.d.", "18", "201", "/"])
def test_biber_parses_date(value: str) -> None:
    """The field `date` must contain a year of four digits."""
    assert quoted("DAT102", f"@article{{a, date={{{value}}}}}") == [value]


@pytest.mark.parametrize(
    ("value", "year"), [("2O18", "2018"), ("20l8", "2018"), ("l998", "1998"), ("199O", "1990"), ("2O18a", "")]
)  # fmt: skip
def test_letters_in_place_of_digits(value: str, year: str) -> None:
    """A letter O is not a zero, and a letter l is not a one."""
    found = messages("DAT102", f"@book{{a, year={{{value}}}}}")
    assert [f"write `{year}`" in message for message in found] == ([True] if year else [])


@pytest.mark.parametrize("value", ["20 18", "2,018", "2.018"])
def test_divided_digits(value: str) -> None:
    """A space, comma or stop between the digits is a typo."""
    assert quoted("DAT102", f"@book{{a, year={{{value}}}}}") == [value]


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [
        ("@article{a, year=201}", True),
        ("@inproceedings{a, author={Brandt, Ilse}, year=208}", True),
        ("@online{a, date={201}}", True),
        ("@book{a, author={Brandt, Ilse}, year=201}", True),
        ("@book{a, author={Tertullian}, year=197}", False),
        ("@book{a, author={Boethius, Anicius}, year=524}", False),
        ("@article{a, title={論文}, year=107}", False),
    ],
)
def test_three_digits(entry: str, is_found: bool) -> None:
    """Articles and books of people with given names are not from the year 201."""
    assert len(messages("DAT102", entry)) == int(is_found)


def test_date_of_access_as_year() -> None:
    """An access date in `year` is not the year of publication."""
    assert "access date" in messages("DAT102", "@misc{a, year={Accessed November 1, 2020}}")[0]


def test_long_years_are_dates() -> None:
    """EDTF has years of more than four digits."""
    assert quoted("DAT102", "@misc{a, date={Y-170000002}}") == []


def test_days_of_a_meeting_in_date() -> None:
    """In a file for BibTeX, `date` next to `year` is text."""
    assert quoted("DAT102", "@inproceedings{a, journal={J}, year={2010}, date={19-21}}") == []
    assert quoted("DAT102", "@inproceedings{a, journaltitle={J}, year={2010}, date={19-21}}") == [
        "19-21"
    ]


def test_periods_of_other_calendars() -> None:
    """A dynasty is not a malformed year."""
    assert quoted("DAT102", "@book{a, date={元末明初}}") == []


@pytest.mark.parametrize("value", ["195e", "200b", "(1953)"])
def test_letter_for_the_last_digit_and_parentheses_are_found(value: str) -> None:
    """Styles print both unchanged."""
    assert quoted("DAT102", f"@misc{{a, year={{{value}}}}}") == [value]


@pytest.mark.parametrize("value", ["195x", "195u", "190s", "125a", "[1953]", "c1953", "(c. 1953)"])
def test_decades_and_early_years_with_a_letter_pass(value: str) -> None:
    """An unknown digit, an early year and a year that a library inferred are not typos."""
    assert quoted("DAT102", f"@misc{{a, year={{{value}}}}}") == []


def test_parentheses_next_to_a_month_are_found() -> None:
    """A month in its own field does not hide them."""
    assert quoted("DAT102", "@article{a, year={(1953)}, month=apr}") == ["(1953)"]


@pytest.mark.parametrize("value", ["2014,", "2014;", "2014:"])
def test_marks_after_the_year_are_found(value: str) -> None:
    """Styles print them."""
    assert "write `2014`" in messages("DAT102", f"@misc{{a, year={{{value}}}}}")[0]


def test_a_full_stop_after_the_year_passes() -> None:
    """BibTeX's styles add no second one."""
    assert messages("DAT102", "@misc{a, year={2014.}}") == []
