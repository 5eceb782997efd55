"""Parsing of EDTF, BibTeX's fields, RIS and words; dates are never corrected."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.model.date import Date, DatePoint
from refkit.model.dates import (
    earliest,
    format_edtf,
    is_edtf,
    latest,
    parse_date,
    parse_ris_date,
    year_month_date,
)

P = DatePoint


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004", Date(start=P(2004))),
        ("2004-06", Date(start=P(2004, 6))),
        ("2004-06-15", Date(start=P(2004, 6, 15))),
        ("2004-06-15T10:30:00Z", Date(start=P(2004, 6, 15))),
        ("2004-06-15T10:30:00+02:00", Date(start=P(2004, 6, 15))),
        ("2004/2005", Date(start=P(2004), end=P(2005))),
        ("2004-12-30/2005-01-02", Date(start=P(2004, 12, 30), end=P(2005, 1, 2))),
        ("2004/", Date(start=P(2004), open_end=True)),
        ("2004/..", Date(start=P(2004), open_end=True)),
        ("../2004", Date(end=P(2004), open_start=True)),
        ("/2004", Date(end=P(2004), open_start=True)),
        ("2004?", Date(start=P(2004), uncertain=True)),
        ("2004-06~", Date(start=P(2004, 6), approximate=True)),
        ("2004%", Date(start=P(2004), uncertain=True, approximate=True)),
        ("199X", Date(start=P(1990), end=P(1999), approximate=True)),
        ("18XX", Date(start=P(1800), end=P(1899), approximate=True)),
        ("2004-XX", Date(start=P(2004))),
        ("2004-21", Date(start=P(2004, season=1))),
        ("2004-24", Date(start=P(2004, season=4))),
        ("0000", Date(start=P(0))),
        ("-0044", Date(start=P(-44))),
        ("Y-17000", Date(start=P(-17000))),
    ],
)
def test_edtf_is_read(text: str, date: Date) -> None:
    """Levels 0 and 1; years are astronomical, 0000 is 1 BC."""
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004-06-15 10:30:00", Date(start=P(2004, 6, 15))),  # Zotero
        ("2004-06-15 10:30:00 +0100", Date(start=P(2004, 6, 15))),  # BibDesk
        ("2004-06-15TZ", Date(start=P(2004, 6, 15))),  # Zotero
        ("2004-06-15 10:30", Date(start=P(2004, 6, 15))),
        ("c. 1850", Date(start=P(1850), approximate=True)),
        ("circa 1850", Date(start=P(1850), approximate=True)),
        ("ca. 1850", Date(start=P(1850), approximate=True)),
        ("[1850]", Date(start=P(1850))),
        ("1850?", Date(start=P(1850), uncertain=True)),
        ("[c. 1850?]", Date(start=P(1850), uncertain=True, approximate=True)),
        ("350 BC", Date(start=P(-349))),
        ("15 March 44 BC", Date(start=P(-43, 3, 15))),
        ("March 44 B.C.E.", Date(start=P(-43, 3))),
        ("AD 79", Date(start=P(79))),
        ("24 August AD 79", Date(start=P(79, 8, 24))),
        ("20040615", Date(start=P(2004, 6, 15))),
        ("Winter 2004/2005", Date(start=P(2004, season=4), end=P(2005, season=4))),
        ("15.06.2004", Date(start=P(2004, 6, 15))),
        ("06/15/2004", Date(start=P(2004, 6, 15))),
        ("2004-6-5", Date(start=P(2004, 6, 5))),
        ("2004/06/15", Date(start=P(2004, 6, 15))),
        ("June 2004", Date(start=P(2004, 6))),
        ("15 June 2004", Date(start=P(2004, 6, 15))),
        ("June 15th, 2004", Date(start=P(2004, 6, 15))),
        ("Tuesday, 15 June 2004", Date(start=P(2004, 6, 15))),
        ("2004 Jun-Jul", Date(start=P(2004, 6), end=P(2004, 7))),
        ("3--5 June 2004", Date(start=P(2004, 6, 3), end=P(2004, 6, 5))),
        ("Spring 2004", Date(start=P(2004, season=1))),
        ("12 de enero de 2004", Date(start=P(2004, 1, 12))),
        ("März 2004", Date(start=P(2004, 3))),
        ("2004--2005", Date(start=P(2004), end=P(2005))),
        ("2004-2005", Date(start=P(2004), end=P(2005))),
    ],
)
def test_dates_in_free_text_are_read(text: str, date: Date) -> None:
    """In numbers, in words, in several languages."""
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text", ["in press", "n.d.", "2004a", "2004/2005/2006", "13th century", "the 44 BC", "1850s"]
)
def test_words_that_are_not_a_date_are_kept(text: str) -> None:
    """They are the date's literal."""
    assert parse_date(text) == Date(literal=text)


@pytest.mark.parametrize(
    ("text", "point", "problem"),
    [
        ("2015-02-30", P(2015, 2, 30), "February 2015 has no day 30"),
        ("2015-13", P(2015, 13), "there is no month 13"),
        ("2015-00-10", P(2015, 0, 10), "there is no month 0"),
        ("1900-02-29", P(1900, 2, 29), "February 1900 has no day 29"),
        ("05/06/2004", P(2004), "`05/06/2004` can be read with the day or with the month first"),
    ],
)
def test_an_impossible_date_is_kept_and_marked(text: str, point: P, problem: str) -> None:
    """The parts are kept as written and never corrected."""
    assert parse_date(text) == Date(start=point, problem=problem)


def test_a_leap_day_is_possible() -> None:
    """2000 was a leap year."""
    assert parse_date("2000-02-29").problem == ""


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2004", "December", "", Date(start=P(2004, 12))),
        ("2004", "dec", "", Date(start=P(2004, 12))),
        ("2004", "12", "", Date(start=P(2004, 12))),
        ("2004", "{12}", "", Date(start=P(2004, 12))),
        ("2004", "10~December", "", Date(start=P(2004, 12, 10))),
        ("2004", "15 January", "", Date(start=P(2004, 1, 15))),
        ("2004", "Dec. 1st", "", Date(start=P(2004, 12, 1))),
        ("2004", "January/February", "", Date(start=P(2004, 1), end=P(2004, 2))),
        ("2004", "May--June", "", Date(start=P(2004, 5), end=P(2004, 6))),
        ("2004", "28 Feb.--1 Mar.", "", Date(start=P(2004, 2, 28), end=P(2004, 3, 1))),
        ("2004", "Dec/Jan", "", Date(start=P(2004, 12), end=P(2005, 1))),
        ("2004/2005", "Dec./Jan.", "", Date(start=P(2004, 12), end=P(2005, 1))),
        ("2004", "Fall", "", Date(start=P(2004, season=3))),
        ("2004", "6", "15", Date(start=P(2004, 6, 15))),
        ("2004", "October 2004", "", Date(start=P(2004, 10))),
        ("2004", "Wed 15 Oct", "", Date(start=P(2004, 10, 15))),
        ("2004", "13", "", Date(start=P(2004, 13), problem="there is no month 13")),
        ("2004", "Q1", "", Date(start=P(2004), problem="`Q1` is not a month")),
        ("in press", "", "", Date(literal="in press")),
        ("2004/05", "", "", Date(start=P(2004), end=P(2005))),
        ("{2004}", "", "", Date(start=P(2004))),
        ("c. 1850", "", "", Date(start=P(1850), approximate=True)),
    ],
)
def test_year_month_and_day_make_a_date(year: str, month: str, day: str, date: Date) -> None:
    """BibTeX's fields, in the forms that people fill them with."""
    assert year_month_date(year, month, day) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004/06/15/", Date(start=P(2004, 6, 15))),
        ("2004///", Date(start=P(2004))),
        ("2004//", Date(start=P(2004))),
        ("2004/06//", Date(start=P(2004, 6))),
        ("2004///Spring", Date(start=P(2004, season=1))),
        ("2004", Date(start=P(2004))),
        ("1999/2000", Date(start=P(1999), end=P(2000))),
    ],
)
def test_ris_dates_have_slashes(text: str, date: Date) -> None:
    """Year, month, day and words, each of which may be missing."""
    assert parse_ris_date(text) == date


@pytest.mark.parametrize(
    "text", ["2004-06-15T10:30:00Z", "199X", "2004-06/2005?", "-0044", "2004-21", "2015-02-30"]
)
def test_edtf_is_written_unchanged(text: str) -> None:
    """Times, unspecified digits and impossible parts are kept."""
    assert format_edtf(parse_date(text)) == text


def test_other_dates_are_written_in_edtf() -> None:
    """Whatever form they were read from."""
    assert format_edtf(parse_date("c. 3 June 1850")) == "1850-06-03~"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2004", (2004, 1, 1), (2004, 12, 31)),
        ("2004-02", (2004, 2, 1), (2004, 2, 29)),
        ("2004/2006-03", (2004, 1, 1), (2006, 3, 31)),
        ("2004/..", (2004, 1, 1), None),
        ("../2004", None, (2004, 12, 31)),
        ("in press", None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    """None where that side is not known."""
    assert (earliest(parse_date(text)), latest(parse_date(text))) == (first, last)


def test_free_text_is_not_edtf() -> None:
    """Which biber would ignore."""
    assert [is_edtf(text) for text in ("2004-06", "2004-6", "June 2004", "")] == [
        True,
        False,
        False,
        False,
    ]


POINTS = st.one_of(
    st.builds(DatePoint, st.integers(-9999, 9999)),
    st.builds(DatePoint, st.integers(-9999, 9999), st.integers(1, 12)),
    st.builds(DatePoint, st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28)),
    st.builds(DatePoint, st.integers(1, 9999), season=st.integers(1, 4)),
)
DATES = st.one_of(
    st.builds(Date, start=POINTS, uncertain=st.booleans(), approximate=st.booleans()),
    st.builds(Date, start=POINTS, end=POINTS),
    st.builds(Date, start=POINTS, open_end=st.just(True)),
)


@given(DATES)
def test_written_edtf_is_read_back(date: Date) -> None:
    """With its flags and open ends."""
    assert parse_date(format_edtf(date)) == date


@given(st.text(), st.text(max_size=20), st.text(max_size=5))
def test_any_text_is_read_as_a_date(year: str, month: str, day: str) -> None:
    """Nothing raises, and a text that is not a date is kept."""
    assert parse_date(year).raw.strip() == year.strip()
    assert isinstance(year_month_date(year, month, day), Date)


@example("[]")
@example("[ ]")
@example("[" * 20_000 + "]" * 20_000)
@given(st.text("0123456789-/?~%X.TZ: cBCJune[]", max_size=24))
def test_texts_similar_to_dates_are_read(text: str) -> None:
    """Or kept as words: there is always a point, a literal or an empty text."""
    date = parse_date(text)
    assert date.start or date.end or date.literal or not text.strip()


@pytest.mark.parametrize("piece", ["1", "-", "/", "june ", "1 ", "X", " ", "a", "[", "about "])
def test_long_runs_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    assert is_linear(parse_date, lambda size: piece * size)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("1998-02", None, None), ("1998--02", 1998, 2002), ("2003--07", 2003, 2007), ("2018--15", 2018, 2015)],
)  # fmt: skip
def test_ranges_over_the_turn_of_the_century(
    text: str, first: int | None, last: int | None
) -> None:
    """The second year of a short range may be in the next century."""
    date = parse_date(text)
    assert (date.end and date.end.year) == last
    assert first is None or date.year == first


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2003年5月7日", Date(start=P(2003, 5, 7))),
        ("2003年12月", Date(start=P(2003, 12))),
        ("2003 年", Date(start=P(2003))),
        ("平成14年12月31日", Date(start=P(2002, 12, 31))),
        ("昭和20年", Date(start=P(1945))),
        ("大正元年", Date(start=P(1912))),
        ("令和3年1月", Date(start=P(2021, 1))),
        ("14年5月", Date(literal="14年5月")),
        ("例年", Date(literal="例年")),
    ],
)
def test_dates_in_chinese_and_japanese_characters(text: str, date: Date) -> None:
    """Years may count from the accession of a Japanese emperor."""
    assert parse_date(text) == date


@pytest.mark.parametrize("text", ["3/2003", "03-2003", "03.2003"])
def test_a_month_may_precede_its_year(text: str) -> None:
    """Numbers above 12 are not months."""
    assert parse_date(text) == Date(start=P(2003, 3))
    assert parse_date("13/2003") == Date(literal="13/2003")
