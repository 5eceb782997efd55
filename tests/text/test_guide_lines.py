"""Reference lines in the forms of citation guides: details that each guide writes in its own way."""

import pytest

from refkit import api
from refkit.model.item import Item

ARTICLE = (
    'Bay, Rachel, and Noah Rose. 2017. "Predicting Tides." American Tides 189, no. 5 {}: 463–73.'
)


def parsed(text: str) -> Item:
    return api.parse(text)


@pytest.mark.parametrize(
    ("month", "number"), [("(May)", 5), ("(May–June)", 5), ("(September)", 9), ("(Mai)", 5)]
)
def test_month_after_the_issue(month: str, number: int) -> None:
    """Chicago writes the month in brackets after the issue; it belongs to the date."""
    item = parsed(ARTICLE.format(month))
    assert (item.volume, item.issue, item.page) == ("189", "5", "463-73")
    assert item.issued.start is not None
    assert (item.issued.year, item.issued.start.month) == (2017, number)


def test_other_words_after_the_issue_are_kept() -> None:
    """They are no month."""
    item = parsed(ARTICLE.format("(Supplement)"))
    assert item.issued.month is None
    assert "Supplement" in item.issue + item.note


@pytest.mark.parametrize("undated", ["(no date)", "(n.d.)", "(o. J.)", "(s. f.)"])
@pytest.mark.parametrize("author", ["National Trust", "Friends of the Tides", "Tidal Action Group"])
def test_author_before_no_date(author: str, undated: str) -> None:
    """What precedes the bracket is an author, because a title follows."""
    item = parsed(f"{author} {undated} Our history. Available at: https://tides.org/history")
    assert ([name.literal for name in item.author], item.title) == ([author], "Our history")


def test_title_before_no_date() -> None:
    """Without another title, the words before the bracket are the title."""
    item = parsed("Our history of tides (no date) Available at: https://tides.org/history")
    assert item.title.startswith("Our history of tides")
    assert not item.author


@pytest.mark.parametrize("address", [
    "www.nationaltides.org.uk/who-we-are/history", "discovery.tides.ac.uk/id/eprint/18897/",
    "tides.hofmann.edu/proofs.html", "www.tides.gov.au/a/b", "tides.de/a/b",
])  # fmt: skip
def test_address_without_a_protocol(address: str) -> None:
    """All of it is the address, whatever the country, and the words before it do not belong to another field."""
    item = parsed(
        "Smith, E. (2009) On tides. PhD thesis. University of Hull. "
        f"Available at: {address} (Accessed: 20 June 2018)."
    )
    assert (item.URL, item.publisher, item.note) == (address, "University of Hull", "")


@pytest.mark.parametrize("name", [
    "University College London", "Imperial College London", "University College Dublin", "Universität Wien",
])  # fmt: skip
def test_university_named_after_its_city(name: str) -> None:
    """A city without a mark before it belongs to the name."""
    item = parsed(f"Smith, E. (2009) On tides: the angling route? PhD thesis. {name}.")
    assert (item.publisher, item.publisher_place) == (name, "")


def test_place_after_a_comma_is_a_place() -> None:
    """The mark separates it from the name."""
    item = parsed(
        "Smith, E. On Tides. Ph.D. Dissertation, University of Colorado, Boulder, CO, 1994."
    )
    assert (item.publisher, item.publisher_place) == ("University of Colorado", "Boulder, CO")


@pytest.mark.parametrize("university", ["Northwestern U", "U of Leeds", "Stanford U"])
def test_university_of_mla(university: str) -> None:
    """MLA abbreviates "University"."""
    item = parsed(
        f"Njus, Jess. Performing the Tides: A Study. 2010. {university}, PhD dissertation."
    )
    assert (item.type, item.publisher) == ("thesis", university)
    assert item.title == "Performing the Tides: A Study"


def test_second_date_is_kept() -> None:
    """A date of the same year that says something else is in the note."""
    item = parsed(
        "Tide information. Tidal Agency. January 26, 2016. Updated August 11, 2016. "
        "https://tides.org/a"
    )
    assert (str(item.issued), "August 11, 2016" in item.note) == ("2016-01-26", True)


@pytest.mark.parametrize("archive", ["bioRxiv", "medRxiv", "ChemRxiv"])
def test_preprint_posted_online(archive: str) -> None:
    """AMA writes the archive as a sentence, and the date with words."""
    item = parsed(
        f"Bloss CS, Elm NE, Roe M, et al. A trial of ebb tides. {archive}. "
        "Preprint posted online October 28, 2015. doi:10.1101/029983"
    )
    assert (item.type, item.title, item.publisher, str(item.issued)) == (
        "article", "A trial of ebb tides", archive, "2015-10-28",
    )  # fmt: skip


@pytest.mark.parametrize("director", ["A. Hitchcote", "J. R. Moss", "Ada Elm"])
def test_director_after_the_date(director: str) -> None:
    """Cite Them Right begins with the title of a film."""
    item = parsed(f"Low Water (1960) Directed by {director} [Film]. Los Angeles: Tidal Pictures.")
    assert (item.type, item.title, item.genre) == ("motion_picture", "Low Water", "Film")
    assert len(item.names["director"]) == 1


@pytest.mark.parametrize(("words", "authority"), [
    ("U.S. Patent 3 624 125", "United States"), ("U.S. Patent 6,738,537", "United States"),
    ("European Patent EP 1234567", "European Patent Office"), ("German Patent 102004012345", "Germany"),
])  # fmt: skip
def test_patent_printed_again(words: str, authority: str) -> None:
    """The kind of patent is printed before its number in styles that print only the number."""
    item = parsed(f"Sheem, S. K. Fiber Optic Pump. {words}, May 18, 2004.")
    assert (item.type, item.authority, item.genre) == ("patent", authority, "Patent")
    assert words in str(api.format([item], style="american-chemical-society"))


def test_patent_in_apa_names_its_office_once() -> None:
    """APA's style prints the office by itself."""
    item = parsed("Sheem, S. K. Fiber Optic Pump. U.S. Patent 6,738,537, May 18, 2004.")
    assert "(United States Patent No. 6,738,537)" in str(api.format([item], style="apa"))
