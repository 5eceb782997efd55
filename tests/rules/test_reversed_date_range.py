"""Ranges of dates that end before they start."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize("date", ["2009/2003", "2015-05/2015-04", "2015-05-02/2015-05-01"])
def test_reversed_ranges_are_found(date: str) -> None:
    """Ranges are compared by year, month and day."""
    assert quoted("DAT104", f"@misc{{a, date={{{date}}}}}") == [date]


@pytest.mark.parametrize(
    "date", ["2012/2015", "2015-05/2015", "2015/2015-01", "2015/..", "../2015", "2015"]
)
def test_ranges_in_order_pass(date: str) -> None:
    """Ranges with one open or less precise end are accepted."""
    assert quoted("DAT104", f"@misc{{a, date={{{date}}}}}") == []
