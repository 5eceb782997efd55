"""The publication status in place of a year is neither a name nor part of the title."""

import pytest

from refkit.api import parse


@pytest.mark.parametrize(
    ("written", "status"),
    [("forthcoming", "forthcoming"), ("Forthcoming", "forthcoming"), ("in press", "in press"),
     ("im Erscheinen", "forthcoming"), ("im Druck", "in press"), ("à paraître", "forthcoming"),
     ("in corso di stampa", "in press"), ("submitted", "submitted")],
)  # fmt: skip
@pytest.mark.parametrize("names", ["Smith, J.", "Smith, J., & Poe, E.", "Smith, J., Poe, E.,"])
def test_a_status_after_names(names: str, written: str, status: str) -> None:
    """The status is recognized in any language."""
    item = parse(f"{names} {written}. On the tides of the north. London: Springer.")
    assert (item.status, item.title, [name.family for name in item.author]) == (
        status,
        "On the tides of the north",
        ["Smith", "Poe"][: 1 + ("Poe" in names)],
    )


@pytest.mark.parametrize("title", ["Submitted to the sea", "Forthcoming elections in the north"])
def test_a_title_that_begins_like_a_status(title: str) -> None:
    """No full stop follows the status."""
    assert parse(f"Smith, J. {title}. London: Springer.").title == title


@pytest.mark.parametrize(
    "thesis",
    ["Unpublished PhD thesis", "Unpublished doctoral dissertation", "Unpublished master’s thesis",
     "Unveröffentlichte Dissertation", "Unveröff. Masterarbeit"],
)  # fmt: skip
def test_an_unpublished_thesis(thesis: str) -> None:
    """Its genre does not include its status."""
    item = parse(f"Smith, J. (2001). On the tides. {thesis}. University of Leeds.")
    assert (item.type, item.status) == ("thesis", "unpublished")
