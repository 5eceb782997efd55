"""The rule absurd-page-span."""

from tests.rules.lintcase import messages


def test_long_articles_exist() -> None:
    """An article of 300 pages is not reported."""
    assert messages("PAG221", "@article{a, pages={1--300}}") == []


def test_elided_ranges_are_not_counted() -> None:
    """The second number may omit leading digits."""
    assert messages("PAG221", "@article{a, pages={1234--45}}") == []


def test_the_pages_are_counted() -> None:
    """The message gives the number of pages."""
    assert "4501 pages" in messages("PAG221", "@article{a, pages={12--4512}}")[0]
