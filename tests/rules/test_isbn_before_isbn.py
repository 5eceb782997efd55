"""The rule isbn-before-isbn."""

from tests.rules.lintcase import messages


def test_new_books_have_thirteen_digits() -> None:
    """An ISBN-13 in an entry from 2010 is not reported."""
    assert messages("DAT227", "@book{a, year={2010}, isbn={978-3-598-21507-0}}") == []


def test_ten_digits_before_1967_are_found() -> None:
    """ISBNs were introduced after the year of the entry."""
    assert "1967" in messages("DAT227", "@book{a, year={1951}, isbn={3-598-21507-X}}")[0]


def test_original_date_explains_it() -> None:
    """An entry with the original date distinguishes the two editions."""
    assert (
        messages("DAT227", "@book{a, date={1951}, origdate={1951}, isbn={978-3-598-21507-0}}") == []
    )
