"""The rule doi-against-fields."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_agreeing_fields_are_fine() -> None:
    """Fields that agree with the volume and page in the DOI are not reported."""
    text = "@article{a, volume={9}, pages={1735--1780}, doi={10.1162/neco.1997.9.8.1735}}"
    assert messages("IDS224", text) == []


def test_first_page_is_compared() -> None:
    """A first page that differs from the DOI is reported."""
    text = "@article{a, volume={9}, pages={1335--1380}, doi={10.1162/neco.1997.9.8.1735}}"
    assert quoted("IDS224", text) == ["1335--1380"]


def test_two_houses_are_found() -> None:
    """An ISBN from Oxford does not match a DOI from Springer."""
    text = "@book{a, isbn={978-0-521-88121-0}, doi={10.1007/978-3-030-10001-8}}"
    assert quoted("IDS224", text) == ["978-0-521-88121-0"]


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


@pytest.mark.parametrize(
    ("doi", "fields"),
    [
        ("10.1088/0954-3899/28/10/313", "volume=28, number=10, pages={2693--2704}"),
        ("10.1088/1126-6708/2002/07/012", "volume={07}, pages={012}"),
        ("10.1088/1126-6708/2002/07/012", "volume={0207}, pages={012}"),
        ("10.1007/JHEP07(2012)123", "volume={1207}, pages={123}"),
        ("10.1088/1748-0221/3/08/S08003", "volume=3, pages={S08003}"),
        ("10.1088/1742-5468/2008/10/P10008", "volume=2008, pages={P10008}"),
        ("10.1088/1367-2630/12/4/043027", "volume=12, pages={043027}"),
        ("10.1146/annurev.fl.20.010188.000551", "volume=20, pages={111--157}"),
        ("10.1146/annurev.bi.50.070181.001333", "volume=50, pages={245--283}"),
        ("10.1103/PhysRevC.92.049904, 10.1103/PhysRevC.91.064906", "volume=91, pages={064906}"),
        ("10.1146/annurev.nucl.54.070103.181236", "volume=56, pages={163--206}"),
        ("10.1073/pnas.0408677102", "volume=101, pages={17--22}"),
        ("10.1103/PhysRevA.44.R123", "volume=44, pages={R123}"),
    ],
)
def test_numbers_that_are_no_page_or_volume(doi: str, fields: str) -> None:
    """Running numbers of articles, months as volumes and the DOI of an erratum are not compared."""
    assert messages("IDS224", f"@article{{a, {fields}, doi={{{doi}}}}}") == []


@pytest.mark.parametrize(
    ("doi", "fields", "marked"),
    [
        ("10.1088/0954-3899/28/10/313", "volume=27, pages={2693--2704}", "27"),
        ("10.1088/1367-2630/12/4/043027", "volume=12, pages={043026}", "043026"),
        ("10.1007/JHEP07(2012)123", "volume=07, pages={124}", "124"),
        ("10.1146/annurev.fl.20.010188.000551", "volume=21, pages={111--157}", "21"),
    ],
)
def test_numbers_that_are_one(doi: str, fields: str, marked: str) -> None:
    """The volume, article numbers of six digits and JHEP's numbers are compared."""
    assert quoted("IDS224", f"@article{{a, {fields}, doi={{{doi}}}}}") == [marked]
