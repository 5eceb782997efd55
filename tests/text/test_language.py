"""The language of a title, if its words are unambiguous."""

import pytest

from refkit.formats.text.read.language import language_of


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Zur Geschichte der Technik und des Handwerks", "de"),
        ("The history of the book in the West", "en"),
        ("L’histoire des sciences et de la médecine dans les villes", "fr"),
        ("La educación en los países del sur", "es"),
        ("La storia della città nel medioevo e gli uomini", "it"),
        ("О методах анализа", "ru"),
        ("Про методи аналізу їх", "uk"),
        ("人工智能研究", "zh"),
        ("日本語の歴史", "ja"),
        ("한국어의 역사", "ko"),
    ],
)
def test_languages_with_words_of_their_own(title: str, language: str) -> None:
    """Function words and scripts identify the language."""
    assert language_of(title) == language


@pytest.mark.parametrize("title", ["Macunaíma", "Gut", "In vitro", "Ulysses", "Cosmos 2000", ""])
def test_doubt_is_not_decided(title: str) -> None:
    """A single word may belong to any language."""
    assert language_of(title) == ""
