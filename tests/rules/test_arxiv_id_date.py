"""The rule arxiv-id-date."""

from tests.rules.lintcase import messages, quoted


def test_future_month_is_found() -> None:
    """An identifier of next month has not been given yet."""
    assert (
        "2026-12" in messages("DAT222", "@misc{a, eprint={2612.00001}, archiveprefix={arXiv}}")[0]
    )


def test_this_month_is_fine() -> None:
    """An identifier from the current month is not reported."""
    assert messages("DAT222", "@misc{a, eprint={2611.00001}, archiveprefix={arXiv}}") == []


def test_digits_follow_the_date() -> None:
    """Five digits before 2015 and four digits afterwards are both reported."""
    text = "@misc{a, eprint={1403.01234}, archiveprefix={arXiv}} @misc{b, eprint={1803.0123}, archiveprefix={arXiv}}"
    assert quoted("DAT222", text) == ["1403.01234", "1803.0123"]


def test_new_scheme_begins_in_april_2007() -> None:
    """0703.1234 was never assigned."""
    assert (
        "April 2007" in messages("DAT222", "@misc{a, eprint={0703.1234}, archiveprefix={arXiv}}")[0]
    )
