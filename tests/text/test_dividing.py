"""Segments that contain two fields are split."""

import pytest
from tests.text.marked import item, shown


@pytest.mark.parametrize(
    ("marked", "container", "title"),
    [
        ("<author|Encyclopaedia Tidensis, s.v.> “<title|Ebb>.” <url|https://t.org>.",
         "Encyclopaedia Tidensis", "Ebb"),
        ("<title|Dictionary of Knots>, <edition|3rd ed>., <title|s.v. “reef>.” <publisher|Sage>.",
         "Dictionary of Knots", "reef"),
        ("<author|Tidenlexikon>, <edition|19. Aufl., s. v>. <location|„Ebbe“. Bonn>: <publisher|Dietz>.",
         "Tidenlexikon", "Ebbe"),
        ("<author|Ash, B.> <title|Encyclopedia of Tides>, <title|s.v. “Ebb>.”", "Encyclopedia of Tides", "Ebb"),
    ],
)  # fmt: skip
def test_entry_and_its_dictionary(marked: str, container: str, title: str) -> None:
    """The abbreviation "s.v." is between them, and a dictionary is not a person's name."""
    found = item(marked)
    assert (found.container_title, found.title, [name.literal for name in found.author]) == (
        container, title, [""] * ("Ash" in marked),
    )  # fmt: skip


def test_art_is_no_word_of_a_title() -> None:
    """The abbreviation "art." introduces the title of an entry."""
    found = item(
        "<author|Ash, B.>: <title|Art. „Ebbe“>. In: <container-title|Lexikon der Gezeiten>. <volume|Bd. 3>."
    )
    assert (found.type, found.title) == ("entry-encyclopedia", "Ebbe")


def test_a_volume_in_a_title_of_an_article_stays() -> None:
    """The volume of the journal is already known."""
    found = item(
        "<author|Ash, B.> <title|Tides, vol. 2: Ebb>. <container-title|Nature>, <volume|3>, <pages|4>."
    )
    assert found.title == "Tides, vol. 2: Ebb"


@pytest.mark.parametrize(
    ("written", "publisher", "series", "number"),
    [
        ("Gallimard, coll. « Folio »", "Gallimard", "Folio", ""),
        ("Seuil, Collection « Traces », n° 12", "Seuil", "Traces", "12"),
    ],
)
def test_series_in_quotation_marks(written: str, publisher: str, series: str, number: str) -> None:
    """The year after the series is not its number."""
    found = item(
        f"<author|Ash, B.>, <title|Le sel>, <location|Paris>, <publisher|{written}>, <date|1972>."
    )
    assert (found.publisher, found.collection_title, found.collection_number, found.issued.year) == (
        publisher, series, number, 1972,
    )  # fmt: skip


def test_several_authors_without_a_title_are_no_title() -> None:
    """The authors are recognized by their initials."""
    found = item(
        "<author|Ash B., Elm C.>, <date|2007>, <container-title|ApJ>, <volume|660>, <pages|1118>"
    )
    assert (shown(found.author), found.title) == (["|Ash|B.", "|Elm|C."], "")


@pytest.mark.parametrize(
    ("marked", "title", "container"),
    [
        ("(<date|2017, June 9>). <title|How we lost a mouse. The Rack Room>. <url|https://r.org/m>",
         "How we lost a mouse", "The Rack Room"),
        ("<title|Mill closes after flood. The Northern Star>. <date|2011 Nov 20>;<note|Sect. C:1>.",
         "Mill closes after flood", "The Northern Star"),
        ("<title|Mill closes after flood. The Guardian>. <date|2011>.", "Mill closes after flood", "The Guardian"),
        ("(<date|2017>). <title|The Quiet Mill. The Loud Mill>. <url|https://r.org/m>",
         "The Quiet Mill. The Loud Mill", ""),
        ("(<date|2017>). <title|Mills in winter. Final report>. <url|https://r.org/m>",
         "Mills in winter. Final report", ""),
    ],
)  # fmt: skip
def test_site_or_newspaper_at_the_end_of_a_title(marked: str, title: str, container: str) -> None:
    """It is a known name, is capitalized unlike the title, or has sections."""
    found = item(f"<author|Ash, B.> {marked}")
    assert (found.title, found.container_title) == (title, container)


@pytest.mark.parametrize(
    ("marked", "title", "director", "publisher"),
    [
        (
            "<author|Ebbtown>. <title|Directed by Ann Elm, Moss Bros.>, <date|2010>.",
            "Ebbtown",
            "|Elm|Ann",
            "Moss Bros.",
        ),
        (
            "<editor|Ebb Bay. Dir. Ann Elm>. <publisher|Moss>, <date|1941>. <title|Film>.",
            "Ebb Bay",
            "|Elm|Ann",
            "Moss",
        ),
    ],
)
def test_film_by_its_director(marked: str, title: str, director: str, publisher: str) -> None:
    """In MLA style, a film has no author."""
    found = item(marked)
    assert (found.type, found.title, shown(found.names["director"]), found.publisher, found.author) == (
        "motion_picture", title, [director], publisher, (),
    )  # fmt: skip


def test_editors_in_square_brackets() -> None:
    """One of the editors may be a group."""
    found = item(
        "<author|IPCC>, <date|2014>: <title|Ebb. A report [Core Writing> <editor|Team, R. Elm and L. Ash (eds.)>]. "
        "<publisher|IPCC>, <location|Geneva>."
    )
    assert (found.title, shown(found.editor)) == (
        "Ebb. A report",
        ["{Core Writing Team}", "|Elm|R.", "|Ash|L."],
    )


def test_year_of_the_first_edition_behind_the_title() -> None:
    """The later year is that of this edition; for an article, neither is."""
    found = item("<author|Ash, B.> <title|Ebb>. <date|1987>. <publisher|Moss>, <date|2004>.")
    assert (found.issued.year, found.dates["original-date"].year) == (2004, 1987)
    assert (
        item("<title|Ebb>. <date|1987>. <container-title|Tides> 3, <date|2004>.").issued.year
        == 1987
    )


def test_two_years_around_a_title_contradict_each_other() -> None:
    """Neither is certainly that of another edition; the second remains unparsed."""
    found = item("<author|Ash, B.> (<date|1987>). <title|Ebb>. <publisher|Moss>, <date|2004>.")
    assert (found.issued.year, found.dates.get("original-date"), found.text["note"]) == (
        1987,
        None,
        "2004",
    )


def test_et_al_is_no_title() -> None:
    """A reference without a title is not an error."""
    found = item(
        "<author|Ash, B., et al.>, <date|2012>, <container-title|Tides>, <volume|7>, <pages|1>"
    )
    assert (found.title, shown(found.author)) == ("", ["|Ash|B.", "others"])


def test_roman_volume_and_a_number_behind_the_year() -> None:
    """The number after the year is the issue."""
    found = item(
        "<author|Bo F.>, <title|Acque>, <container-title|in «Mari», XXXIV>, <date|1993>, <volume|2>, <pages|pp. 3-5>"
    )
    assert (found.container_title, found.volume, found.issue) == ("Mari", "XXXIV", "2")


def test_who_plays_in_a_film() -> None:
    """The performers are between the director and the studio."""
    found = item(
        "<title|Ebb>. <editor|Dir. Ann Elm. Perf. Bo Ash, Cy Roe. Moss Pictures>, <date|1996>."
    )
    assert (shown(found.names["performer"]), found.publisher) == (
        ["|Ash|Bo", "|Roe|Cy"],
        "Moss Pictures",
    )


def test_a_region_in_an_open_bracket_is_no_series() -> None:
    """No number follows the region."""
    found = item(
        "<title|Coesite (Ebb region>, RSFSR). <container-title|Tides>, <volume|v. 4>, <pages|pp. 21-28>"
    )
    assert (found.collection_title, found.volume) == ("", "4")
