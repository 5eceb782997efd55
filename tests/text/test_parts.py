"""Parse volume, issue, pages and edition by the marks around them."""

import pytest

from refkit.formats.text.read.parts import (
    Numbering,
    Pages,
    read_edition,
    read_numbering,
    read_pages,
    split_number,
    split_place,
)


@pytest.mark.parametrize(
    ("written", "volume", "issue"),
    [
        ("58, no. 1", "58", "1"),
        ("2002;57(7):", "57", "7"),
        ("v. 76,", "76", ""),
        ("Bd. XII", "XII", ""),
        ("31 (2/3)", "31", "2/3"),
        ("XLVI, n° 3", "XLVI", "3"),
        ("Jg. 5, H. 2", "5", "2"),
        ("34.1", "34", "1"),
        ("A 438", "A 438", ""),
        ("т. 12, № 3", "12", "3"),
        ("n° 9", "", "9"),
        ("1(Suppl 2)", "1", "Suppl 2"),
        ("12–13", "12-13", ""),
        ("a. XXX, n. 90", "XXX", "90"),
        ("jrg. 12, nr. 3", "12", "3"),
        ("9. Jg., Heft 15", "9", "15"),
        ("49e année, n° 3", "49", "3"),
        ("cahier 2", "", "2"),
    ],
)
def test_volume_and_issue(written: str, volume: str, issue: str) -> None:
    """Words and brackets distinguish them."""
    found = read_numbering(written)
    assert (found.volume, found.issue, found.rest) == (volume, issue, "")


def test_year_and_pages_that_cling_to_a_volume() -> None:
    """Vancouver style writes all of them without spaces."""
    found = read_numbering("1988;27(3):1-9")
    assert (found.year, found.volume, found.issue, found.pages) == ("1988", "27", "3", "1-9")


def test_a_number_of_volumes_is_no_volume() -> None:
    """The text "six volumes" is the number of volumes."""
    assert read_numbering("6 Bde.").volumes == "6"


def test_what_is_no_number_is_given_back() -> None:
    """The rest of the text can be parsed as another field."""
    assert read_numbering("12, Sonderband").rest == "Sonderband"


@pytest.mark.parametrize(
    ("written", "page", "total", "number"),
    [
        ("(pp. 665–691).", "665-691", "", ""),
        ("S. 15-40", "15-40", "", ""),
        ("С. 12–18", "12-18", "", ""),
        ("L28", "L28", "", ""),
        ("pp. v–xii", "v-xii", "", ""),
        ("e12-e18", "e12-e18", "", ""),
        ("312 p.", "", "312", ""),
        ("312 S.", "", "312", ""),
        ("xii + 312 pp", "", "xii + 312", ""),
        ("e12345", "", "", "e12345"),
        ("Article 123", "", "", "123"),
        ("064001", "", "", "064001"),
    ],
)
def test_pages(written: str, page: str, total: str, number: str) -> None:
    """A segment contains pages, a number of pages, or an article number."""
    found = read_pages(written)
    assert (found.page, found.total, found.number) == (page, total, number)


@pytest.mark.parametrize(
    ("written", "edition", "beside"),
    [
        ("2nd ed.", "2", ""),
        ("3., überarb. Aufl.", "3", "überarb"),
        ("2nd rev. ed.", "2", "rev"),
        ("(2nd, fully rev. ed.)", "2", "fully rev"),
        ("2e éd.", "2", ""),
        ("(3ème ed.).", "3", ""),
        ("zweite Auflage", "2", ""),
        ("segunda edición", "2", ""),
        ("(5.ª ed.)", "5", ""),
        ("Изд. 2-е", "2", ""),
        ("wyd. 2,", "2", ""),
        ("1st American ed.", "1", "American"),
        ("Revised edition.", "Revised edition", ""),
    ],
)
def test_edition(written: str, edition: str, beside: str) -> None:
    """The edition is numeric if possible."""
    assert read_edition(written) == (edition, beside)


@pytest.mark.parametrize(
    ("written", "title", "number"),
    [
        ("Studies in Logic, vol. 12", "Studies in Logic", "12"),
        ("Schriften des Kreises 27", "Schriften des Kreises", "27"),
        ("Trends in Mathematics", "Trends in Mathematics", ""),
    ],
)
def test_number_in_a_series(written: str, title: str, number: str) -> None:
    """The number is at the end of the title of the series."""
    assert split_number(written) == (title, number)


def test_place_before_a_publisher() -> None:
    """A colon separates them."""
    assert split_place("London: Sage") == ("Sage", "London")


def test_an_address_is_no_place() -> None:
    """The colon of an address is not a separator."""
    assert split_place("http://example.org") == ("http://example.org", "")


@pytest.mark.parametrize("written", ["N 7", "N. 7", "n. 7", "№ 7", "No 7"])
def test_an_issue_alone(written: str) -> None:
    """The letter before the number marks an issue, not a volume."""
    assert read_numbering(written).issue == "7"


def test_a_supplement_is_more_than_its_number() -> None:
    """Issue 1 and supplement 1 are different."""
    assert read_numbering("suppl 1", "issue").issue == "suppl 1"


def test_a_part_of_a_roman_volume() -> None:
    """Both numbers are part of the volume."""
    assert read_numbering("Bd. I.2") == Numbering("I.2")


def test_edition_with_brackets_inside() -> None:
    """Swedish library catalogs use this form."""
    assert read_edition("2., [rev.] uppl.")[0] == "2"


def test_the_page_that_is_cited_is_not_the_work_s() -> None:
    """The cited page is in brackets after the pages of the work."""
    assert read_pages("65–83 (p. 67)") == Pages("65-83", rest="p. 67")


@pytest.mark.parametrize(
    ("written", "volumes"),
    [("5 delen", "5"), ("2 dln", "2"), ("В 2-х т.", "2"), ("4 t.", "4"), ("2 tt.", "2")],
)
def test_the_number_of_volumes_is_after_no_volume(written: str, volumes: str) -> None:
    """The word for volumes follows the number."""
    assert read_numbering(written) == Numbering(volumes=volumes)


@pytest.mark.parametrize(
    ("written", "series"),
    [("N.F. 12", "N.F."), ("3e série, t. 12", "3e série"), ("n.s., 12", "n.s.")],
)
def test_the_series_of_a_journal_is_kept(written: str, series: str) -> None:
    """It is not the volume."""
    assert read_numbering(written) == Numbering("12", rest=series)


@pytest.mark.parametrize(("written", "issue"), [("nr 3 (124)", "3 (124)"), ("(3)", "3")])
def test_the_brackets_of_an_issue_are_whole(written: str, issue: str) -> None:
    """The number of an issue in all volumes is in brackets."""
    assert read_numbering(written, "issue").issue == issue


@pytest.mark.parametrize(
    ("written", "pages"),
    [
        ("S. 12-18, hier S. 14", Pages("12-18", rest="hier S. 14")),
        ("XII-234 p.", Pages(total="XII-234")),
        ("234 blz., ill.", Pages(total="234", rest="ill.")),
        ("127 p. (Sociologie)", Pages(total="127", rest="(Sociologie)")),
    ],
)
def test_remarks_next_to_pages_are_kept(written: str, pages: Pages) -> None:
    """A cited page or a remark on illustrations is not a page of the work."""
    assert read_pages(written) == pages


@pytest.mark.parametrize(
    ("written", "edition"),
    [
        ("II ed.", "2"),
        ("wyd. II zm.", "2"),
        ("wydanie drugie", "2"),
        ("V. Aufl.", "5"),
        ("2de uitg.", "2"),
    ],
)
def test_editions_in_roman_numbers_and_words(written: str, edition: str) -> None:
    """They are read as numbers."""
    assert read_edition(written)[0] == edition
