"""Days and months that do not exist in the calendar."""

import pytest
from tests.rules.lintcase import quoted


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
