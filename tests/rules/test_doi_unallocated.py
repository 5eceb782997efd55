"""The rule doi-unallocated."""

from tests.rules.lintcase import messages


def test_recent_registrants_are_fine() -> None:
    """A registrant code that is in use is not reported."""
    assert messages("IDS229", "@misc{a, doi={10.82901/nemar.nm000287}}") == []


def test_the_registrant_is_named() -> None:
    """The message shows the unassigned registrant code."""
    assert "`10.93111`" in messages("IDS229", "@misc{a, doi={10.93111/ab.77}}")[0]
