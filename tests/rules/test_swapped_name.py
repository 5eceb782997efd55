"""The rule swapped-name."""

import pytest
from tests.rules.lintcase import marked, quoted


@pytest.mark.parametrize(
    "other",
    ["Okafor, Tom", "Tom Okafor", "Okafor, Tom B.", "okafor, tom", "Berg, Anna and Okafor, Tom"],
)
def test_the_swapped_name_is_found(other: str) -> None:
    """The name with the given name before the comma is reported, in whichever entry it is."""
    text = f"@misc{{a, author={{Roe, Cy and Tom, Okafor}}}} @misc{{b, author={{{other}}}}}"
    assert quoted("NAM237", text) == ["Tom, Okafor"]


@pytest.mark.parametrize(
    "authors",
    [
        ("Petra, Cosmin", "Roe, Ann"), ("Thomas, Martin", "Martin, Thomas"), ("Tom, Okafor", "Tom, Okafor"),
        ("Li, Wei", "Wei, Li"), ("Tom, O.", "O., Tom"),
    ],
)  # fmt: skip
def test_other_names_are_fine(authors: tuple[str, str]) -> None:
    """A family name that is also a given name, and pairs that are right in both orders, are not reported."""
    text = " ".join(f"@misc{{k{at}, author={{{name}}}}}" for at, name in enumerate(authors))
    assert quoted("NAM237", text) == []


def test_records_of_other_formats_are_compared() -> None:
    """The rule reads the names of items, and marks the one in the list."""
    one, two = '{"family": "Tom", "given": "Okafor"}', '{"family": "Okafor", "given": "Tom"}'
    text = f'[{{"id": "a", "type": "book", "author": [{two}]}}, {{"id": "b", "type": "book", "author": [{one}]}}]'
    assert marked("NAM237", text, "csl-json") == [one]
