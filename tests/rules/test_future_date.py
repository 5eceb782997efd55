"""Publication dates in the future; the tests treat 22 November 2026 as today."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "fields", ["year=2027", "date={2026-12}", "date={2026-11-23}", "year=2026, month=dec"]
)
def test_what_has_not_come_yet_is_found(fields: str) -> None:
    """The date is compared by year, month or day, to the precision that it has."""
    assert len(quoted("DAT103", f"@misc{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "year=2026", "date={2026-11}", "date={2026-11-22}", "year=2027, pubstate={forthcoming}",
        "year=2027, pubstate={inpress}", "year=2027, note={submitted to Nature}", "year={in press}",
        "date={2020/2030}",
    ],
)  # fmt: skip
def test_today_and_what_is_to_appear_pass(fields: str) -> None:
    """Possibly past dates and works that are marked as forthcoming are not reported."""
    assert quoted("DAT103", f"@misc{{a, {fields}}}") == []


def test_message_shows_both_days() -> None:
    """The message shows the date and the date treated as today."""
    message = messages("DAT103", "@misc{a, year=2030}")[0]
    assert "`2030`" in message
    assert "2026-11-22" in message
