"""The rule placeholder-author."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_one_john_smith_is_a_person() -> None:
    """A single common name is not reported."""
    assert messages("SIG220", "@book{a, author={Smith, John and Drake, Fran}}") == []


def test_the_usual_pair_is_found() -> None:
    """John Smith and Jane Doe together are placeholders."""
    assert "verify it" in messages("SIG220", "@book{a, author={John Smith and Jane Smith}}")[0]


def test_unknown_authors_in_words_are_found() -> None:
    """ "Author One" is a placeholder."""
    assert quoted("SIG220", "@book{a, author={Author One and Author Two}}") == ["Author One"]


@pytest.mark.parametrize(
    "author",
    [
        "[Author Names]", "[Author Name]", "[Author]", "[Authors]", "<Author>", "[Last Name, First Name]",
        "[Your Name]",
        "[Insert author names]", "{[Author Names]}", "[Name of the Author]", "Lastname, Firstname", "Doe, Jane",
        "[Editor Name]", "First Author", "Author Names", "[Corresponding Author]",
    ],
)  # fmt: skip
def test_requests_for_names_are_found(author: str) -> None:
    """Names of templates are reported, with and without brackets."""
    assert quoted("SIG220", f"@book{{a, author={{{author}}}}}") == [author]


@pytest.mark.parametrize(
    "author", ["[Defoe, Daniel]", "Title, Paul", "Page, Anna", "City, Urban", "[Anonymous]"]
)
def test_supplied_names_are_fine(author: str) -> None:
    """A name in brackets was supplied by a library, and some family names are also words of templates."""
    assert messages("SIG220", f"@book{{a, author={{{author}}}}}") == []


@pytest.mark.parametrize(
    "name",
    ["Vorname Nachname", "Nachname, Vorname", "Nombre Apellido", "Prénom Nom", "Cognome, Nome", "Achternaam, Voornaam",
     "Имя Фамилия", "Förnamn Efternamn", "Apellidos"],
)  # fmt: skip
def test_words_for_names_in_other_languages(name: str) -> None:
    """Templates exist in many languages."""
    assert len(messages("SIG220", f"@misc{{a, author={{{name}}}, title={{T}}}}")) == 1


@pytest.mark.parametrize("name", ["Nom, Kim", "Nome Hayashi", "Nombre, Juan"])
def test_one_of_these_words_can_be_a_name(name: str) -> None:
    """Only the words for both names are certain."""
    assert messages("SIG220", f"@misc{{a, author={{{name}}}, title={{T}}}}") == []


@pytest.mark.parametrize("author", ["A.N. Other", "Other, A. N.", "A. N. Other"])
def test_a_n_other_is_nobody(author: str) -> None:
    """The British placeholder is found in every spelling."""
    assert len(messages("SIG220", f"@misc{{a, author={{{author}}}}}")) == 1
