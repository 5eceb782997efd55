"""The rule divided-word."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Harbours of the nor- thern sea", "nor- thern"),
        ("Exam- ple", "Exam- ple"),
        ("A two- dimensional model", "two- dimensional"),
        ("Die Ver- waltung", "Ver- waltung"),
        ("L'éva- luation", "éva- luation"),
        ("Соци- альная наука", "Соци- альная"),
        ("The exam\u00ad ple", "exam\u00ad ple"),
        ("The exam\\- ple", "exam\\- ple"),
        ("Non- linear and pre- and postwar", "Non- linear"),
    ],
)
def test_divided_words_are_found(title: str, word: str) -> None:
    """A word with a hyphen and a space inside is marked, in any script."""
    assert quoted("TEX230", f"@misc{{a, title={{{title}}}}}") == [word]


def test_a_line_break_divides_a_word() -> None:
    """The hyphen and the break at the end of a line of the file count, too."""
    assert quoted("TEX230", "@misc{a, title={The nor-\n  thern sea}}") == ["nor-\n  thern"]


@pytest.mark.parametrize(
    "title",
    [
        "Pre- and Postwar", "two- to five-year-olds", "Vor- und Nachteile", "Ein- oder mehrmals", "pré- et postnatal",
        "Short- or long-term", "micro-, meso- and macro-level", "Hewlett- Packard", "Tides - a study",
        "Tides -- a study",
        "Land- Forst- und Wasserwirtschaft", "Well-known", "$a- bc$", "X- ray", "input- vs. output-oriented",
        "macro- micro- and nano-plastics",
    ],
)  # fmt: skip
def test_hanging_hyphens_and_dashes_are_fine(title: str) -> None:
    """Compounds with a common part, dashes and mathematics are not reported."""
    assert quoted("TEX230", f"@misc{{a, title={{{title}}}}}") == []
