"""The rule authors-reordered."""

import pytest
from tests.rules.lintcase import messages, quoted


def pair(one: str, two: str, doi: str = "10.1016/j.a.2015.01") -> str:
    """Return two entries with the same DOI and these authors."""
    return f"@misc{{a, author={{{one}}}, doi={{10.1016/j.a.2015.01}}}} @misc{{b, author={{{two}}}, doi={{{doi}}}}}"


@pytest.mark.parametrize(
    ("one", "two", "moved"),
    [
        ("Holm, Ingrid and Berg, Olav", "Berg, Olav and Holm, Ingrid", "Berg, Olav"),
        ("I. Holm and O. Berg and C. Roe", "Holm, Ingrid and Roe, Cy and Berg, Olav", "Roe, Cy"),
    ],
)
def test_another_order_is_found(one: str, two: str, moved: str) -> None:
    """The first author with another place is marked in the later entry, in any form of the names."""
    assert quoted("NAM239", pair(one, two)) == [moved]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Holm, Ingrid and Berg, Olav", "I. Holm and O. Berg"),
        ("Holm, Ingrid and Berg, Olav", "Berg, Olav"),
        ("Holm, Ingrid and Berg, Olav", "Holm, Ingrid and others"),
    ],
)
def test_the_same_order_is_fine(one: str, two: str) -> None:
    """The same authors in the same order, and lists of other authors, are not reported."""
    assert messages("NAM239", pair(one, two)) == []


def test_other_works_are_fine() -> None:
    """Two works of the same people may have their names in any order."""
    text = pair("Holm, Ingrid and Berg, Olav", "Berg, Olav and Holm, Ingrid", "10.1016/j.a.2015.02")
    assert messages("NAM239", text) == []
