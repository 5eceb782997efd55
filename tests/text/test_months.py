"""Months of all languages are read in plain-text references."""

import pytest

import refkit
from refkit.model.dates import format_edtf


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Roe, K. (3 de outubro de 2018). Rios. Diário do Norte, 7.", "2018-10-03"),
        ("Moss, A. Marés. Jornal do Porto, 12 de fevereiro de 2019, p. 4.", "2019-02-12"),
        ("Roe, K. Los ríos. El País, 12 de setiembre de 2019, p. 4.", "2019-09-12"),
        ("Roe, K. (5 de març de 2018). Rius. Diari del Nord, 7.", "2018-03-05"),
        ("Roe, K. (2018, 3. listopadu). Řeky. Deník, 7.", "2018-11-03"),
        ("Roe, K. (2017, 14 жовтня). Rivers. Leeds: Ash.", "2017-10-14"),
    ],
)
def test_dates_with_months(text: str, issued: str) -> None:
    date = refkit.parse(text).issued
    assert date is not None
    assert format_edtf(date) == issued


def test_author_title_and_newspaper_before_a_date() -> None:
    item = refkit.parse("Moss, A. Marés. Jornal do Porto, 12 de fevereiro de 2019, p. 4.")
    assert (item.title, item.text["container-title"], item.text["page"]) == (
        "Marés",
        "Jornal do Porto",
        "4",
    )


def test_date_of_access_in_polish() -> None:
    item = refkit.parse("Roe, K. (2012). Rivers. http://e.org/a Accessed 3 lutego 2019.")
    assert format_edtf(item.dates["accessed"]) == "2019-02-03"


def test_a_word_that_begins_like_a_month_is_no_month() -> None:
    """The year is read after it."""
    item = refkit.parse("Elm, B. (Marble 2005). Stones. Leeds: Ash.")
    assert item.issued is not None
    assert format_edtf(item.issued) == "2005"
