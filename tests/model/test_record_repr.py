"""The representation of a record at a prompt."""

from refkit.model.date import Date, DatePoint
from refkit.model.name import Name


def test_a_record_shows_what_is_set() -> None:
    """Ten empty parts would hide the two that matter."""
    assert repr(Name("Stone", "Ida")) == "Name(family='Stone', given='Ida')"


def test_what_is_shown_can_be_typed_again() -> None:
    """Records inside records too."""
    date = Date(start=DatePoint(2001, 2), approximate=True)
    assert eval(repr(date), {"Date": Date, "DatePoint": DatePoint}) == date
