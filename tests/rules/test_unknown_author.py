"""The rule unknown-author."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "N.N.", "N. N.", "Unknown", "{Unknown}", "No author", "[Unknown]", "Unbekannt",
        "Author, Unknown", "AA.VV.", "Various Authors", "[s.n.]", "o.V.", "Desconocido", "Unknown Author", "n.a.",
    ],
)  # fmt: skip
def test_unknown_authors_are_found(author: str) -> None:
    """The words for an unknown author are reported in many languages."""
    assert quoted("NAM234", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Nn, Anna", "Na, Li", "Anon, Jean", "{Various Artists Ltd}", "Berg, Anna", "Van Unknown, A.", "Diverse, A.",
        "Anonymous", "{Anonymous}", "Anon.", "Anónimo", "[Anonymous]",
    ],
)  # fmt: skip
def test_names_are_fine(author: str) -> None:
    """People with similar names, and the word that works are signed with, are not reported."""
    assert messages("NAM234", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
