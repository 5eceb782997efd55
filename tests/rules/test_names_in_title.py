"""The rule names-in-title."""

import pytest
from tests.rules.lintcase import marked, messages


def article(title: str) -> str:
    """Return an article by Jane A. Smith and Rob Jones with a title."""
    return f"@article{{a, author={{Smith, Jane A. and Jones, Rob}}, title={{{title}}}}}"


@pytest.mark.parametrize(
    "title",
    [
        "Jane A. Smith, Rob Jones: On inertial learning",
        "J. A. Smith and R. Jones. On inertial learning",
        "Smith, J. A. and Jones, R.: On inertial learning",
        "Smith J, Jones R. On inertial learning",
        "Smith, Jane A., et al. On inertial learning",
        "On inertial learning, by Jane Smith",
    ],
)
def test_names_of_the_authors_are_found(title: str) -> None:
    """The names are recognized in the forms that references have."""
    assert len(messages("TTL229", article(title))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "On inertial learning",
        "Smith normal forms",
        "Adam Smith, the economist",
        "Jane Smith and the kinetic regime of Jones",
        "A reply to Smith, J., on learning",
    ],
)
def test_other_names_pass(title: str) -> None:
    """A person of the same family name can be the subject of a work."""
    assert messages("TTL229", article(title).replace("Jane A.", "Kim")) == []


def test_books_can_be_named_after_their_author() -> None:
    """Letters and collected works begin with the name of their author."""
    text = "@book{a, author={Arendt, Hannah}, title={Hannah Arendt, Karl Jaspers: Letters}}"
    assert messages("TTL229", text) == []


def test_csl_json_is_checked() -> None:
    """The title is marked in every format."""
    author = '"author": [{"family": "Smith", "given": "Jane"}]'
    text = f'[{{"id": "a", "type": "chapter", {author}, "title": "Jane Smith: On x"}}]'
    assert marked("TTL229", text, "csl-json") == ["Jane Smith: On x"]
