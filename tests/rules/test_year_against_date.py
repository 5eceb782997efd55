"""`year`, `month` and `date` that disagree."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("date={2014-05}, year={2015}", "2015"),
        ("date={2014-05}, year={2014}, month=jun", "jun"),
        ("date={2014/2016}, year={2017}", "2017"),
    ],
)
def test_disagreement_is_found(fields: str, found: str) -> None:
    """The year is compared first, then the month."""
    assert quoted("DAT204", f"@misc{{a, {fields}}}") == [found]


@pytest.mark.parametrize(
    "fields",
    ["date={2014-05}, year={2014}, month=may", "date={2014/2016}, year={2015}", "date={2014}, month=may",
     "date={2014-05}, month=5"],
)  # fmt: skip
def test_agreement_passes(fields: str) -> None:
    """A year within a range and a month as a name or a number are accepted."""
    assert quoted("DAT204", f"@misc{{a, {fields}}}") == []


def test_message_shows_both_facts() -> None:
    """Two facts disagree, and both are shown."""
    assert messages("DAT204", "@misc{a, date={2014-05}, year={2015}}") == [
        "`year` is `2015`, but `date` is `2014-05`; keep the right one"
    ]


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ("year=2018, month={May 2017}", ["May 2017"]),
        ("year=2018, month={2017-05}", ["2017-05"]),
        ("year=2018, month={May 2018}", []),
        ("year={2017/2018}, month={Dec 2017}", []),
        ("year=2018, month={May}", []),
        ("date={2018-05-03}, day=4", ["4"]),
        ("date={2018-05-03}, day=3", []),
        ("date={2018-05-03}, day={03}", []),
        ("date={2018-05-03}, day={3--5}", []),
    ],
)
def test_parts_that_disagree(fields: str, marked: list[str]) -> None:
    """A year in `month` and the field `day` are compared, too."""
    assert quoted("DAT204", f"@misc{{a, {fields}}}") == marked
