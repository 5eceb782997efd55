"""Places and publishers are distinguished from titles and from each other."""

import pytest
from tests.text.marked import item

from refkit.formats.text.read.houses import is_house


@pytest.mark.parametrize(
    ("marked", "place", "publisher"),
    [
        ("<title|Les ports>, <location|Rouen, Plon>, <date|1977>.", "Rouen", "Plon"),
        ("<title|I mulini>, <location|Roma-Bari, Laterza>, <date|1987>.", "Roma-Bari", "Laterza"),
        (
            "<title|VDI 2700: Ladung>. <location|Düsseldorf: Beuth>, <date|1990>.",
            "Düsseldorf",
            "Beuth",
        ),
        (
            "<author|Ash, B.> <title|Tides>. <location|Hamish Hamilton: London>.",
            "London",
            "Hamish Hamilton",
        ),
        (
            "<author|Ash, B.> <title|Tides>. <publisher|Harbour Press, Leeds>.",
            "Leeds",
            "Harbour Press",
        ),
        (
            "<author|Ash, B.> <title|Tides>. <publisher|Boca Raton, FL: Ebb Press>.",
            "Boca Raton, FL",
            "Ebb Press",
        ),
        ("<author|Ash, B.> <title|Tides>. <location|Boston, MA>, <date|1990>.", "Boston, MA", ""),
        (
            "<author|Ash, B.> <title|Tides>. <location|Boulder, CO, USA>, <date|1990>.",
            "Boulder, CO, USA",
            "",
        ),
        ("<author|Ash, B.> <title|Tides>. <publisher|London>, <date|1700>.", "London", ""),
        ("<author|Ash, B.> <title|Tides> (<publisher|(Ebb Press>, <date|1990>).", "", "Ebb Press"),
    ],
)
def test_place_and_publisher_in_one_segment(marked: str, place: str, publisher: str) -> None:
    """A colon or a comma separates them; a region or a country is not a publisher."""
    found = item(marked)
    assert (found.publisher_place, found.publisher) == (place, publisher)


@pytest.mark.parametrize(
    ("written", "title", "place", "publisher"),
    [
        ("The blank page. Viking", "The blank page", "", "Viking"),
        ("The blank page. Weidenfeld & Nicolson", "The blank page", "", "Weidenfeld & Nicolson"),
        ("The blank page. Ebb Press", "The blank page", "", "Ebb Press"),
        (
            "The state of tides. Rome: Office of Tides",
            "The state of tides",
            "Rome",
            "Office of Tides",
        ),
        ("Le sel, Nantes, Marée", "Le sel", "Nantes", "Marée"),
        ("Haushalte 2010. Kiel", "Haushalte 2010", "Kiel", ""),
        ("The Viking age. Ships and men", "The Viking age. Ships and men", "", ""),
        ("Men, ships, and boats", "Men, ships, and boats", "", ""),
    ],
)
def test_title_that_ends_in_its_publisher(
    written: str, title: str, place: str, publisher: str
) -> None:
    """It is recognized by words that are common in publishers' names, and by publishers' cities."""
    found = item(f"<author|Ash, B.> (<date|2001>). <title|{written}>.")
    assert (found.title, found.publisher_place, found.publisher) == (title, place, publisher)


def test_container_that_ends_in_place_and_publisher() -> None:
    """French, Italian and Spanish lists use this form."""
    found = item(
        "<author|Ash, B.>, «<title|Mareas>», en <editor|Ana Elm (coord.)>, <container-title|Agua y piedra, "
        "Granada, Comares del Sur>, <date|2001>, <pages|pp. 11-40>."
    )
    assert (found.container_title, found.publisher_place, found.publisher) == (
        "Agua y piedra", "Granada", "Comares del Sur",
    )  # fmt: skip


def test_a_university_is_no_place() -> None:
    """The university is the publisher of a thesis."""
    found = item(
        "<author|Ash, B.>: <title|Ebbe>. <genre|Phil. Diss>., <location|Universität Kiel>, <date|1958>."
    )
    assert (found.type, found.publisher, found.publisher_place) == (
        "thesis",
        "Universität Kiel",
        "",
    )


def test_place_and_publisher_in_a_note() -> None:
    """Unparsed text may contain both."""
    found = item(
        "<author|Ash, B.> <title|Tides> (<genre|Rapport> <note|2012:4). Umeå: Skogsverket>."
    )
    assert (found.publisher_place, found.publisher, found.number) == (
        "Umeå",
        "Skogsverket",
        "2012:4",
    )


def test_university_behind_the_name_of_its_site() -> None:
    """The reference is to a web page with an address."""
    found = item(
        "“<title|Tides>.” <container-title|The Ebb Room, University of Hull>, <url|https://t.org/a>."
    )
    assert (found.type, found.container_title, found.publisher) == (
        "webpage",
        "The Ebb Room",
        "University of Hull",
    )


def test_where_people_met_is_not_where_their_papers_were_published() -> None:
    """A full stop separates the places."""
    found = item(
        "<author|Ash B>. <title|Ebb>. In: <editor|Elm C, editor>. <container-title|Proceedings of "
        "the 2nd Meeting on Tides>; "
        "<date|2009 Jun 4-6>; <location|Bergen, Norway. Oslo>: <publisher|Fjordhus>; <date|2010>. <pages|p. 1-9>."
    )
    assert (found.event_place, found.publisher_place, found.issued.year, found.dates["event-date"].raw) == (
        "Bergen, Norway", "Oslo", 2010, "2009 Jun 4-6",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [("Suhrkamp", True), ("Hull University Press", True), ("Of books and presses", False)],
)
def test_publishers(words: str, told: bool) -> None:
    """Both known publishers and names with typical words are recognized."""
    assert is_house(words) is told


def test_publisher_before_its_place() -> None:
    """A known publisher and a city were taken for two places."""
    found = item("<title|Ebb>. <location|Lang, Frankfurt am Main>, <date|1990>")
    assert (found.publisher, found.publisher_place) == ("Lang", "Frankfurt am Main")


def test_a_state_in_brackets_belongs_to_its_city() -> None:
    """Medical styles use this form."""
    assert (
        item("<title|Ebb>. <location|Leeds (MA)>: <publisher|Moss>; <date|2006>").publisher_place
        == "Leeds (MA)"
    )


def test_city_behind_a_last_sentence() -> None:
    """The subtitle before the city is kept."""
    found = item(
        "<author|Ash, B.> (<date|2020>): <title|Ebb 2019. First results. Leipzig>. <url|https://e.org/a>"
    )
    assert (found.title, found.publisher_place) == ("Ebb 2019. First results", "Leipzig")


def test_whose_an_encyclopedia_is() -> None:
    """The foundation after its name is the publisher."""
    found = item(
        "“<title|Ebb>.” <container-title|Tidepedia, Tide Foundation>, <date|2020>, <url|tides.org/Ebb>"
    )
    assert (found.container_title, found.publisher, found.URL) == (
        "Tidepedia",
        "Tide Foundation",
        "tides.org/Ebb",
    )


def test_a_medium_is_no_place() -> None:
    """A medium may appear at the end."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <location|Leeds>: <publisher|Moss>, <date|2016>. <location|Kindle>."
    )
    assert (found.publisher_place, found.text["medium"]) == ("Leeds", "Kindle")


def test_a_company_keeps_its_full_stop() -> None:
    """The full stop marks an abbreviation."""
    assert (
        item("<title|Ebb>. <location|Leeds>: <publisher|Moss & Ash, Inc.>").publisher
        == "Moss & Ash, Inc."
    )


def test_house_before_a_colon_and_its_place() -> None:
    """Chemistry styles use this form; a state identifies an unknown city."""
    found = item("<author|Ash, B.> <title|Ebb>; <location|Moss, Inc.: Ebbtown, CT>, <date|2009>.")
    assert (found.publisher, found.publisher_place) == ("Moss, Inc.", "Ebbtown, CT")


def test_series_and_number_before_the_house_that_brought_out_a_report() -> None:
    """They are not part of the publisher's name."""
    found = item(
        "<author|Tide Agency>, <date|2010>. <title|Main report>. <publisher|Ebb Paper 163. Tide Agency>, "
        "<location|Rome>."
    )
    assert (found.collection_title, found.number, found.publisher) == (
        "Ebb Paper",
        "163",
        "Tide Agency",
    )


@pytest.mark.parametrize(
    ("text", "place"), [("Frankfurt a. M", "Frankfurt a. M."), ("М", "М."), ("Bonn", "Bonn")]
)
def test_an_abbreviated_place_keeps_its_stop(text: str, place: str) -> None:
    """The full stop was removed as a separator."""
    assert item(f"<title|Ebb>. <location|{text}>. <date|1974>").publisher_place == place


@pytest.mark.parametrize(
    ("words", "told"), [("Belin éditeur", True), ("éditeur", False), ("Ash presses", False)]
)
def test_french_publishers(words: str, told: bool) -> None:
    """The word for a publisher follows the name in lower case."""
    assert is_house(words) is told


def test_a_reprint_is_no_place() -> None:
    """The word only says that the following year is not that of the first edition."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <date|1967>. <location|Reprint, Normal, IL>: <publisher|Moss>, <date|1999>."
    )
    assert (found.publisher_place, found.dates["original-date"].year) == ("Normal, IL", 1967)


def test_journal_of_an_article_to_come() -> None:
    """It has neither volume nor pages and was taken for a place; a city is still a place."""
    found = item("<author|Ash, B.> (<date|in press>). <title|Ebb>. <location|Tides>.")
    assert (found.type, found.container_title, found.text["status"]) == (
        "article-journal",
        "Tides",
        "in press",
    )
    assert (
        item("<author|Ash, B.> (<date|in press>). <title|Ebb>. <location|Leipzig>.").publisher_place
        == "Leipzig"
    )


def test_place_and_house_instead_of_a_container() -> None:
    """They are recognized by a city and a colon."""
    found = item(
        "<author|Ash, B.> (<date|2014>). <title|Ebb>. <container-title|Leipzig: Moss Kitabevi>."
    )
    assert (found.type, found.publisher_place, found.publisher) == (
        "book",
        "Leipzig",
        "Moss Kitabevi",
    )


def test_the_last_sentence_of_a_title_is_no_house_for_its_small_words() -> None:
    """Only words that are typical of publishers identify one."""
    found = item(
        "<author|Ash, B.> <title|Homer. Recent Trends in Interpretation>, <location|Amsterdam> <date|1987>."
    )
    assert (found.title, found.publisher) == ("Homer. Recent Trends in Interpretation", "")
