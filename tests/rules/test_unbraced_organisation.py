"""Organisations that are read as people."""

import pytest
from tests.rules.lintcase import fixed, quoted


@pytest.mark.parametrize(
    "author",
    ["World Health Organization", "University of Foo", "European Commission", "Jane Smith and ATLAS Collaboration",
     "Apple Inc.", "Ministry of Health"],
)  # fmt: skip
def test_bodies_are_found(author: str) -> None:
    """By a word that bodies have in their names and people have not."""
    assert quoted("NAM101", f"@misc{{a, author={{{author}}}}}") == [f"{{{author}}}"]


@pytest.mark.parametrize(
    "author",
    ["{World Health Organization}", "Smith, Jane", "Council, Ann", "Jane Q. Society", "WHO", "Smith, J. and {CDC}",
     "Agency", "Denis Bureau"],
)  # fmt: skip
def test_people_and_braced_bodies_pass(author: str) -> None:
    """A name with a comma, an initial or braces is somebody's, or is protected."""
    assert quoted("NAM101", f"@misc{{a, author={{{author}}}}}") == []


def test_braces_are_put_on_demand() -> None:
    """Only around the one name, and only with unsafe fixes."""
    text = "@misc{a, author = {Smith, Jane and ATLAS Collaboration}}"
    assert fixed("NAM101", text) == text
    assert fixed("NAM101", text, unsafe=True) == "@misc{a, author = {Smith, Jane and {ATLAS Collaboration}}}"
