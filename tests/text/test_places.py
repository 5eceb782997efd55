"""Recognize cities alone, with a state, and in lists."""

import pytest

from refkit.formats.text.places import is_place


@pytest.mark.parametrize(
    "words",
    [
        "Leipzig",
        "London and New York",
        "Cambridge, MA",
        "(Leipzig)",
        "Bonn – Kiel",
        "Boston Mass.",
        "Armidale (NSW)",
    ],
)
def test_places(words: str) -> None:
    """Marks around and between the places do not matter."""
    assert is_place(words)


@pytest.mark.parametrize(
    "words", ["MA", "Ebbtown", "Ebbtown, MA", "Leipzig and Ash", "Ash Press (NSW)", ""]
)
def test_no_places(words: str) -> None:
    """Neither a state alone nor an unknown city is a place of publication."""
    assert not is_place(words)
