"""The rule mixed-year-forms."""

import pytest
from tests.rules.prosecase import books, document, messages, quoted

CODE = "REF231"


def test_a_year_at_the_end_is_blamed_where_others_have_it_in_brackets() -> None:
    """The finding marks the year."""
    assert quoted(
        CODE, document(*books(9), "Jessop, D. The weight of snow. Harbour Press, 2010.")
    ) == ["2010"]


@pytest.mark.parametrize("year", ["(2010, May 4)", "(in press)", "(n.d.)", "(1910/2010)", "[2010]"])
def test_whatever_stands_in_brackets_passes(year: str) -> None:
    """Full dates and words in place of a year are accepted in brackets."""
    assert (
        messages(
            CODE, document(*books(9), f"Jessop, D. {year}. The weight of snow. Harbour Press.")
        )
        == []
    )


def test_a_list_of_two_styles_is_left_alone() -> None:
    """If many years have no brackets, none is reported."""
    titles = ("On wells", "A spring in May", "Pumps and pipes", "Who owns the rain")
    others = (
        f"Kessel, A. {year}. {title}. Harbour Press." for year, title in enumerate(titles, 1990)
    )
    assert messages(CODE, document(*books(10), *others)) == []
