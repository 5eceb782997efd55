"""Fields are compared by content and position."""

import pytest

from refkit.model.entry import Field
from refkit.model.source import Span

FIELD = Field("year", "2001", Span(0, 11), Span(0, 4), Span(7, 11))


def test_fields_with_the_same_text_and_spans_are_equal() -> None:
    """And have the same hash."""
    same = Field("year", "2001", Span(0, 11), Span(0, 4), Span(7, 11))
    assert same == FIELD
    assert hash(same) == hash(FIELD)


@pytest.mark.parametrize(
    "other",
    [
        Field("date", "2001", Span(0, 11), Span(0, 4), Span(7, 11)),
        Field("year", "2002", Span(0, 11), Span(0, 4), Span(7, 11)),
        Field("year", "2001", Span(0, 12), Span(0, 4), Span(7, 11)),
        Field("year", "2001", Span(0, 11), Span(0, 5), Span(7, 11)),
        Field("year", "2001", Span(0, 11), Span(0, 4), Span(8, 11)),
        "year",
        None,
    ],
)
def test_other_fields_are_not_equal(other: object) -> None:
    """They differ in name, value or position, or one is not a field."""
    assert other != FIELD
