"""Cities are known, alone, with their state and in company."""

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
    """Whatever marks stand around and between them."""
    assert is_place(words)


@pytest.mark.parametrize(
    "words", ["MA", "Ebbtown", "Ebbtown, MA", "Leipzig and Ash", "Ash Press (NSW)", ""]
)
def test_no_places(words: str) -> None:
    """A state alone is none of publication, nor what is not known to be a city."""
    assert not is_place(words)
