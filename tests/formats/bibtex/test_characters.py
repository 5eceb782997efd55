"""Each character of a value knows the text that it was read from."""

import pytest

from refkit.formats.bibtex import read, value_characters
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("value", "characters"),
    [
        ("{ab}", ["a", "b"]),
        ('"ab"', ["a", "b"]),
        ("12", ["1", "2"]),
        ("{a \n  b}", ["a", " \n  ", "b"]),
        ("{  a b  }", ["a", " ", "b"]),
        ("{a} # { } # {b}", ["a", " ", "b"]),
        ("jan # {x}", ["jan"] * 3 + ["x"]),
    ],
)
def test_a_character_has_the_span_of_its_text(value: str, characters: list[str]) -> None:
    """White space is one character; those of a macro have its name."""
    source = Source(f"@misc{{k, note = {value}}}")
    (entry,) = read(source).entries
    spans = value_characters(entry, entry.fields[0]).spans
    assert [source.slice(span) for span in spans] == characters


@pytest.mark.parametrize("value", ["{{a {b}", '"a {b"', "{a # {b"])
def test_a_value_that_is_not_closed_has_an_end(value: str) -> None:
    """It ends before the next field."""
    source = Source(f"@misc{{k,\n  note = {value},\n  title = {{T}}\n}}")
    (entry,) = read(source).entries
    assert [field.name for field in entry.fields] == ["note", "title"]
    note = entry.fields[0]
    assert value_characters(entry, note).text == note.value
