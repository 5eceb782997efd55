"""A value that is not closed costs itself, and an entry without a key keeps its fields."""

from __future__ import annotations

from pathlib import Path

import pytest

import refkit
from refkit.formats.bibtex import read
from refkit.formats.bibtex.tidy import tidy
from refkit.model.source import Source

NEXT = "@misc{b, title = {Next}}\n"
UNCLOSED = {
    "a brace": "@article{a,\n title = {One,\n year = {2001},\n volume = 3\n}\n",
    "a brace without a comma": "@article{a,\n title = {One\n year = {2001},\n volume = 3\n}\n",
    "an inner brace": "@article{a,\n title = {O{ne},\n year = {2001},\n volume = 3\n}\n",
    "an escaped brace": "@article{a,\n title = {One \\{},\n year = {2001},\n volume = {3}\n}\n",
    "a quote": '@article{a,\n title = "One,\n year = "2001",\n volume = 3\n}\n',
    "a brace in quotes": '@article{a,\n title = "O } ne",\n year = "2001",\n volume = 3\n}\n',
    "two braces": "@article{a,\n title = {O{{ne},\n year = {2001},\n volume = 3\n}\n",
    "lines of Windows": "@article{a,\r\n title = {One,\r\n year = {2001},\r\n volume = 3\r\n}\r\n",
    "lines of old Macs": "@article{a,\r title = {One,\r year = {2001},\r volume = 3\r}\r",
    "parentheses": "@article(a,\n title = {One,\n year = {2001},\n volume = 3\n)\n",
    "a comment after the entry": "@article{a,\n title = {One,\n year = {2001},\n volume = 3\n}\n% more\n",
    "a number next": "@article{a,\n title = {One,\n year = 2001,\n volume = 3\n}\n",
}  # fmt: skip


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("rest", [NEXT, ""], ids=["with another entry", "at the end"])
@pytest.mark.parametrize("kind", UNCLOSED)
def test_an_unclosed_value_ends_at_the_next_line_that_begins_a_field(
    kind: str, rest: str, dialect: str
) -> None:
    """Both programs lose the fields after it; `bibtex` loses entries, too."""
    library = read(Source(UNCLOSED[kind] + rest), dialect)
    fields = [{field.name: field.value for field in entry.fields} for entry in library.entries]
    assert fields[0].pop("title").replace(" ", "") in (
        "One",
        "O{ne",
        "O{ne}",
        "One\\{",
        "O}ne",
        "O{{ne}",
    )
    assert fields == [{"year": "2001", "volume": "3"}, *([{"title": "Next"}] if rest else [])]
    assert [f.message for f in library.faults] == [
        "the value of `title` in entry `a` is not closed; read up to the next field; add the missing brace or quote"
    ]


def test_several_unclosed_values_are_reported_at_their_delimiters() -> None:
    text = '@article{a,\n title = {One,\n author = "Doe, J.,\n year = {2001},\n}\n' + NEXT
    library = read(Source(text))
    marked = [text[fault.span.start :][:4] for fault in library.faults]
    assert marked == ["{One", '"Doe']
    assert [field.value for field in library.entries[0].fields] == ["One", "Doe, J.", "2001"]


def test_a_closed_value_may_have_lines_that_look_like_fields() -> None:
    """`bibtex` reads them as part of the value."""
    text = "@misc{a, abstract = {code:\n x = {1},\n year = {1999}\n}, year = 2001}\n" + NEXT
    library = read(Source(text))
    assert [field.name for field in library.entries[0].fields] == ["abstract", "year"]
    assert not library.faults


def test_a_missing_comma_after_such_a_value_does_not_divide_it() -> None:
    """Only a field of the manuals is one."""
    text = "@misc{a, abstract = {code:\n x = {1},\n y = {2}\n} note = {n}}\n" + NEXT
    assert [field.name for field in read(Source(text)).entries[0].fields] == ["abstract"]


def test_an_entry_with_an_unclosed_value_is_not_rewritten() -> None:
    """Only its author knows where the value ends."""
    for text in UNCLOSED.values():
        assert tidy(Source(text + NEXT)).text.startswith(text.rstrip())


def test_many_unclosed_values_take_linear_time() -> None:
    """Each is searched up to the next entry, so that their number is limited."""
    text = "@misc{a,\n" + " title = {x,\n" * 2000
    assert len(read(Source(text)).entries[0].fields) <= 21


KEYLESS = [
    "@article{\n  author = {Reed, Ann},\n  year = {2001},\n  title = {One} }\n",
    "@article{author={Reed, Ann}, year=2001, title={One}}\n",
    '@article{author="Reed, Ann",year=2001,title={One}}\n',
    "@article(author={Reed, Ann}, year=2001, title={One})\n",
    "@article{year=2001, author={Reed, Ann}, title={One}}\n",
    "@article{\r\n\tauthor\t= {Reed, Ann},\r\n\tyear = 2001,\r\n\ttitle = {One}\r\n}\r\n",
    "@article{, author={Ann Reed}, year=2001, title={One}}\n",
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", KEYLESS)
def test_an_entry_without_a_key_keeps_its_fields(text: str, dialect: str) -> None:
    """EndNote exports such entries. Its item has a key from author and year."""
    library = read(Source(text + NEXT), dialect)
    item = library.items[0]
    assert (library.entries[0].key, item.id) == ("", "reed2001")
    assert (item.title, item.issued.year, item.author[0].family) == ("One", 2001, "Reed")
    assert [fault.kind for fault in library.faults] == ["no-key"]


@pytest.mark.parametrize("key", ["a=b", "doi=10.1/x", "="])
def test_a_key_may_contain_an_equals_sign(key: str) -> None:
    """If what follows is not the value of a field."""
    library = read(Source(f"@misc{{{key}, title={{One}}}}"))
    assert (library.entries[0].key, not library.faults) == (key, True)


def test_entries_without_a_key_are_different_references() -> None:
    """Their ids are not those of other entries, and do not change with the way of access."""
    text = (
        "@misc{, author={Reed, A}, title={One}, year=2001}\n@misc{reed2002, title={Other}}\n"
        "@misc{, author={Reed, A}, title={Two}, year=2001}\n@misc{, author={Reed, A}, year=2002}\n"
    )
    library = refkit.loads(text)
    ids = ["reed2001a", "reed2002", "reed2001b", "reed2002a"]
    assert (library.keys(), [item.id for item in library]) == (ids, ids)
    assert library["reed2001b"].title == "Two"
    assert "One" in refkit.format(library) and "Two" in refkit.format(library)  # noqa: PT018


def test_entries_without_a_key_in_several_files_are_different_references(tmp_path: Path) -> None:
    for name in "ab":
        text = f"@misc{{, author={{Reed, A}}, title={{In {name}}}, year=2001}}\n"
        (tmp_path / f"{name}.bib").write_text(text)
    library = refkit.load([tmp_path / "a.bib", tmp_path / "b.bib"])
    assert library.keys() == ["reed2001", "reed2001a"]


def test_a_written_entry_has_the_made_key() -> None:
    """The text of the file itself is not changed."""
    library = refkit.loads(KEYLESS[0])
    assert refkit.dumps(library.items).startswith("@article{reed2001,\n")
    assert refkit.dumps(library) == KEYLESS[0]
