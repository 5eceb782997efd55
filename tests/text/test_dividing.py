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


@pytest.mark.parametrize(
    "marked",
    [
        "<editor|Jean Ash (dir.)>, <title|Les ports, t>. <container-title|II : Le fer>, "
        "<location|Paris>, <publisher|Plon>.",
        "<editor|Jean Ash (dir.)>, <title|Les ports, t. II : Le fer>, <location|Paris>, <publisher|Plon>.",
    ],
)
def test_volume_with_a_title_of_its_own(marked: str) -> None:
    """The title of the volume is not part of the title of the whole work."""
    found = item(marked)
    assert (found.type, found.title, found.volume, found.volume_title) == (
        "book",
        "Les ports",
        "II",
        "Le fer",
    )


def test_a_volume_in_a_title_of_an_article_stays() -> None:
    """The volume of the journal is already known."""
    found = item(
        "<author|Ash, B.> <title|Tides, vol. 2: Ebb>. <container-title|Nature>, <volume|3>, <pages|4>."
    )
    assert found.title == "Tides, vol. 2: Ebb"


def test_the_number_of_a_birthday_ends_no_title() -> None:
    """The number is part of the name of an anniversary."""
    found = item(
        "<author|Ash, B.>, <title|Ebbe>, in: <editor|C. Elm (Hrsg.)>, <container-title|Festschrift "
        "für Ida Au zum 65>. "
        "<location|Geburtstag, München> <date|1988>, <pages|S. 11>."
    )
    assert (found.container_title, found.publisher_place) == (
        "Festschrift für Ida Au zum 65. Geburtstag",
        "München",
    )


def test_proceedings_are_of_something() -> None:
    """Words that the labeller cut off are part of the title of the proceedings."""
    found = item(
        "“<title|Ebb>,” <container-title|in Proc>. <publisher|EMNLP>, <location|Doha, Qatar>, <date|2014>, "
        "<pages|pp. 1–2>."
    )
    assert (found.container_title, found.publisher, found.event_place) == (
        "Proc. EMNLP",
        "",
        "Doha, Qatar",
    )


def test_subtitle_in_front_of_a_journal() -> None:
    """A comma and the word for a journal separate them."""
    found = item(
        "<author|Ash, B.>: <title|Wer maß die Flut?> <container-title|Zur Pegelfrage in Husum, "
        "Zeitschrift für Pegel> "
        "<volume|61> (<date|1972>), <pages|S. 1–33>."
    )
    assert (found.title, found.container_title) == (
        "Wer maß die Flut? Zur Pegelfrage in Husum", "Zeitschrift für Pegel",
    )  # fmt: skip


def test_series_in_brackets_behind_the_year() -> None:
    """The brackets contain the number of the series, too."""
    found = item(
        "<editor|Elm, C. (Hrsg.)>: <title|Brot>, <location|Münster> <date|2009> (<container-title|Arbeit und "
        "Leben>, <volume|Bd. 11>)."
    )
    assert (found.type, found.collection_title, found.collection_number, found.volume) == (
        "book", "Arbeit und Leben", "11", "",
    )  # fmt: skip


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


def test_a_norm_called_by_its_title_first() -> None:
    """The number of the standard follows its title."""
    found = item("<author|ANSI Standard for Ladders, ANSI A14-2007>, <date|Mar. 2007>.")
    assert (found.type, found.title, found.number, found.author) == (
        "standard", "ANSI Standard for Ladders", "ANSI A14-2007", (),
    )  # fmt: skip


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


def test_page_of_a_site_as_nlm_has_it() -> None:
    """The owner of the site comes first, the page follows the address."""
    found = item(
        "<title|Tide Hearts Foundation> <note|[Internet]. Leeds: The Foundation; c2011-14> "
        "[<accessed|cited 2014 Mar 2>]. "
        "<note|Your first scan; [about 3 screens]>. Available from: <url|http://t.org/scan>"
    )
    assert (found.type, shown(found.author), found.title, found.publisher, found.issued.raw) == (
        "webpage", ["{Tide Hearts Foundation}"], "Your first scan", "The Foundation", "2011-14",
    )  # fmt: skip


def test_series_in_a_bracket_with_its_number() -> None:
    """The labeller took it for the end of the book's title, and its number for an issue."""
    found = item(
        "<author|Ash, B.> (<date|1996>). <title|Ebb>. <editor|In C. Elm (Ed.)>, <container-title|The sea (Ways of "
        "Tides>, No. <issue|68>, <pages|pp. 3–12>). <publisher|Moss>."
    )
    assert (found.container_title, found.collection_title, found.collection_number, found.page) == (
        "The sea", "Ways of Tides", "68", "3-12",
    )  # fmt: skip


def test_series_by_its_initials() -> None:
    """The number of the series is not a volume of the book."""
    found = item(
        "<author|Ash, B.>: <title|Ebb>. <editor|In: Elm, C. (ed.)> <container-title|TIDES 2011. LNCS>, "
        "<volume|vol. 6720>, <pages|pp. 3–12>. <publisher|Springer>"
    )
    assert (found.container_title, found.collection_title, found.collection_number) == (
        "TIDES 2011",
        "LNCS",
        "6720",
    )


def test_the_word_before_a_volume_is_no_part_of_the_journal() -> None:
    """The labeller cut it off from its number."""
    found = item(
        "<author|Bo, A.>, <title|Il gelo>, <container-title|in «Acque», a.> <volume|34>, <pages|pp. 1-3>"
    )
    assert (found.container_title, found.volume) == ("Acque", "34")


def test_page_and_medium_behind_a_date() -> None:
    """Earlier editions of the MLA style use this form."""
    found = item(
        "“<title|Mill closes>.” <container-title|Evening Standard> <date|4 Mar. 1998>: <note|12. Print>."
    )
    assert (found.page, found.text["medium"]) == ("12", "Print")


def test_days_of_a_meeting_behind_its_proceedings() -> None:
    """The days are not part of the title of the proceedings."""
    found = item(
        "<author|Ash B.> <title|Ebb>. <container-title|In: Proceedings of Tides; 2004 Jun 13-18>; "
        "<location|Bergen, Norway>. <publisher|Moss>; <date|2004>. <pages|p. 7-9>"
    )
    assert (found.container_title, found.dates["event-date"].raw) == (
        "Proceedings of Tides",
        "2004 Jun 13-18",
    )


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


def test_volume_with_its_title_that_was_labelled() -> None:
    """The number may be known; the words after it are not a container."""
    found = item(
        "<author|Au, E.>, <title|Das Meer>, <volume|Bd. 3>: <container-title|Von der Ebbe>, <location|Kiel>."
    )
    assert (found.title, found.volume, found.text["volume-title"], found.container_title) == (
        "Das Meer", "3", "Von der Ebbe", "",
    )  # fmt: skip


def test_art_is_nobody() -> None:
    """The abbreviation introduces the title of an entry."""
    found = item(
        "<author|Au, Eva, Art>. <title|„Ebbe“>, <container-title|in: Lexikon des Meeres>, <volume|Bd. 2>."
    )
    assert (shown(found.author), found.title) == (["|Au|Eva"], "Ebbe")


def test_roman_volume_and_a_number_behind_the_year() -> None:
    """The number after the year is the issue."""
    found = item(
        "<author|Bo F.>, <title|Acque>, <container-title|in «Mari», XXXIV>, <date|1993>, <volume|2>, <pages|pp. 3-5>"
    )
    assert (found.container_title, found.volume, found.issue) == ("Mari", "XXXIV", "2")


@pytest.mark.parametrize(
    ("container", "title"),
    [("Труды о море. Вып.", "Труды о море"), ("Phys. Rev. Lett. vol.", "Phys. Rev. Lett")],
)
def test_the_word_before_a_number_behind_a_stop(container: str, title: str) -> None:
    """The word introduces a volume and is not part of the title."""
    found = item(f"<title|Ebb>. <container-title|{container}> <volume|17>. <date|1984>")
    assert found.container_title.rstrip(".") == title


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
