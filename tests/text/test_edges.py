"""The text of a field is trimmed: surrounding marks are removed, marks of the text are kept."""

import pytest

from refkit.formats.text.label.edges import trim


def trimmed(text: str, label: str) -> str:
    """Return the trimmed text of a field."""
    start, end = trim(text, 0, len(text), label)
    return text[start:end]


@pytest.mark.parametrize(
    ("label", "text", "left"),
    [
        ("title", " “On hay,” ", "On hay"),
        ("title", "On hay [with notes].", "On hay [with notes]"),
        ("title", "(On hay", "On hay"),
        ("author", "Roe, A. B.,", "Roe, A. B."),
        ("author", "Roe, Anna.", "Roe, Anna"),
        ("publisher", "Hay & Co.,", "Hay & Co."),
        ("container-title", "Phys. Rev. Lett.,", "Phys. Rev. Lett."),
        ("container-title", "Hay News.", "Hay News"),
        ("doi", "https://doi.org/10.5555/hay.", "10.5555/hay"),
        ("url", "URL: http://www.example.org/hay", "http://www.example.org/hay"),
        ("isbn", "ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        ("issue", "no. 3", "3"),
        ("issue", "n°19,", "19"),
        ("issue", "N°s 1-2", "1-2"),
        ("issue", "Heft 3", "3"),
        ("issue", "제3호", "3"),
        ("pages", "第12页", "12"),
        ("volume", "제32권", "32"),
        ("note", "...", "..."),
    ],
)
def test_what_surrounds_a_field_goes(label: str, text: str, left: str) -> None:
    """Punctuation, paired marks and introductory words are removed, but never the whole text."""
    assert trimmed(text, label) == left
