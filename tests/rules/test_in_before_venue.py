"""The rule in-before-venue."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("venue", "word"),
    [
        ("In: Proceedings of the Workshop on Buoys", "In:"),
        ("In Proceedings of the Workshop", "In"),
        ("in Proc. Workshop on Buoys", "in"),
        ("In the 5th Workshop on Buoys", "In"),
        ("In IEEE Conference on Buoys", "In"),
        ("In: Handbuch der Bojen", "In:"),
        ("Dans : Actes du colloque", "Dans :"),
        ("En: Actas del congreso", "En:"),
        ("Em: Anais do congresso", "Em:"),
        ("В кн.: Труды", "В кн.:"),
        ("In International Conference on Buoys", "In"),
    ],
)
def test_the_word_is_found(venue: str, word: str) -> None:
    """The word is marked, with its colon."""
    assert quoted("TTL233", f"@inproceedings{{a, title={{T}}, booktitle={{{venue}}}}}") == [word]


@pytest.mark.parametrize(
    "venue",
    [
        "In Silico Biology",
        "In Vitro",
        "In Practice",
        "Inproceedings Review",
        "In the Loop",
        "Proceedings in Botany",
        "En passant",
        "In Conference With Nature",
        "Into: the Wild",
    ],
)
def test_names_with_the_word_pass(venue: str) -> None:
    """Journals and books can start with it."""
    assert messages("TTL233", f"@article{{a, title={{T}}, journal={{{venue}}}}}") == []


def test_the_word_is_removed() -> None:
    """The fix changes the typeset output, for the better."""
    text = "@inproceedings{a, booktitle={{In: Proceedings of X}}}"
    assert fixed("TTL233", text, unsafe=True) == "@inproceedings{a, booktitle={{Proceedings of X}}}"
    assert fixed("TTL233", text) == text
