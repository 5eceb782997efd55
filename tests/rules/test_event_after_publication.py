"""The rule event-after-publication."""

from tests.rules.lintcase import messages


def test_spring_of_the_next_year_is_usual() -> None:
    """A volume from December may belong to a meeting in January."""
    assert (
        messages("DAT236", "@inproceedings{a, date={2015}, eventdate={2016-01-04/2016-01-06}}")
        == []
    )


def test_autumn_of_the_next_year_is_found() -> None:
    """An event nine months later is a different meeting."""
    assert messages("DAT236", "@inproceedings{a, date={2015}, eventdate={2016-09-04}}")


def test_proceedings_many_years_later() -> None:
    """Proceedings that appear more than five years after the meeting are of another one."""
    text = "@inproceedings{a, date={2018}, eventdate={2010-05-01}}"
    assert len(messages("DAT236", text)) == 1
    assert messages("DAT236", text.replace("2010", "2013")) == []
    assert messages("DAT236", text.replace("inproceedings", "misc")) == []
