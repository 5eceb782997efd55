"""The rule stale-status; the tests treat 22 November 2026 as today."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ("year=2015, note={To appear}", "To appear"),
        ("year=2023, note={A longer version is to appear in Waters}", "to appear"),
        ("year=2002, journal={To appear in Coastal Waters}", "To appear"),
        ("date={2015}, pubstate={forthcoming}", "forthcoming"),
        ("year=2010, note={im Druck}", "im Druck"),
        ("year=2010, note={Sous presse}", "Sous presse"),
    ],
)
def test_words_of_years_ago_are_found(fields: str, marked: str) -> None:
    """The words are found in several fields and languages."""
    assert quoted("DAT238", f"@article{{a, {fields}}}") == [marked]


@pytest.mark.parametrize(
    "fields",
    [
        "year=2024, note={To appear}",
        "year=2027, pubstate={forthcoming}",
        "note={To appear}",
        "year={in press}, note={In press}",
        "year=2010, note={Submitted}",
        "year=2010, note={Epub ahead of print}",
        "year=2010, note={Advance online publication}",
        "year=2010, publisher={Cambridge University Press}, note={Printed in Pressburg}",
    ],
)
def test_recent_and_other_words_pass(fields: str) -> None:
    """Three years are allowed, and submitted works may never appear."""
    assert messages("DAT238", f"@article{{a, {fields}}}") == []
