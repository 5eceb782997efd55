"""cs:date: date parts, localized forms, ranges, seasons, eras and literal dates."""

from __future__ import annotations

import pytest
from tests.csl.rendering import rendered

import refkit
from refkit.csl.dates import date_key
from refkit.model.date import Date, DatePoint
from refkit.model.dates import parse_date

FULL = '<date variable="issued" form="text"/>'


def date(body: str, *parts: list[int], **more: object) -> str:
    """Return a date rendered by `body`, from one list of parts for each end."""
    return rendered(body, {"issued": {"date-parts": list(parts), **more}})


@pytest.mark.parametrize(
    ("season", "expected"),
    [("Michaelmas", "Michaelmas 2018"), ("fall", "Autumn 2018"), (2, "Summer 2018"), ("9", "2018")],
)
def test_a_season_may_be_text(season: object, expected: str) -> None:
    """A season that is neither a number nor the word for one is shown in the place of the month."""
    assert date(FULL, [2018], season=season) == expected


def test_a_season_as_text_begins_a_range() -> None:
    """It belongs to the first date."""
    assert date(FULL, [2018], [2019], season="Hilary") == "Hilary 2018–2019"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([2008, 5, 3], "May 3, 2008"),
        ([2008, 5], "May 2008"),
        ([2008], "2008"),
    ],
)
def test_a_localised_date_shows_the_parts_there_are(parts: list[int], expected: str) -> None:
    """The available parts are in the order of the locale."""
    assert date(FULL, parts) == expected


def test_date_parts_limits_a_localised_date() -> None:
    """date-parts="year-month" omits the day."""
    body = '<date variable="issued" form="text" date-parts="year-month"/>'
    assert date(body, [2008, 5, 3]) == "May 2008"


def test_a_localised_date_takes_the_form_of_the_styles_parts() -> None:
    """The order is still that of the locale."""
    body = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
    assert date(body, [2008, 2, 3]) == "Feb. 3, 2008"


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (([2008, 5, 1], [2008, 5, 4]), "May 1–4, 2008"),
        (([2008, 5, 1], [2008, 6, 4]), "May 1–June 4, 2008"),
        (([2008, 5], [2009, 6]), "May 2008–June 2009"),
        (([2008], [2009]), "2008–2009"),
    ],
)
def test_a_range_repeats_only_what_differs(ends: tuple[list[int], ...], expected: str) -> None:
    """CSL 1.0.2, "Date Ranges"."""
    assert date(FULL, *ends) == expected


OWN = (
    '<date variable="issued"><date-part name="day" suffix=" " range-delimiter="-"/>'
    '<date-part name="month" suffix=" "/><date-part name="year" range-delimiter="/"/></date>'
)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (([2008, 5, 1], [2008, 5, 4]), "1-4 May 2008"),
        (([2008, 5], [2008, 7]), "May–July 2008"),
        (([2008, 5], [2009, 6]), "May 2008/June 2009"),
    ],
)
def test_the_largest_part_that_differs_gives_the_dash(
    ends: tuple[list[int], ...], expected: str
) -> None:
    """This is the example of the specification."""
    assert date(OWN, *ends) == expected


def test_an_open_range_ends_in_its_dash() -> None:
    """The open end is the year 0 in CSL-JSON."""
    assert date(FULL, [1987], [0]) == "1987–"


@pytest.mark.parametrize(
    ("end", "expected"),
    [([1987], "–1987"), ([1987, 5, 3], "–May 3, 1987"), ([79], "–79 AD"), ([-44], "–44 BC")],
)
def test_an_open_range_starts_with_its_dash(end: list[int], expected: str) -> None:
    """The open start is the year 0 in CSL-JSON."""
    assert date(FULL, [0], end) == expected


@pytest.mark.parametrize("start", ["", ".."])
@pytest.mark.parametrize("style", ["apa", "ieee", "mla", "nature"])
def test_an_open_start_in_biblatex_is_formatted(start: str, style: str) -> None:
    """Both EDTF spellings of an open start are accepted."""
    text = f"@book{{a, author = {{Roe, Ann}}, title = {{Tides}}, date = {{{start}/2004}}}}"
    library = refkit.loads(text, format="biblatex")
    assert "–2004" in refkit.format(library, style)
    written = refkit.dumps(library, "csl-json")
    assert '"date-parts": [[0], [2004]]' in written
    assert refkit.loads(written)[0].issued == library[0].issued


def test_an_open_start_sorts_by_its_end() -> None:
    """A range with an open start does not sort before all other dates."""
    ranges = [Date(end=DatePoint(2004), open_start=True), Date(start=DatePoint(2003))]
    assert date_key(ranges[1]) < date_key(ranges[0])


def test_a_range_of_years_is_one_year_where_only_months_differ_and_none_is_shown() -> None:
    """Parts that are not rendered are not compared."""
    body = '<date variable="issued"><date-part name="year"/></date>'
    assert date(body, [2008, 1], [2008, 9]) == "2008"


def test_a_season_stands_for_the_month() -> None:
    """The season is rendered in place of the month: Autumn 1998."""
    assert date(FULL, [1998], season=3) == "Autumn 1998"


@pytest.mark.parametrize(
    ("year", "era"), [(79, "79"), (-250, "250"), (1, "1"), (-1, "1"), (499, "499")]
)
def test_early_years_have_their_era(year: int, era: str) -> None:
    """Years of few digits have AD, years below 1 have BC."""
    text = date('<date variable="issued"><date-part name="year"/></date>', [year])
    assert text.startswith(era)
    assert text.endswith("AD" if year > 0 else "BC")


@pytest.mark.parametrize("year", [500, 999, 2000])
def test_later_years_have_no_era(year: int) -> None:
    """The test suite and citeproc-js stop at 500."""
    assert date('<date variable="issued"><date-part name="year"/></date>', [year]) == str(year)


def test_the_ends_of_a_range_share_their_era() -> None:
    """The era is rendered once: 50–49 BC."""
    assert date(FULL, [-50], [-49]).count("BC") == 1


def test_words_need_a_year_to_stand_for() -> None:
    """A style that renders only the month does not render a literal date."""
    body = '<date variable="issued"><date-part name="month"/></date>'
    assert rendered(body, {"issued": {"literal": "in press"}}) == ""


def test_a_short_year_has_two_digits() -> None:
    """The year 2005 is rendered as 05."""
    assert (
        date('<date variable="issued"><date-part name="year" form="short"/></date>', [2005]) == "05"
    )


def test_words_are_written_as_they_are() -> None:
    """A literal date is rendered unchanged."""
    assert rendered(FULL, {"issued": {"literal": "in press"}}) == "in press"


def test_a_date_without_the_parts_asked_for_is_missing() -> None:
    """Its affixes and the group around it are not rendered either."""
    body = (
        '<group><text value="in "/><date variable="issued" prefix="(" suffix=")">'
        '<date-part name="month"/></date></group>'
    )
    assert date(body, [2008]) == ""


@pytest.mark.parametrize(("day", "expected"), [(1, "1ᵉʳ mai 2008"), (2, "2 mai 2008")])
def test_french_ordinals_are_for_the_first_day_alone(day: int, expected: str) -> None:
    """The locale sets limit-day-ordinals-to-day-1; the month is masculine."""
    body = (
        '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/>'
        '<date-part name="month"/><date-part name="year"/></date>'
    )
    text = rendered(body, {"issued": {"date-parts": [[2008, 5, day]]}}, language="fr-FR")
    assert text.replace("er", "ᵉʳ", 1 if day == 1 else 0) == expected


def test_an_approximate_date_tests_true() -> None:
    """The date has the property circa of CSL-JSON."""
    body = (
        '<choose><if is-uncertain-date="issued"><text value="ca. "/></if></choose>'
        '<date variable="issued"><date-part name="year"/></date>'
    )
    assert date(body, [2003], circa=True) == "ca. 2003"


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ('<date-part name="day" range-delimiter=" to "/>', "1 to 4 May 2008"),
        ('<date-part name="month" form="numeric"/>', "1/4 5 2008"),
        ('<date-part name="day" form="numeric-leading-zeros"/>', "01/04 May 2008"),
        ('<date-part name="day" prefix="on " suffix="."/>', "1/4 May 2008"),
    ],
)
def test_a_style_changes_parts_of_a_localised_date(own: str, expected: str) -> None:
    """The style's form and dash replace those of the locale; its affixes do not."""
    locale = (
        '<locale xml:lang="en"><date form="text"><date-part name="day" suffix=" " range-delimiter="/"/>'
        '<date-part name="month" suffix=" "/><date-part name="year"/></date></locale>'
    )
    body = f'<date variable="issued" form="text">{own}</date>'
    issued = {"date-parts": [[2008, 5, 1], [2008, 5, 4]]}
    assert rendered(body, {"issued": issued}, macros=locale) == expected


MONTH_FIRST = (
    '<date variable="issued"><date-part name="month"/>'
    '<date-part name="day" form="ordinal" prefix=" " range-delimiter="+"/></date>'
)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (([2008, 5, 2], [0]), "May 2nd+"),
        (([2008, 5], [0]), "May+"),
        (([0], [2008, 5]), "–May"),
    ],
)
def test_an_open_range_without_a_year_has_the_dash_of_its_last_part(
    ends: tuple[list[int], ...], expected: str
) -> None:
    """An open start has the dash of the first part that is rendered."""
    assert date(MONTH_FIRST, *ends) == expected


ISO = (
    '<date variable="issued" delimiter="-"><date-part name="year"/>'
    '<date-part name="month" form="numeric-leading-zeros"/>'
    '<date-part name="day" form="numeric-leading-zeros"/></date>'
)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (([2008, 5, 3], [2009, 6, 4]), "2008-05-03–2009-06-04"),
        (([2008, 5, 3], [2008, 5, 4]), "2008-05-03–04"),
        (([2008, 5], [0]), "2008-05–"),
        (([0], [2008, 5]), "–2008-05"),
    ],
)
def test_the_delimiter_is_not_next_to_the_dash(ends: tuple[list[int], ...], expected: str) -> None:
    """The delimiter separates the parts of one date."""
    assert date(ISO, *ends) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("numeric", "5"), ("numeric-leading-zeros", "05"), ("short", "May"), ("long", "May")],
)
def test_a_month_has_four_forms(form: str, expected: str) -> None:
    """The default is the long form."""
    body = f'<date variable="issued"><date-part name="month" form="{form}"/></date>'
    assert date(body, [2008, 5, 1]) == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(2008, "08"), (1000, "00"), (999, "999"), (-5, "5 BC")]
)
def test_only_years_with_four_digits_are_shortened(year: int, expected: str) -> None:
    """An early year is not shortened further."""
    body = '<date variable="issued"><date-part name="year" form="short"/></date>'
    assert date(body, [year]) == expected


@pytest.mark.parametrize(
    ("shown", "order"),
    [
        ("year month day", ["1999-12-31", "2000-01-02", "2000-02-01"]),
        ("year", ["1999-12-31", "2000-01-02", "2000-02-01"]),
        ("month day", ["2000-01-02", "2000-02-01", "1999-12-31"]),
        ("day", ["2000-02-01", "2000-01-02", "1999-12-31"]),
    ],
)
def test_dates_sort_by_the_parts_that_are_shown(shown: str, order: list[str]) -> None:
    """A macro that shows months sorts by months, in any year."""
    dates = [parse_date(text) for text in ("1999-12-31", "2000-01-02", "2000-02-01")]
    keys = {date.raw: date_key(date, frozenset(shown.split())) for date in dates}
    assert sorted(keys, key=keys.__getitem__) == order


@pytest.mark.parametrize(
    ("form", "date", "expected"),
    [
        ("numeric", {"date-parts": [[1999]], "season": 1}, "Spring 1999"),
        ("numeric", {"raw": "Summer-Fall 1999"}, "1999"),
        ("numeric", {"raw": "Spring 1999-Summer 2000"}, "1999–2000"),
        ("numeric-leading-zeros", {"raw": "Spring 1999-Summer 2000"}, "1999–2000"),
        ("long", {"raw": "Summer-Fall 1999"}, "Summer–Autumn 1999"),
        ("numeric", {"date-parts": [[1999]], "season": "Michaelmas"}, "Michaelmas 1999"),
    ],
)
def test_a_range_of_seasons_has_no_numbers(
    form: str, date: dict[str, object], expected: str
) -> None:
    """Among numbers, a range of seasons is that of their years; a single season is written as it is."""
    body = (
        '<date variable="issued" delimiter=" ">'
        f'<date-part name="month" form="{form}"/><date-part name="year"/></date>'
    )
    assert rendered(body, {"issued": date}) == expected


DAY_FIRST = (
    '<date variable="issued" delimiter=" "><date-part name="day"{}/>'
    '<date-part name="month"/><date-part name="year"/></date>'
)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([2008, 5, 1], "1 May 2008"), ([2008, 5, 31], "31 May 2008"), ([2008, 5, 32], "May 2008"),
        ([2008, 5, 0], "May 2008"), ([2008, 1, 3], "3 January 2008"), ([2008, 12, 3], "3 December 2008"),
        ([2008, 0, 3], "2008"), ([2008, 13, 3], "Spring 2008"), ([2008, 16, 3], "Winter 2008"),
    ],
)  # fmt: skip
def test_parts_that_no_calendar_has_are_omitted(parts: list[int], expected: str) -> None:
    """A day needs a month; the numbers after 12 are seasons."""
    assert date(DAY_FIRST.format(""), parts) == expected


@pytest.mark.parametrize(
    ("form", "day", "expected"),
    [
        ("numeric", 3, "3"), ("numeric-leading-zeros", 3, "03"), ("numeric-leading-zeros", 10, "10"),
        ("ordinal", 1, "1st"), ("ordinal", 2, "2nd"), ("ordinal", 3, "3rd"), ("ordinal", 4, "4th"),
        ("ordinal", 11, "11th"), ("ordinal", 31, "31st"),
    ],
)  # fmt: skip
def test_a_day_has_three_forms(form: str, day: int, expected: str) -> None:
    """CSL 1.0.2, "Date-part", day."""
    body = DAY_FIRST.format(f' form="{form}"')
    assert date(body, [2008, 5, day]) == f"{expected} May 2008"
