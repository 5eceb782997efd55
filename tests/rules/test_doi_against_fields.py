"""The rule doi-against-fields."""

from tests.rules.lintcase import messages, quoted


def test_agreeing_fields_are_fine() -> None:
    """Fields that agree with the volume and page in the DOI are not reported."""
    text = "@article{a, volume={9}, pages={1735--1780}, doi={10.1162/neco.1997.9.8.1735}}"
    assert messages("IDS224", text) == []


def test_first_page_is_compared() -> None:
    """A first page that differs from the DOI is reported."""
    text = "@article{a, volume={9}, pages={1335--1380}, doi={10.1162/neco.1997.9.8.1735}}"
    assert quoted("IDS224", text) == ["{1335--1380}"]


def test_two_houses_are_found() -> None:
    """An ISBN from Oxford does not match a DOI from Springer."""
    text = "@book{a, isbn={978-0-521-88121-0}, doi={10.1007/978-3-030-10001-8}}"
    assert quoted("IDS224", text) == ["{978-0-521-88121-0}"]


def test_two_numbers_of_one_house_are_fine() -> None:
    """Print and electronic editions have different numbers."""
    assert (
        messages("IDS224", "@book{a, isbn={9780387900018}, doi={10.1007/978-1-4612-0001-7}}") == []
    )


def test_pages_from_one_go_with_article_numbers() -> None:
    """An article with a number has its own page numbering."""
    text = "@article{a, volume={116}, pages={1--6}, doi={10.1103/PhysRevLett.116.061102}}"
    assert messages("IDS224", text) == []


def test_the_time_in_a_doi_of_annual_reviews_is_no_page() -> None:
    """From 2002 to 2006 its last six digits are the date of submission, before that the page."""
    text = (
        "@article{a, volume={37}, pages={187--214}, doi={10.1146/annurev.ecolsys.37.091305.110215}}"
    )
    assert messages("IDS224", text) == []


def test_zeros_before_a_page_in_a_doi_count_nothing() -> None:
    """The DOI contains page 245 as 000245."""
    text = "@article{a, volume={50}, pages={245--283}, doi={10.1146/annurev.bi.50.070181.001333}}"
    assert quoted("IDS224", text) == ["{245--283}"]
    assert messages("IDS224", text.replace("001333", "000245")) == []
