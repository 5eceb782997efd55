"""The rule placeholder-author."""

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
