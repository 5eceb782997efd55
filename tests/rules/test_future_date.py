"""Publication dates in the future; the tests treat 22 November 2026 as today."""

import pytest
from tests.rules.lintcase import asked, messages, quoted

from refkit import api
from refkit.lint.engine import check
from refkit.model.source import Source


@pytest.mark.parametrize(
    "fields", ["year=2027", "date={2026-12}", "date={2026-11-23}", "year=2026, month=dec"]
)
def test_what_has_not_come_yet_is_found(fields: str) -> None:
    """The date is compared by year, month or day, to the precision that it has."""
    assert len(quoted("DAT103", f"@misc{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "year=2026", "date={2026-11}", "date={2026-11-22}", "year=2027, pubstate={forthcoming}",
        "year=2027, pubstate={inpress}", "year=2027, note={submitted to Nature}", "year={in press}",
        "date={2020/2030}",
    ],
)  # fmt: skip
def test_today_and_what_is_to_appear_pass(fields: str) -> None:
    """Possibly past dates and works that are marked as forthcoming are not reported."""
    assert quoted("DAT103", f"@misc{{a, {fields}}}") == []


def test_message_shows_both_days() -> None:
    """The message shows the date and the date treated as today."""
    message = messages("DAT103", "@misc{a, year=2030}")[0]
    assert "`2030`" in message
    assert "2026-11-22" in message


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ("@article{a, year=2027}", "2027"),
        ("@book{a, date={2018/2108}}", "2018/2108"),
        ("@article{a, year=2026, month=dec, day=24}", "2026"),
        ("@article{a, year=2018, note={Published May 2031}}", "May 2031"),
        ("@misc{a, year=2018, howpublished={Blog post, 12 May 2031}}", "12 May 2031"),
    ],
)
def test_future_dates_anywhere(entry: str, marked: str) -> None:
    """A date in a note is compared, too."""
    assert quoted("DAT103", entry) == [marked]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, year=2026, month=dec}",
        "@article{a, date={2027}, note={Angenommen}}",
        "@article{a, date={2027}, note={Accepté pour publication}}",
        "@article{a, year=2018, note={Embargo until May 2031}}",
        "@article{a, year=2018, note={In press, May 2031}}",
        "@article{a, year=2018, note={See also ISO 2031 and pages 2030--2031}}",
        "@misc{a, year=2018, note={Accessed 2031-05-01}}",
        "@article{a, year={5778}, langid={hebrew}}",
        "@article{a, year={2561}, title={วารสาร}}",
    ],
)
def test_future_dates_that_are_possible(entry: str) -> None:
    """Issues are dated ahead, embargoes end later, and other calendars count other years."""
    assert quoted("DAT103", entry) == []


def test_advice_is_in_the_terms_of_the_format() -> None:
    """BibLaTeX has `pubstate`, and CSL-JSON has `status`."""
    text = '[{"id": "a", "type": "book", "issued": {"date-parts": [[2030]]}}]'
    (found,) = check(api.read(Source(text, "x.json"), "csl-json"), asked("DAT103"))
    assert '`"status": "forthcoming"`' in found.message
    assert "`pubstate = {forthcoming}`" in messages("DAT103", "@misc{a, year=2030}")[0]


@pytest.mark.parametrize(
    "year", ["in press 2041", "2041, in press", "to appear 2099", "submitted, 2041", "2041a"]
)
def test_future_years_in_words_are_found(year: str) -> None:
    """A work in press appears within three years."""
    assert len(messages("DAT103", f"@article{{a, year={{{year}}}}}")) == 1


@pytest.mark.parametrize(
    "year", ["in press", "forthcoming 2028", "2014a", "in press 2026", "ISO 2041/2050"]
)
def test_works_in_press_and_numbers_are_fine(year: str) -> None:
    """The year of a forthcoming work may be announced."""
    assert messages("DAT103", f"@article{{a, year={{{year}}}}}") == []
