"""Labelled words become an item, and no word is lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.marked import built, item, shown

from refkit.api import dumps, parse
from refkit.data.cue_words import CUE_WORDS
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.read.build import Built, build_item
from refkit.model.date import DatePoint
from refkit.model.excerpt import Excerpt

_WORD = re.compile(r"[^\W_]+")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("“On tides,”", "On tides"),
        ("« Les marées »", "Les marées"),
        ("„Gezeiten“", "Gezeiten"),
        ("On tides.", "On tides"),
        ("Why tides?", "Why tides?"),
        ("The “ebb” of tides", "The “ebb” of tides"),
        ("A history of the U.S.", "A history of the U.S."),
        ("Tides: An introduction.", "Tides: An introduction"),
        ("‘Enemy Front’ of tides", "‘Enemy Front’ of tides"),
    ],
)
def test_titles_lose_the_marks_around_them(written: str, title: str) -> None:
    """Quotation marks and the full stop around a title belong to the style; marks inside it are kept."""
    assert item(f"<author|Ash, B.> <date|2001>. <title|{written}> <publisher|Sage>").title == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("In J. Appl. Cryst.", "J. Appl. Cryst."),
        ("Lancet.", "Lancet"),
        ("in: Journal of Tides,", "Journal of Tides"),
        ("Nature,", "Nature"),
    ],
)
def test_a_container_keeps_the_full_stop_of_an_abbreviation(written: str, title: str) -> None:
    """The full stop that separates it from the next field is removed."""
    assert item(f"<title|Tides>. <container-title|{written}> <volume|3>").container_title == title


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("(2019, March 12)", 2019, 3, 12),
        ("12 March 2019", 2019, 3, 12),
        ("12. März 2019", 2019, 3, 12),
        ("2011 Jan 4", 2011, 1, 4),
        ("12 de marzo de 2019", 2019, 3, 12),
        ("março de 2019", 2019, 3, None),
        ("2019年3月", 2019, 3, None),
        ("[1972]", 1972, None, None),
    ],
)
def test_dates_have_parts(written: str, year: int, month: int | None, day: int | None) -> None:
    """Months are recognized in many languages and in any order."""
    date = item(f"<author|Ash, B.> <date|{written}> <title|Tides>").issued
    assert (date.year, date.month, date.day) == (year, month, day)


def test_a_letter_after_the_year_is_kept() -> None:
    """The letter identifies one of several works of the same year."""
    found = item("<author|Ash, B.> (<date|2019a>). <title|Tides>.")
    assert (found.issued.year, found.year_suffix, found.issued.raw) == (2019, "a", "2019a")


def test_year_and_day_that_stand_apart_are_one_date() -> None:
    """References to newspapers have the day at the end."""
    found = item(
        "<author|Ash, B.> (<date|2014>). <title|Tides>. <container-title|The Guardian>, <date|30 October>."
    )
    assert (found.issued.year, found.issued.month, found.issued.day) == (2014, 10, 30)


def test_days_of_a_meeting_are_not_those_of_its_papers() -> None:
    """The papers were published in the year that is given separately."""
    found = item(
        "<author|Ash, B.> (<date|2003>), <title|Ebb>, <container-title|Proceedings of the 9th Tide "
        "Symposium>, <date|4-6 May>, <pages|pp. 1-2>."
    )
    assert (found.issued.start, found.dates["event-date"].end) == (
        DatePoint(2003),
        DatePoint(2003, 5, 6),
    )


def test_days_of_a_magazine_are_those_of_its_issue() -> None:
    """The days are not those of a meeting."""
    found = item(
        "<author|Ash, B.> (<date|2003>). <title|Ebb>. <container-title|Tide Weekly>, <date|12–18 May>."
    )
    assert (found.issued.month, "event-date" in found.dates) == (5, False)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Preprint, submitted June 7", (2019, 6, 7)),
        ("Last modified June 7", (2019, 6, 7)),
        ("Mis à jour le 7 juin 2019", (2019, 6, 7)),
    ],
)
def test_day_on_which_a_page_changed(written: str, date: tuple[int, int, int]) -> None:
    """It is combined with the year that appears elsewhere."""
    found = item(
        f"<author|Ash, B.> <date|2019>. “<title|Ebb>.” <note|{written}>. <url|https://t.org/a>"
    )
    assert (found.issued.year, found.issued.month, found.issued.day) == date


def test_what_changed_is_no_container() -> None:
    """The words only describe the date."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <container-title|Updated> <date|May 4, 2017>. <url|https://t.org/a>"
    )
    assert (found.container_title, found.issued.day, found.note) == ("", 4, "")


@pytest.mark.parametrize(
    "written", ["ultimo accesso: 03/07/2019", "consulté le 03/07/2019", "abgerufen am 03-07-2019"]
)
def test_the_day_stands_first_in_most_languages(written: str) -> None:
    """In English, the day or the month may come first."""
    date = item(f"<author|Ash, B.> <title|Ebb>. <url|http://t.org>. <note|{written}>.").accessed
    assert (date.month, date.day) == (7, 3)


@pytest.mark.parametrize("written", ["1927/1962", "1962 [1927]", "[1927] 1962"])
def test_two_years_are_of_the_original_and_of_this_one(written: str) -> None:
    """The earlier year is that of the original."""
    found = item(f"<author|Heid, M.> <date|{written}>. <title|Being>. <publisher|Harper>.")
    assert (found.issued.year, found.original_date.year) == (1962, 1927)


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("in press", "in press"),
        ("forthcoming", "forthcoming"),
        ("im Druck", "in press"),
        ("à paraître", "forthcoming"),
    ],
)
def test_a_work_to_come_has_a_status(written: str, status: str) -> None:
    """A forthcoming work has a status and no date."""
    found = item(
        f"<author|Ash, B.> (<date|{written}>). <title|Tides>. <container-title|Journal of Tides>."
    )
    assert (found.status, found.issued.start) == (status, None)


@pytest.mark.parametrize(
    "written",
    [
        "Accessed 3 May 2020", "abgerufen am 3. Mai 2020", "consulté le 3 mai 2020", "[cited 2020 May 3]",
        "Zugriff: 3.5.2020", "Retrieved May 3, 2020", "consultado el 3 de mayo de 2020",
        "дата обращения: 3.05.2020", "Acesso em: 3 maio 2020", "geraadpleegd op 3 mei 2020",
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["note", "accessed", "other"])
def test_day_on_which_a_page_was_seen(written: str, label: str) -> None:
    """The date of access is recognized by its introductory word, whatever its label is."""
    found = item(f"<author|Ash, B.> <title|Tides>. <url|http://t.org>. <{label}|{written}>.")
    date = found.accessed
    assert (date.year, date.month, date.day, found.note) == (2020, 5, 3, "")


def test_identifiers_are_found_in_any_words() -> None:
    """Each identifier is recognized by its form."""
    found = item(
        "<title|Tides>. <note|doi:10.1000/xyz.1; PMID: 1234567; PMC1234567; ISBN 978-3-16-148410-0; "
        "Available from: https://t.org/a_(b).>"
    )
    assert (found.DOI, found.PMID, found.PMCID, found.ISBN, found.URL, found.note) == (
        "10.1000/xyz.1", "1234567", "PMC1234567", "978-3-16-148410-0", "https://t.org/a_(b)", "",
    )  # fmt: skip


def test_editors_before_the_title_of_a_book_are_told_from_it() -> None:
    """The editors end in (Eds.)."""
    found = item(
        "<title|Ebb>. <container-title|In B. Ash & C. Elm (Eds.), The book of tides>. <publisher|Sage>."
    )
    assert (shown(found.editor), found.container_title) == (
        ["|Ash|B.", "|Elm|C."],
        "The book of tides",
    )


def test_authors_who_are_editors() -> None:
    """The word for editors may be a separate segment."""
    found = item("<author|Ash, B., Elm, C.> <editor|(eds.)> <title|Tides>. <publisher|Sage>.")
    assert (shown(found.editor), found.author) == (["|Ash|B.", "|Elm|C."], ())


def test_who_edits_and_translates_does_both() -> None:
    """CSL merges editor and translator if both are the same."""
    found = item("<title|Tides>. <editor|Edited and translated by Ruth Moss>. <publisher|Sage>.")
    assert shown(found.editor) == shown(found.translator) == ["|Moss|Ruth"]


def test_meeting_in_quotation_marks_with_its_place() -> None:
    """French lists use this form."""
    found = item(
        "<author|Ash, B.>, « <title|Le sel> », <container-title|communication au colloque « Eaux vives », "
        "Lyon>, <date|2004>."
    )
    assert (found.genre, found.event_title, found.event_place) == (
        "communication",
        "Eaux vives",
        "Lyon",
    )


def test_words_at_the_head_of_a_meeting_stay() -> None:
    """The word "Annual" is part of the name of a meeting."""
    found = item(
        "“<title|Ebb>.” <container-title|Paper presented at the Annual Meeting of the Tide Society>, "
        "<location|Hull>."
    )
    assert (found.event_title, found.event_place) == ("Annual Meeting of the Tide Society", "Hull")


def test_university_and_database_of_a_thesis() -> None:
    """The university is the publisher, and the database is the source."""
    found = item(
        "<author|Ash, B.> <title|Tides>. <date|2003>. <title|University of Hull>, <genre|PhD dissertation>. "
        "<publisher|ProQuest>."
    )
    assert (found.title, found.publisher, found.source) == (
        "Tides",
        "University of Hull",
        "ProQuest",
    )


def test_name_of_a_program_among_those_of_its_authors() -> None:
    """The version of the program is not its title."""
    found = item(
        "<author|B. Ash, tidelog>. (<date|2018>). <title|Version 2.4.1>. <url|https://github.com/b/tidelog>"
    )
    assert (found.title, found.version, shown(found.author)) == ("tidelog", "2.4.1", ["|Ash|B."])


def test_how_an_edition_differs_is_no_part_of_the_title() -> None:
    """The words follow the number of the edition."""
    found = item(
        "<author|Ash, B.>, <title|Manuel du sel, 3e édition revue et augmentée>, <location|Nantes>, "
        "<publisher|Vrin>."
    )
    assert (found.title, found.edition) == ("Manuel du sel", "3")


def test_several_volumes_are_no_pages() -> None:
    """The number of volumes is recognized whatever its label is."""
    found = item(
        "<author|Ash, B.>, <title|Il sale>, <location|Torino>, <publisher|Utet>, <date|1975>, <pages|4 voll>."
    )
    assert (found.page, found.number_of_volumes) == ("", "4")


def test_a_day_in_brackets_is_no_series() -> None:
    """The date contains a month."""
    found = item(
        "<author|Ash, B.> <title|Tides>. <publisher|Sage>, <date|2001>. <note|(14 March 1985)>"
    )
    assert found.collection_title == ""


def test_chapter_of_a_book() -> None:
    """A chapter number is not a page."""
    found = item(
        "<author|B. Ash>, <title|Tides>. <location|Hull>: <publisher|Sage>, <date|1991>, <pages|ch. 7>."
    )
    assert (found.page, found.chapter_number) == ("", "7")


def test_no_year_is_no_publisher() -> None:
    """The abbreviation "o. J." means that no year is known."""
    found = item("<author|Ash, B.>: <title|Ebbe>, <location|Bonn> <publisher|o. J>.")
    assert (found.publisher, found.note, found.publisher_place) == ("", "", "Bonn")


def test_roman_volume_behind_a_journal() -> None:
    """The quotation marks around the title show where the journal begins."""
    found = item(
        "<author|B. Ash>, <title|Il sale>, <container-title|in «Rivista del mare», XII> (<date|1977>), "
        "<issue|2>, <pages|pp. 9-12>."
    )
    assert (found.container_title, found.volume) == ("Rivista del mare", "XII")


def test_slashes_divide_a_part_from_its_whole() -> None:
    """Russian standards use this form."""
    found = item(
        "<author|Петров П. П.> <title|О методах // Вопросы философии>. <date|2005>. <issue|№ 3>."
    )
    assert (found.title, found.container_title, found.issue) == (
        "О методах",
        "Вопросы философии",
        "3",
    )


def test_place_and_publisher_at_the_end_of_a_title() -> None:
    """The labeller takes them for a subtitle; a known publisher identifies them."""
    found = item(
        "<author|Habermas, J.> (<date|1981>): <title|Theorie des Handelns. Frankfurt a. M.: Suhrkamp>."
    )
    assert (found.title, found.publisher_place, found.publisher) == (
        "Theorie des Handelns", "Frankfurt a. M.", "Suhrkamp",
    )  # fmt: skip


def test_a_country_alone_is_no_place_of_publication() -> None:
    """The country is the end of the title."""
    found = item(
        "<author|Ministry of Tides>. <date|2025>. <title|Statement on ebb in Hull>, <location|Syria>."
    )
    assert (found.title, found.publisher_place) == ("Statement on ebb in Hull, Syria", "")


def test_series_and_number() -> None:
    """The number follows the title of the series."""
    found = item(
        "<author|Ash, B.> <title|Tides>. (<collection-title|Studies in Tides, vol. 12>). <publisher|Sage>."
    )
    assert (found.collection_title, found.collection_number) == ("Studies in Tides", "12")


def test_what_is_not_understood_is_kept_and_told() -> None:
    """Unparsed text is in the note and is reported with its position."""
    found = built("<author|Ash, B.> <title|Tides>. <note|With a wave by Elm>. <publisher|Sage>.")
    places = [("With a wave by Elm", 1)]
    text = "Ash, B. Tides. With a wave by Elm. Sage."
    assert [(text[one.start : one.end], len(found.unread)) for one in found.unread] == places
    assert found.item.note == "With a wave by Elm"


def test_every_variable_tells_where_it_was_read() -> None:
    """The segments of a variable are substrings of the reference."""
    found = built("<author|Ash, B.> (<date|2001>). <title|Tides>. <publisher|Sage>.")
    assert {name: [one.label for one in where] for name, where in found.segments.items()} == {
        "author": ["author"], "issued": ["date"], "title": ["title"], "publisher": ["publisher"],
    }  # fmt: skip


def test_an_agency_without_a_place_to_stand_makes_a_sensible_entry() -> None:
    """The agency has a literal name."""
    text = dumps([item("<author|Reuters>. <date|2025>. <title|Tide calls attack a victory>.")])
    assert "author = {{Reuters}}" in text


_LABELS = st.sampled_from(
    """author title container-title date volume issue pages publisher location editor edition doi url note
    genre translator collection-title isbn citation-number other accessed arxiv issn source medium
    director unheard-of""".split()
)
_BITS = st.sampled_from(
    """Ash, Elm B. J.-P. AB 2019 2019a (in press) [Film] vol. 3(4) 12–18 pp. S. London: Sage “Tides” In: (Eds.) et al.
    and & ; // http://t.org doi:10.1000/x ISBN 978-3-16-148410-0 PhD thesis U.S. Patent 4,234,567 ISO 9001:2015 n.d.
    2nd ed. Ministry of Tides accessed 3 May 2020 von der Ö王小明 Иванов \u0301 _ ...""".split()
)
_TEXTS = st.lists(_BITS | st.text(max_size=6), max_size=14).map(" ".join)


@st.composite
def labelled(draw: st.DrawFn) -> tuple[str, Labelled]:
    """Return a text with segments of whole words in any position, even overlapping or beyond its end."""
    text = draw(_TEXTS)
    spaces = [at for at, char in enumerate(text) if char.isspace()]
    places = st.sampled_from([0, *spaces, len(text), len(text) + 3])
    segments = draw(st.lists(st.builds(Segment, _LABELS, places, places), max_size=6))
    return text, Labelled(tuple(segments), 0.5)


def build(text: str, labels: Labelled) -> Built:
    return build_item(Reference(Excerpt.from_text(text)), labels, "it")


def words_kept(found: Built) -> str:
    """Return the letters and digits of all values of an item."""
    said = [*found.item.text.values(), *found.item.custom.values()]
    said += [date.raw for date in found.item.dates.values()]
    for names in found.item.names.values():
        for name in names:
            said += [name.given + name.family, name.family + name.given, name.particle, name.dropping_particle,
                     name.suffix, name.literal]  # fmt: skip
    return " ".join("".join(_WORD.findall(part)).lower() for part in said)


@given(labelled())
@settings(max_examples=150, deadline=None)
def test_no_word_is_lost_whatever_the_labels(example: tuple[str, Labelled]) -> None:
    """Every word is in a variable or in the note, except words that only introduce a variable."""
    text, labels = example
    found = build(text, labels)
    kept, type_ = words_kept(found), found.item.type
    understood = "thesis patent film 2nd in press et al ministry".split() if type_ else []
    lost = [
        word for word in map(str.lower, _WORD.findall(text))
        if word not in kept and word not in CUE_WORDS and word not in understood
    ]  # fmt: skip
    assert lost == []


@given(labelled())
@settings(max_examples=80, deadline=None)
def test_whatever_is_read_can_be_written(example: tuple[str, Labelled]) -> None:
    """Every item can be written as BibTeX and as CSL-JSON."""
    found = build(*example).item
    assert all([dumps([found]), dumps([found], "csl-json")])


@given(labelled())
@settings(max_examples=80, deadline=None)
def test_places_are_inside_the_reference(example: tuple[str, Labelled]) -> None:
    """This applies to variables and to unparsed text."""
    text, labels = example
    found = build(text, labels)
    where = [*found.unread, *(one for places in found.segments.values() for one in places)]
    assert all(0 <= one.start < one.end <= len(text) for one in where)


def test_a_chapter_at_the_end() -> None:
    """A chapter number is recognized whatever its label is."""
    for label in ("note", "publisher"):
        found = item(
            f"<author|Ash, B.> <title|Ebb>; <publisher|Moss>, <date|1994>; <{label}|Chap. 2>."
        )
        assert (found.text["chapter-number"], found.text.get("note")) == ("2", None)


def test_a_number_may_be_a_part_of_a_name() -> None:
    """A single letter after the number is not a name by itself."""
    assert shown(
        item("<author|4-H Council>. <title|Ebb>. <publisher|Moss>, <date|2007>.").author
    ) == ["{4-H Council}"]


def test_what_stands_behind_a_volume_is_no_page_where_there_are_others() -> None:
    """A colon may also precede the issue."""
    found = item(
        "<title|Ebb>. <container-title|Tides> <volume|28: 1> (<date|2001>), <pages|48-55>."
    )
    assert (found.volume, found.issue, found.page) == ("28", "1", "48-55")


def test_pages_with_their_letter_are_no_other_word() -> None:
    """No text is left unparsed."""
    found = item(
        "<author|Ash, B.>, <title|Ebb>, <location|Leeds>: <publisher|Moss>, <date|2015>, <pages|554p>."
    )
    assert (found.text["number-of-pages"], found.text.get("note")) == ("554", None)


def test_series_in_brackets_behind_the_number_of_pages() -> None:
    """French lists use this form, in lower case."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <publisher|Moss>, <date|2010>. <pages|237 p>. <note|(Les marées en fleur)>."
    )
    assert found.collection_title == "Les marées en fleur"


def test_a_capital_letter_after_the_year() -> None:
    """The letter identifies one of several works of the same year."""
    assert item("<author|Ash, B.> <date|1971B>. <title|Ebb>.").text["year-suffix"] == "B"


def test_edition_that_was_translated() -> None:
    """The place and the year of the original edition are recognized in Italian."""
    found = item(
        "<author|Ash, B.>, <title|Il mare>, <location|Milano> <date|1995> <note|(ed. or. Paris 1985)>."
    )
    assert (found.dates["original-date"].year, found.text["original-publisher-place"], found.issued.year) == (
        1985, "Paris", 1995,
    )  # fmt: skip


def test_an_issue_with_its_sign() -> None:
    """The issue is recognized whatever its label is."""
    found = item(
        "<title|Ebb>. <container-title|Tides>. <date|2010>. <genre|№ 4>. <pages|С. 112–128>."
    )
    assert found.issue == "4"


def test_how_an_edition_differs_is_in_the_note() -> None:
    """The variable contains only the number of the edition."""
    found = item(
        "<author|Au, E.> <title|Ebbe>. <edition|12., überarb. Aufl>. <location|Kiel>: <publisher|Moos>."
    )
    assert (found.text["edition"], found.text.get("note")) == ("12", "überarb")


def test_reviews_of_a_work() -> None:
    """Their numbers become BibTeX fields; they are neither pages nor a number of the work."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <publisher|Moss>. <pages|MR0463157>. <note|Zbl 0367.14001>"
    )
    assert (found.custom, found.page, found.number) == (
        {"mrnumber": "MR0463157", "zblnumber": "0367.14001"},
        "",
        "",
    )


def test_class_of_a_preprint() -> None:
    """The class is in square brackets and was split."""
    found = item(
        "<author|Ash, B.> <title|Ebb>. <arxiv|1305.1982v2> [<note|math>.<publisher|CO>], <date|2013>."
    )
    assert (found.custom["eprintclass"], found.publisher, found.text.get("note")) == (
        "math.CO",
        "arXiv",
        None,
    )


def test_number_of_a_series_that_was_taken_for_an_issue() -> None:
    """A book does not have an issue."""
    found = item(
        "<author|Ash, B.> <title|Ebb>, <collection-title|Texts on Tides>, No. <issue|52>, <publisher|Moss>"
    )
    assert (found.collection_title, found.collection_number, found.issue) == (
        "Texts on Tides",
        "52",
        "",
    )


@pytest.mark.parametrize("dash", ["———.", "---", "– – –"])
def test_a_dash_and_a_year_are_no_number_of_a_list(dash: str) -> None:
    """The dash repeats the preceding author, and the year is that of the work."""
    found = item(f"<author|{dash}> <date|1802>. <title|Ebb>. <publisher|Moss>.")
    assert (found.issued.year, found.title) == (1802, "Ebb")


def test_a_publisher_of_initials() -> None:
    """None of the initials introduces a variable."""
    assert item("<title|Ebb>. <location|Leeds>: <publisher|C.S.L.I.>").publisher == "C.S.L.I."


def test_a_second_arabic_volume_contradicts_the_first() -> None:
    """The second number is not an issue."""
    found = item(
        "<title|Ebb>. <container-title|Tides> <volume|3>: <pages|4–8>. <author|Ash B>. <volume|24>."
    )
    assert (found.volume, found.issue) == ("3", "")


def test_a_number_that_belongs_to_other_words_is_no_issue() -> None:
    """A note may cite another paper."""
    found = item(
        "<title|Ebb>. <container-title|Tides> <volume|3>. <note|See also Tide Working Note No. 70>."
    )
    assert found.issue == ""


def test_an_issue_in_brackets_before_the_pages() -> None:
    """A journal without volumes has its issue in brackets: Tides, (34-35), 137-150."""
    found = item(
        "<author|Ash, B.> <date|1998>. <title|Ebb>. <container-title|Tides>, <pages|(34-35), 137-150>."
    )
    assert (found.issue, found.page) == ("34-35", "137-150")


def test_a_single_number_after_plural_pages_counts_the_pages_of_a_book() -> None:
    """Italian lists write `pp. 202` for a book of 202 pages; in a journal it is a page."""
    book = item("<author|Ash, B.> <title|Maree>. <publisher|Moss>, <date|1998>, <pages|pp. 202>.")
    article = item(
        "<title|Maree>, <container-title|Tides> <volume|3>, <date|1998>, <pages|pp. 202>."
    )
    assert (book.number_of_pages, article.page) == ("202", "202")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Roe, Ann (21 de marzo de 2014). «Mareas». El País.", (2014, 3, 21)),
        ("Roe, Ann (3 mars 2011). « Marées ». Le Monde.", (2011, 3, 3)),
        ("Roe, Ann (3. Mai 2011): Gezeiten. In: Die Zeit.", (2011, 5, 3)),
    ],
)
def test_a_day_in_brackets_is_the_date(written: str, day: tuple[int, int, int]) -> None:
    """It is not part of the name before it."""
    issued = parse(written).issued
    assert (issued.year, issued.month, issued.day) == day


def test_a_romance_edition_is_recognized_by_its_form() -> None:
    """The number and its mark are two tokens."""
    assert parse("Roe, Ann: Mareas [en línea], 22.ª ed., Madrid: Moss, 2001.").edition == "22"


@pytest.mark.parametrize(
    ("container", "volume", "title", "place"),
    [
        ("Marés & Redes, Porto Alegre", "v. 31", "Marés & Redes", "Porto Alegre"),
        ("Getijden, Hilversum", "jrg. 3", "Getijden", "Hilversum"),
        ("Letters, Words and Tides", "vol. 3", "Letters, Words and Tides", ""),
    ],
)
def test_the_place_of_a_journal_before_its_volume(
    container: str, volume: str, title: str, place: str
) -> None:
    """The Brazilian norm writes it after the title of the journal."""
    found = item(f"<title|Ebb>. <container-title|{container}>, <volume|{volume}>, <date|2001>.")
    assert (found.container_title, found.publisher_place, found.volume) == (
        title,
        place,
        volume.split()[1],
    )


@pytest.mark.parametrize(
    "marked",
    [
        "<title|Ebbe und Flut. Band 2: Die Häfen>. <publisher|Moss>, <date|2001>.",
        "<title|Ebbe und Flut>, <volume|t. 2>, <note|Die Häfen>, <publisher|Moss>, <date|2001>.",
        "<title|Ebbe und Flut>, <volume|Bd. 2: Die Häfen>, <publisher|Moss>, <date|2001>.",
    ],
)
def test_the_title_of_a_volume(marked: str) -> None:
    """It follows the number of the volume."""
    found = item(marked)
    assert (found.title, found.volume, found.volume_title) == ("Ebbe und Flut", "2", "Die Häfen")


def test_a_part_of_a_title_is_no_volume() -> None:
    """`Part 2` divides an article, which is in a volume of a journal."""
    assert (
        item("<title|Ebb. Part 2: The harbors>. <date|2001>.").title == "Ebb. Part 2: The harbors"
    )


def test_others_after_the_editors_before_a_title() -> None:
    """The German `u. a.` is not an initial and a publisher."""
    assert (
        parse(
            "Roe, Ann: Gezeiten, in: Lexikon der Häfen, hg. von Otto Brunn u. a., Bd. 1, Stuttgart 1972, S. 6–7."
        )
        .editor[-1]
        .others
    )
