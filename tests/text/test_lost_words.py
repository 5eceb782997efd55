"""The last word of a reference is never lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.data.cue_words import CUE_WORDS
from refkit.model.item import Item

PUBLISHERS = [
    "Press", "Druck", "Editions", "Éditions", "Prensa", "Stampa", "Internet", "Work", "Books", "Verlag",
    "Routledge", "Publisher", "Harbour Press", "Press of Leeds",
]  # fmt: skip
PEOPLE = ["Doe, J.", "van Dyke, A., & Roe, B.", "Brandt, K. M."]
TITLES = ["On tides", "Rivers and their names", "The shape of deltas: A history"]


def everything(item: Item) -> str:
    """Return all values of an item, in lower case."""
    names = [
        f"{n.family} {n.given} {n.particle} {n.literal}"
        for listed in item.names.values()
        for n in listed
    ]
    dates = [str(date) for date in item.dates.values()]
    return " ".join([*item.text.values(), *item.custom.values(), *names, *dates]).lower()


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_a_word_that_can_announce_a_fact_can_be_the_publisher(publisher: str) -> None:
    """Such a word introduces a field in other references, as `in press` introduces a status."""
    assert refkit.parse(f"Doe, J. (2001). On tides. {publisher}.").publisher == publisher


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PEOPLE),
    st.sampled_from(TITLES),
    st.sampled_from(PUBLISHERS),
    st.integers(1950, 2020),
)
def test_every_word_of_a_reference_is_somewhere(
    people: str, title: str, publisher: str, year: int
) -> None:
    """Every word is in a variable or in the note."""
    text = f"{people} ({year}). {title}. {publisher}."
    said = everything(refkit.parse(text))
    words = [word.lower() for word in re.findall(r"[^\W_]{2,}", text)]
    assert [word for word in words if word not in said and word not in CUE_WORDS] == []
    assert publisher.split()[-1].lower() in said
