"""The rule placeholder-author."""

from tests.rules.lintcase import messages, quoted


def test_one_john_smith_is_a_person() -> None:
    """A common name alone is no finding."""
    assert messages("SIG220", "@book{a, author={Smith, John and Drake, Fran}}") == []


def test_the_usual_pair_is_found() -> None:
    """John Smith and Jane Doe wrote nothing together."""
    assert "verify it" in messages("SIG220", "@book{a, author={John Smith and Jane Smith}}")[0]


def test_unknown_authors_in_words_are_found() -> None:
    """ "Author One" is nobody."""
    assert quoted("SIG220", "@book{a, author={Author One and Author Two}}") == ["Author One"]
