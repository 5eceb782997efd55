"""The positions of the parts of a value in the file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.formats.bibtex import read
from refkit.lint.places import part_span, value_places
from refkit.model.entry import Entry, Field
from refkit.model.source import Source, Span


def field_of(value: str, before: str = "") -> tuple[Entry, Field]:
    """Return the only field of an entry with this source value."""
    entry = read(Source(f"{before}@misc{{a, x = {value}}}", "x.bib")).entries[-1]
    return entry, entry.fields[0]


def written(value: str, part: str, before: str = "") -> str:
    """Return the text of the file at the position of a part of the value."""
    entry, field = field_of(value, before)
    start = field.value.index(part)
    return entry.source.slice(part_span(field, entry, start, start + len(part)))


@pytest.mark.parametrize(
    ("value", "part", "expected"),
    [
        ("{one two}", "two", "two"),
        ('"one two"', "two", "two"),
        ("{ one\n\t two }", "two", "two"),
        ("{one\r\n two}", "e t", "e\r\n t"),
        ('"one " # {two}', "two", "two"),
        ('"one " # " two"', "one two", 'one " # " two'),
        ("2019 # {a}", "19", "19"),
        ("{one} # oct", "ct", "oct"),
        ("jan", "an", "jan"),
        ("{  }# {one}", "one", "one"),
    ],
)
def test_a_part_is_where_it_is_written(value: str, part: str, expected: str) -> None:
    """Delimiters, line ends, joined pieces and macros are taken into account."""
    assert written(value, part) == expected


def test_the_text_of_a_macro_is_at_its_name() -> None:
    """The position is the use of the macro, not its definition."""
    assert written('"On " # dna # " now"', "DNA", '@string{dna = "all DNA"}') == "dna"


@given(st.text("ab \n\t{}", max_size=20), st.sampled_from(["{}", '""']))
def test_every_character_has_its_place(text: str, marks: str) -> None:
    """All characters except white space are the same in the file and in the value."""
    inner = text.replace("{", "{x").replace("}", "")
    entry, field = field_of(f"{marks[0]}{inner}{'}' * inner.count('{')}{marks[1]} # {{ y}}")
    places = value_places(field, entry)
    found = "".join(
        entry.source.slice(places.span(at, at + 1))
        for at, char in enumerate(field.value)
        if char != " "
    )
    assert found == field.value.replace(" ", "")


@given(st.text(max_size=20), st.booleans())
def test_a_string_of_json_is_located(text: str, ascii_only: bool) -> None:
    """Escapes are located as the characters that they represent."""
    raw = json.dumps(text, ensure_ascii=ascii_only)
    place = Span(0, len(raw))
    source = Source(raw, "x.json", format="csl-json")
    entry = Entry(source, "misc", "a", place, place, place, lambda _: [])
    field = Field("x", " ".join(text.split()), place, place, place)
    places = value_places(field, entry)
    found = [
        json.loads(f'"{source.slice(places.span(at, at + 1))}"')
        for at, char in enumerate(field.value)
        if not char.isspace()
    ]
    assert "".join(found) == "".join(field.value.split())


def test_a_value_of_unknown_origin_is_pointed_at_whole() -> None:
    """Names, for example, are several strings in JSON."""
    raw = '[{"family": "Roe"}]'
    place = Span(0, len(raw))
    source = Source(raw, "x.json", format="csl-json")
    entry = Entry(source, "misc", "a", place, place, place, lambda _: [])
    assert part_span(Field("author", "Roe", place, place, place), entry, 0, 1) == place


@pytest.mark.parametrize("name", ["dna", "x"])
def test_a_macro_is_not_edited(name: str) -> None:
    """A macro is not edited even if its text equals its name."""
    entry, field = field_of(f'"a " # {name}', f'@string{{{name} = "{name}"}}')
    places = value_places(field, entry)
    assert places.edit(2, len(field.value), "y") is None
    assert places.edit(0, 1, "y") is not None
