"""The rule title-later-year."""

import pytest
from tests.rules.lintcase import messages


def test_forecasts_are_left_alone() -> None:
    """The title of a forecast may contain a later year."""
    assert messages("DAT232", "@book{a, title={Cities by 2050: an Outlook}, year={2015}}") == []


def test_history_is_fine() -> None:
    """A title with an earlier year is not reported."""
    assert messages("DAT232", "@book{a, title={Results of the 1947 Survey}, year={2015}}") == []


def test_events_after_their_report_are_found() -> None:
    """A report about a flood cannot be older than the flood."""
    assert (
        "2021"
        in messages("DAT232", "@book{a, title={Lessons from the 2021 Floods}, year={2018}}")[0]
    )


@pytest.mark.parametrize(
    "title",
    [
        "Analysis of the 2050 Energy Scenarios",
        "The 2030 Challenge in Ports",
        "A Review of the 2020 Targets",
        "Evidence from the 2017 Floods",
    ],
)
def test_goals_and_forecasts(title: str) -> None:
    """A goal is later than the publication, and a year before it is fine."""
    assert messages("DAT232", f"@article{{a, title={{{title}}}, year={{2018}}}}") == []


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Annual Report 2021", True),
        ("Statistical Yearbook 2022", True),
        ("Harbour Survey 2021: Methods", True),
        ("Proceedings of the Workshop on Harbours 2021", True),
        ("Annual Report 2019", False),
        ("Annual Report 2019--2022", False),
        ("Report 2060", False),
        ("Harbours in 2021", False),
    ],
)
def test_numbered_reports(title: str, is_found: bool) -> None:
    """A yearbook may appear in the year before, but not earlier."""
    assert len(messages("DAT232", f"@book{{a, title={{{title}}}, year={{2018}}}}")) == int(is_found)
