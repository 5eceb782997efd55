"""Months without a year and days without a month."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize(
    ("fields", "found"), [("month=may", "month=may"), ("year=2020, day=3", "day=3")]
)
def test_parts_without_the_larger_one_are_found(fields: str, found: str) -> None:
    """A month requires a year, and a day requires a month."""
    assert quoted("DAT203", f"@misc{{a, {fields}}}") == [found]


@pytest.mark.parametrize(
    "fields", ["year=2020, month=may", "date={2020-05}, month=may", "year=2020, month=may, day=3"]
)
def test_whole_dates_pass(fields: str) -> None:
    """The year may also be in `date`."""
    assert quoted("DAT203", f"@misc{{a, {fields}}}") == []


def test_year_of_the_parent_counts() -> None:
    """An inherited year is accepted."""
    text = "@inproceedings{a, month=may, crossref={p}}\n@proceedings{p, year=2020}"
    assert quoted("DAT203", text) == []
