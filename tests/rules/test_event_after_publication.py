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
