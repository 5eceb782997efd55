"""Days and months that do not exist in the calendar."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "fields",
    [
        "date={2015-02-30}", "date={2015-13}", "date={2015-00}", "urldate={2021-02-29}",
        "date={2015-04-31/2016-01-01}", "year=2015, month=feb, day=30", "year={2015}, month={6}, day={31}",
        "year=2015, month={May 35}",
    ],
)  # fmt: skip
def test_impossible_dates_are_found(fields: str) -> None:
    """Impossible dates are found in `date` and in the combination of year, month and day."""
    assert len(quoted("DAT101", f"@misc{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "date={2016-02-29}", "date={2015-12-31}", "date={2015-21}", "date={199X}", "date={2004/2005}",
        "date={1900~}", "year=2015, month=feb, day=28", "year=2015, month={June 1--4}", "date={in press}",
        "year=2015, month={Octember}",
    ],
)  # fmt: skip
def test_possible_dates_pass(fields: str) -> None:
    """Leap days, seasons, decades, ranges and words are not reported."""
    assert quoted("DAT101", f"@misc{{a, {fields}}}") == []


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ("@online{a, date={12/31/2018}}", "12/31/2018"),
        ("@online{a, date={31.12.2018}}", "31.12.2018"),
        ("@online{a, date={2018}, urldate={31.12.2018}}", "31.12.2018"),
        ("@online{a, date={2018}, urldate={May 2019}}", "May 2019"),
        ("@online{a, date={2018-5-1}}", "2018-5-1"),
        ("@online{a, date={May 2018}}", "May 2018"),
        ("@online{a, date={2018-Q3}}", "2018-Q3"),
        ("@online{a, date={c. 2018}}", "c. 2018"),
        ("@online{a, date={2018--2020}}", "2018--2020"),
        ("@online{a, date={20180503}}", "20180503"),
        ("@online{a, date={2018/2019/2020}}", "2018/2019/2020"),
        ("@online{a, date={2018}, eventdate={June 2018}}", "June 2018"),
        ("@article{a, journal={J}, date={12/31/2018}}", "12/31/2018"),
        ("@article{a, journal={J}, date={May 2018}}", "May 2018"),
        ("@misc{a, year=2018, note={Accessed 2020-02-30}}", "2020-02-30"),
        ("@misc{a, year=2018, note={accessed 31 June 2020}}", "31 June 2020"),
        ("@misc{a, year=2018, lastchecked={2019-02-29}}", "2019-02-29"),
        ("@article{a, year={2018-13}}", "2018-13"),
        ("@article{a, year={2018-05-32}}", "2018-05-32"),
        ("@article{a, year=2018, month=5, day=32}", "32"),
        ("@article{a, year=2018, month={Feb 30}}", "Feb 30"),
        ("@misc{a, date={1900-02-29}}", "1900-02-29"),
        ("@misc{a, year=2019, howpublished={Talk, 30 February 2019}}", "30 February 2019"),
        ("@misc{a, year=2019, note={Posted on June 31, 2019}}", "June 31, 2019"),
        ("@misc{a, year=2019, note={Updated 2019-04-31}}", "2019-04-31"),
        ("@inproceedings{a, year=2019, booktitle={Dunes, Paris, 31 June 2019}}", "31 June 2019"),
        ("@online{a, date={2018-05-03T25:00:00}}", "2018-05-03T25:00:00"),
        ("@misc{a, date={2018-25}}", "2018-25"),
    ],
)
def test_dates_that_biber_drops_or_that_do_not_exist(entry: str, marked: str) -> None:
    """Forms that are not EDTF, impossible dates in words, and the field with the day are found."""
    assert quoted("DAT101", entry) == [marked]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, journal={J}, year={2014}, date={December 15, 2014}}",
        "@article{a, journal={J}, year={2001}, date={1-2 April, 2001}}",
        "@misc{a, year={2018}, urldate={31.12.2018}}",
        "@misc{a, year={2018}, urldate={12 May 2019}}",
        "@article{a, year={2004-13}}",
        "@article{a, year={1999-00}}",
        "@article{a, year={1978/79}}",
        "@article{a, year={2018}, month={13}}",
        "@misc{a, date={1700-02-29}}",
        "@online{a, date={2018-05-03T10:20:30Z}}",
        "@online{a, date={2019/}}",
        "@online{a, date={-0044-03-15}}",
        "@online{a, date={1999~/2001?}}",
        "@online{a, date={19XX}}",
        "@online{a, date={{2018}}}",
        "@online{a, date={c1988}}",
        "@online{a, date={[1936]}}",
        "@online{a, date={1881（光绪七年）}}",
        "@misc{a, year=2019, note={Talk, 29 February 2020}}",
        "@misc{a, year=2019, number={30}, note={Part 31 of volume 2019, report 12.34.2019}}",
        "@inproceedings{a, year=2019, booktitle={Dunes, Paris, May 30--June 2, 2019}}",
        "@inproceedings{a, year=2019, booktitle={Dunes, Paris, 29 January--3 February 2019}}",
        "@inproceedings{a, year=2019, booktitle={Dunes, Paris, January 30 - February 1, 2019}}",
        "@online{a, date={2018-05-03T10:20:30+01:00}}",
    ],
)
def test_dates_that_are_read(entry: str) -> None:
    """EDTF, words in files for BibTeX, Julian leap years, and values that other rules report pass."""
    assert quoted("DAT101", entry) == []


def test_the_form_to_write_is_shown() -> None:
    """An unambiguous date is shown as biber reads it."""
    assert "write `2018-12-31`" in messages("DAT101", "@online{a, date={12/31/2018}}")[0]
    assert "`YYYY-MM-DD`" in messages("DAT101", "@online{a, date={03/04/2018}}")[0]


@pytest.mark.parametrize("word", ["today", "\\today", "heute", "aujourd'hui", "{hoy}"])
def test_a_word_for_today_is_not_a_date(word: str) -> None:
    """It is another day tomorrow."""
    assert "write the day of your visit" in messages(
        "DAT101", f"@misc{{a, title={{T}}, urldate={{{word}}}}}"
    )[0]  # fmt: skip


@pytest.mark.parametrize("word", ["n.d.", "2020", "May 2020", "in 2020"])
def test_other_access_dates_without_a_day_pass(word: str) -> None:
    """Another rule may report them."""
    assert messages("DAT101", f"@misc{{a, title={{T}}, urldate={{{word}}}}}") == []


@pytest.mark.parametrize(
    "value", ["2014-05-12 to 2014-05-15", "2014-05 bis 2014-06", "2014-05-12–2014-05-15"]
)
def test_a_range_in_words_is_not_read(value: str) -> None:
    """Biber needs a slash."""
    assert messages("DAT101", f"@misc{{a, date={{{value}}}, title={{T}}}}")[0].endswith(
        "write a range as `YYYY-MM-DD/YYYY-MM-DD`"
    )
