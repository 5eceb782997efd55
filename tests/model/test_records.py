"""Items from CSL-JSON records and back."""

from __future__ import annotations

import pytest

from refkit.model.csl_dates import date_from, read_date, record_from_date
from refkit.model.csl_json import item_from_record, name_from, record_from_item
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name


def item(**variables: object) -> Item:
    """The item of a record whose variables are written with `_` for `-`."""
    return item_from_record({key.replace("_", "-"): value for key, value in variables.items()})[0]


def test_variables_go_to_names_dates_and_text() -> None:
    """By CSL's own lists."""
    book = item(id=1, type="book", author=[{"family": "Doe"}], issued="2008", volume=3, title="T")
    assert (book.author, book.issued.year) == ((Name("Doe"),), 2008)
    assert book.text == {"volume": "3", "title": "T"}


def test_lists_in_crossref_records_give_their_first_text() -> None:
    """Titles come as arrays, and empty ones too."""
    assert item(title=["A", "B"], subtitle=[]).text == {"title": "A"}


def test_crossref_types_are_translated() -> None:
    """A type that neither CSL nor Crossref defines is kept."""
    types = [item(type=one).type for one in ("journal-article", "book", "zine")]
    assert types == ["article-journal", "book", "zine"]


def test_fields_without_a_variable_are_in_custom() -> None:
    """Nothing is dropped."""
    assert item(foo="bar", count={"a": 1}).custom == {"foo": "bar", "count": '{"a": 1}'}


def test_older_names_of_variables_are_accepted() -> None:
    """shortTitle, journalAbbreviation."""
    assert item(shortTitle="S", journalAbbreviation="J").text == {
        "title-short": "S",
        "container-title-short": "J",
    }


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ({"family": "van Gogh", "given": "V."}, Name("Gogh", "V.", "van")),
        ({"family": "d'Alembert", "given": "J."}, Name("Alembert", "J.", "d'")),
        ({"family": "'s-Gravesande", "given": "W."}, Name("Gravesande", "W.", "'s-")),
        ({"family": "Humboldt", "given": "A. von"}, Name("Humboldt", "A.", "", "von")),
        ({"family": "La Fontaine", "given": "J. de"}, Name("La Fontaine", "J.", "", "de")),
        ({"family": '"van Happel"', "given": "E."}, Name("van Happel", "E.")),
        ({"family": "King", "given": "M. L., Jr."}, Name("King", "M. L.", suffix="Jr.")),
        ({"family": "van Dyke", "given": "D.", "parse-names": False}, Name("van Dyke", "D.")),
        ({"name": "ACME"}, Name(literal="ACME")),
        ({"family": "ACME", "isInstitution": 1}, Name(literal="ACME")),
        ("ACME", Name(literal="ACME")),
        ({}, None),
        (None, None),
    ],
)
def test_names_are_split_into_their_parts(record: object, name: Name | None) -> None:
    """Lower-case words are particles, and text after a comma is a suffix."""
    assert name_from(record) == name


@pytest.mark.parametrize(
    ("record", "start", "end"),
    [
        ({"date-parts": [[2001, 2, 3]]}, DatePoint(2001, 2, 3), None),
        ({"date-parts": [["2001", "", ""]]}, DatePoint(2001), None),
        ({"date-parts": [2001, 2]}, DatePoint(2001, 2), None),
        ({"date-parts": [[2001], [2003]]}, DatePoint(2001), DatePoint(2003)),
        ({"date-parts": [[2001]], "season": "Winter"}, DatePoint(2001, season=4), None),
        ({"date-parts": [[2001, 21]]}, DatePoint(2001, season=1), None),
        ({"date-parts": [[-44, 3]]}, DatePoint(-43, 3), None),
        ({"raw": "2001-02"}, DatePoint(2001, 2), None),
        ({"date-parts": []}, None, None),
    ],
)
def test_dates_are_read_in_all_forms(
    record: object, start: DatePoint | None, end: DatePoint | None
) -> None:
    """Years before Christ are astronomical in refkit, one less in CSL-JSON."""
    date = date_from(record)
    assert date is not None
    assert (date.start, date.end) == (start, end)


def test_open_ranges_and_approximate_dates_are_read() -> None:
    """The year 0 is an open end, circa is approximate."""
    date = date_from({"date-parts": [[2001], [0]], "circa": True})
    assert date is not None
    assert (date.open_end, date.approximate) == (True, True)


@pytest.mark.parametrize(
    ("record", "date"),
    [
        ({"edtf": "2000-05"}, Date(start=DatePoint(2000, 5))),
        ({"date-parts": [["c. 1850"]]}, Date(start=DatePoint(1850), approximate=True)),
        ({"date-parts": [["1850?"]]}, Date(start=DatePoint(1850), uncertain=True)),
        ({"date-parts": [["2000-05-06"]]}, Date(start=DatePoint(2000, 5, 6))),
        ({"date-parts": [["May 2000"], ["2001"]]}, Date("", DatePoint(2000, 5), DatePoint(2001))),
        ({"date-parts": [[20000000]]}, Date(literal="20000000")),
        ({"date-parts": [[2000, "March"]]}, Date(start=DatePoint(2000, 3))),
        ({"date-parts": [[2000, "März", 4]]}, Date(start=DatePoint(2000, 3, 4))),
        ({"date-parts": [[2000, "Herbst"]]}, Date(start=DatePoint(2000, season=3))),
        ({"date-parts": [["x", 5]]}, Date(literal="x 5")),
        ({"date-parts": [["x"], [2000]]}, Date(literal="x/2000")),
        ({"date-parts": [[0], [2004]]}, Date(end=DatePoint(2004), open_start=True)),
        ({"date-parts": [None, [2004]]}, Date(end=DatePoint(2004), open_start=True)),
        ({"date-parts": "2000"}, Date(start=DatePoint(2000))),
        ({"season": "spring"}, Date(literal="spring")),
        ({"date-parts": [[2000]], "season": "Frühling"}, Date(start=DatePoint(2000, season=1))),
        ({"raw": "2000", "literal": "x"}, Date(start=DatePoint(2000), literal="x")),
        ({"date-parts": [[2000, 5]], "raw": "May 2000"}, Date(start=DatePoint(2000, 5))),
        ({"date-parts": [[2000]], "raw": "Easter 2000"}, Date("", DatePoint(2000), literal="Easter 2000")),
        ({"date-parts": [[2000, 5, 6]], "date-time": "2000-05-06T00:00:00Z", "timestamp": 957571200},
         Date(start=DatePoint(2000, 5, 6))),
        ({"date-parts": [[]]}, Date()),
        ({"date-parts": [[None]]}, Date()),
        ({}, Date()),
    ],
)  # fmt: skip
def test_no_part_of_a_date_is_lost(record: dict[str, object], date: Date) -> None:
    """Words are read, or kept as a literal."""
    assert read_date(record) == (date, [])


@pytest.mark.parametrize(
    "record",
    [
        {"date-parts": [[2000], [2001], [2002]]},
        {"date-parts": [[2000], ["x"]]},
        {"date-parts": [[2000, 5, 6, 7]]},
        {"date-parts": [[2000, None, 5]]},
        {"date-parts": [[None, 5]]},
        {"date-parts": [[0]]},
        {"date-parts": [[2000, 5]], "season": "winter"},
        {"date-parts": [[2000]], "season": "9"},
        {"date-parts": [[2000]], "calendar": "Julian"},
        {"date-parts": [[2000, "Maybe"]]},
        {"begin": 2000},
        [2000, 5],
    ],
)
def test_each_part_of_a_date_that_is_lost_is_reported(record: object) -> None:
    """The readable parts are kept."""
    read, problems = item_from_record({"issued": record})
    assert len(problems) == 1
    assert problems[0].startswith("`issued`")
    is_readable = isinstance(record, dict) and 2000 in record.get("date-parts", [[0]])[0]
    assert (read.issued.year == 2000) is is_readable


@pytest.mark.parametrize(
    ("record", "date", "problem"),
    [
        ({"date-parts": [[2000], [2001], [2002]]}, Date(start=DatePoint(2000), end=DatePoint(2001)),
         "a range has two dates, not 3; the others are ignored"),
        ({"date-parts": [[2000], ["x"]]}, Date(start=DatePoint(2000)), "`x` is not the end of a range"),
        ({"date-parts": [[2000, 5, 6, 7]]}, Date(start=DatePoint(2000, 5, 6)),
         "a date has a year, a month and a day, not 4 parts"),
        ({"date-parts": [[2000, None, 5]]}, Date(start=DatePoint(2000, day=5)),
         "a date has a month without a year or a day without a month"),
        ({"date-parts": [[0]]}, Date(), "0 is not a year"),
        ({"begin": 2000}, Date(), "`begin` is not a part of a date"),
        ({"date-parts": [[2000]], "calendar": "Julian"}, Date(start=DatePoint(2000)),
         "`calendar` is not a part of a date"),
    ],
)  # fmt: skip
def test_a_lost_part_of_a_date_is_reported_with_the_reason(
    record: dict[str, object], date: Date, problem: str
) -> None:
    """The other parts are kept."""
    assert read_date(record) == (date, [problem])


@pytest.mark.parametrize(
    ("record", "date"),
    [
        ({"date-parts": [["x"], [2000]]}, Date(literal="x/2000")),
        ({"date-parts": [2000, 5]}, Date(start=DatePoint(2000, 5))),
        ({"date-parts": [["2000", "5"]]}, Date(start=DatePoint(2000, 5))),
        ({"date-parts": [[2000], []]}, Date(start=DatePoint(2000), open_end=True)),
        ({"date-parts": [[], [2000]]}, Date(end=DatePoint(2000), open_start=True)),
        ({"year": 2000, "month": "May"}, Date(start=DatePoint(2000, 5))),
        ({"date-parts": [[2000]], "circa": True}, Date(start=DatePoint(2000), approximate=True)),
        ({"date-parts": [[2000]], "circa": 0}, Date(start=DatePoint(2000))),
        ({"circa": True}, Date()),
    ],
)
def test_dates_of_other_programs_are_read(record: dict[str, object], date: Date) -> None:
    """Numbers as texts, one list instead of two, and the members of an older version."""
    assert read_date(record) == (date, [])


@pytest.mark.parametrize(
    ("parts", "season", "problem"),
    [
        ([2000], "5", "season `5` is not a season"),
        ([2000, 5], "winter", "season `winter` is ignored, because there is a month"),
        ([2000, 5], "carnival", "season `carnival` is ignored, because there is a month"),
    ],
)
def test_a_season_that_is_lost_is_reported_with_the_reason(
    parts: list[int], season: str, problem: str
) -> None:
    """Either it is none, or the month says more."""
    problems = item_from_record({"issued": {"date-parts": [parts], "season": season}})[1]
    assert problems == [f"`issued`: {problem}"]


def test_invalid_values_are_reported() -> None:
    """The rest of the record is read."""
    read, problems = item_from_record({"title": {"a": 1}, "author": [{}], "volume": "2"})
    assert len(problems) == 2
    assert read.text == {"volume": "2"}


@pytest.mark.parametrize(
    "record",
    [
        {"date-parts": [[2000], [0]]},
        {"date-parts": [[0], [2004, 5]]},
        {"date-parts": [[2000, 21], [2001, 22]]},
        {"date-parts": [[2000]], "season": 1},
        {"date-parts": [[2000]], "season": "carnival"},
        {"date-parts": [[2000, 5]], "literal": "Easter 2000"},
        {"literal": "in press"},
    ],
)
def test_a_date_survives_a_round_trip(record: dict[str, object]) -> None:
    """Open ranges and seasons, too."""
    date = date_from(record)
    assert date is not None
    assert record_from_date(date) == record


def test_a_record_survives_a_round_trip() -> None:
    """Writing a record that was read returns the same record."""
    record = {
        "id": "x",
        "type": "book",
        "title": "T",
        "author": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[-44, 3, 15], [2001]], "circa": True},
        "custom": {"foo": "bar"},
    }
    assert record_from_item(item_from_record(record)[0]) == record
