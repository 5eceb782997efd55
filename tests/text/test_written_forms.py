"""References in the forms of a region, which the parser recognizes without knowing the language."""

import pytest
from tests.text import _written_forms
from tests.text._written_forms import FOLDER, described, references

from refkit import parse

# Forms that are not recognized yet, by their first words.
NOT_YET = {
    name: lines.splitlines()
    for name, lines in (
        (path.stem, path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.wrong")
    )
}
CASES = [
    (name, text, line)
    for name in sorted(path.stem for path in FOLDER.glob("*.txt"))
    for text, line in references(name)
]


@pytest.mark.parametrize(("name", "text", "line"), CASES, ids=[text[:40] for _, text, _ in CASES])
def test_every_variable_is_right(name: str, text: str, line: str) -> None:
    """The type and all variables are as written below the reference; the list of exceptions only shrinks."""
    assert (described(text, line) != line) == (text in NOT_YET.get(name, ()))


def test_the_lists_of_exceptions_contain_only_references_of_their_files() -> None:
    """A reference whose text was changed is not excepted any more."""
    for name, texts in NOT_YET.items():
        assert set(texts) <= {text for text, _ in _written_forms.references(name)}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("西野誠一『港町の記憶』青潮書房、1995年。", ""),
        ("Карелин П. С. Прилив. М.: Маяк, 2001. Репринт. 198 с.", "Репринт"),
    ],
)
def test_only_words_that_announce_a_value_are_left_out(text: str, note: str) -> None:
    """Other words remain in the note."""
    assert parse(text).note == note
