"""A required field is split from the field that it was joined with."""

import pytest

from refkit.formats.text.label.decode import Scores
from refkit.formats.text.label.missing import HIDDEN, found_again
from refkit.formats.text.recognize.token_classes import token_class
from refkit.formats.text.recognize.tokens import Tokens, tokenize

LETTERS = {
    "A": "author", "T": "title", "C": "container-title", "D": "date", "V": "volume", "P": "pages", "L": "location",
    "H": "publisher", "E": "editor",
}  # fmt: skip
NUMBERS = {label: number for number, label in enumerate(LETTERS.values())}
FLAT = [[0.0] * len(LETTERS)] * len(LETTERS)


def found(text: str, labels: str, doubts: str = "", doubt: float = 0.3) -> str:
    """Return the labels, one letter each, if the model considers only `doubts` nearly as likely."""
    spans = tokenize(text)
    tokens = Tokens(text, spans, [token_class(text[start:end]) for start, end in spans])
    rows = [[-9.0] * len(LETTERS) for _ in spans]
    for row, label, other in zip(rows, labels, doubts or labels, strict=True):
        row[NUMBERS[LETTERS[other]]] = -doubt
        row[NUMBERS[LETTERS[label]]] = 0.0
    letters = {label: letter for letter, label in LETTERS.items()}
    told = [LETTERS[one] for one in labels]
    for hidden in HIDDEN:
        told = found_again(hidden, tokens, told, lambda: Scores(rows, FLAT, NUMBERS))
    return "".join(letters[label] for label in told)


@pytest.mark.parametrize(
    ("text", "before", "doubts", "after"),
    [
        ("Roe, A. On hay. Hay Letters, 4, 2001.", "AATTTTVD", "AATTCCVD", "AATTCCVD"),
        ("Roe, A. On hay. Hay Letters, 2001, 3–9.", "AATTTTDP", "AATTCCDP", "AATTCCDP"),
        ("Roe, A. On hay. Hay Letters, 2001.", "AACCCCD", "AATTCCD", "AATTCCD"),
        ("Roe, A. On hay. Rome: Tibur, 2001.", "AATTLLD", "AATTLHD", "AATTLHD"),
        ("Roe, A. On hay. Tibur, Rome, 2001.", "AATTHHD", "AATTHLD", "AATTHLD"),
        ("Roe, A. On hay. Hay Letters 4, 3–9, 2001.", "AATTCCVVD", "AATTCCVPD", "AATTCCVPD"),
    ],
    ids="journal pages title publisher place volume".split(),
)
def test_what_must_be_there_is_found(text: str, before: str, doubts: str, after: str) -> None:
    """The field is split at a punctuation mark where the model was unsure."""
    assert found(text, before, doubts) == after


@pytest.mark.parametrize(
    ("text", "labels", "doubts"),
    [
        ("Roe, A. On hay. Hay Letters, 2001.", "AATTTTD", "AATTCCD"),
        ("Roe, A. On hay and hay Letters, 4, 2001.", "AATTTTTVD", "AATTTCCVD"),
        ("Roe, A. On hay. Hay Letters. Hay News, 4, 2001.", "AATTTTCCVD", "AATTCCCCVD"),
    ],
    ids="nothing-missing no-punctuation there-already".split(),
)
def test_else_labels_stay(text: str, labels: str, doubts: str) -> None:
    """Labels are kept if no field is required, or if no mark separates it from the rest."""
    assert found(text, labels, doubts) == labels


def test_what_the_model_is_sure_of_stays() -> None:
    """The field may really be missing."""
    assert (
        found("Roe, A. On hay. Hay Letters, 4, 2001.", "AATTTTVD", "AATTCCVD", doubt=5.0)
        == "AATTTTVD"
    )


def test_scores_are_not_asked_for_in_vain() -> None:
    """Most references lack no field, so the scores are not computed."""

    def scores() -> Scores:
        raise AssertionError("nothing is missing")

    text = "Roe, A. On hay. Hay Letters, 4, 3–9, 2001."
    labels = [LETTERS[letter] for letter in "AATTCCVPD"]
    spans = tokenize(text)
    tokens = Tokens(text, spans, [""] * len(spans))
    assert [found_again(hidden, tokens, labels, scores) for hidden in HIDDEN] == [labels] * len(
        HIDDEN
    )
