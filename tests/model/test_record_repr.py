"""The representation of a record at a prompt."""

from refkit.model.date import Date, DatePoint
from refkit.model.name import Name


def test_a_repr_contains_only_fields_that_are_set() -> None:
    """Ten empty parts would hide the two that matter."""
    assert repr(Name("Stone", "Ida")) == "Name(family='Stone', given='Ida')"


def test_a_repr_can_be_evaluated() -> None:
    """Records inside records too."""
    date = Date(start=DatePoint(2001, 2), approximate=True)
    assert eval(repr(date), {"Date": Date, "DatePoint": DatePoint}) == date
