"""Access dates in the future; the tests treat 22 November 2026 as today."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize("date", ["2039-01-05", "2026-11-23", "2026-12", "5 January 2039"])
def test_access_in_the_future_is_found(date: str) -> None:
    """The date is compared to the precision that it has."""
    assert quoted("DAT105", f"@misc{{a, urldate={{{date}}}}}") == [f"{{{date}}}"]


@pytest.mark.parametrize("date", ["2026-11-22", "2026", "2008-02-09", "last week"])
def test_access_until_today_passes(date: str) -> None:
    """Words cannot be compared with a date."""
    assert quoted("DAT105", f"@misc{{a, urldate={{{date}}}}}") == []
