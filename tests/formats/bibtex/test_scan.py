"""Offsets of the parts of entries, compared by their text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.formats.bibtex import read
from refkit.formats.bibtex.scan import FIELD_SIZE, is_balanced, scan
from refkit.model.source import Source

Parts = tuple[str, str, list[tuple[str, str]]]


def parts(text: str, dialect: str = "bibtex") -> list[Parts]:
    """Type, key and fields of each entry, as the text at their offsets."""
    found = scan(text, dialect)
    entries: list[Parts] = []
    for number in range(len(found)):
        _, _, *type_and_key = found.entries[number * 7 : number * 7 + 6]
        fields = [found.fields[at : at + FIELD_SIZE] for at in found.field_offsets(number)]
        entries.append(
            (
                text[slice(*type_and_key[:2])],
                text[slice(*type_and_key[2:])],
                [(text[name:end], text[start:stop]) for name, end, start, stop in fields],
            )
        )
    return entries


def bodies(text: str, dialect: str = "bibtex") -> list[str]:
    """The text of each entry."""
    found = scan(text, dialect)
    return [text[slice(*found.bounds(number))] for number in range(len(found))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@misc{k,a={x}}", ("misc", "k", [("a", "{x}")])),
        ("@ Misc\n { k , A = {x} , }", ("Misc", "k", [("A", "{x}")])),
        ('@misc(k,a={)},b=")")', ("misc", "k", [("a", "{)}"), ("b", '")"')])),
        ("@my-type.2{k:1/2+3;4*,a=1}", ("my-type.2", "k:1/2+3;4*", [("a", "1")])),
        ('@misc{k,a="x{"}y"#b # 12}', ("misc", "k", [("a", '"x{"}y"#b # 12')])),
        ("@misc{k,a={1{2{3{4{5}}}}}}", ("misc", "k", [("a", "{1{2{3{4{5}}}}}")])),
        ("@misc{k,a={\\},b={2}}", ("misc", "k", [("a", "{\\}"), ("b", "{2}")])),
        ("@misc{k,a={@misc{x,b={y}}}}", ("misc", "k", [("a", "{@misc{x,b={y}}}")])),
        ("@misc{k,x:y.z=1}", ("misc", "k", [("x:y.z", "1")])),
        ("@misc{k}", ("misc", "k", [])),
        ("@misc{,a=1}", ("misc", "", [("a", "1")])),
        ("@misc{k,a={x\r\ny}\r\n}", ("misc", "k", [("a", "{x\r\ny}")])),
    ],
)
def test_parts_of_an_entry(text: str, expected: Parts) -> None:
    """Value with delimiters, name and key without white space."""
    assert parts(text) == [expected]
    assert bodies(text) == [text]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("@misc{k,a={x} b={y}}", ["a"]),
        ("@misc{k,a={x},,b={y}}", ["a"]),
        ("@misc{k,a={x},b {y}}", ["a"]),
        ("@misc{k,a={x},b=}", ["a"]),
        ("@misc{k,a={x},b=c'd}", ["a"]),
        ("@misc{k,a={x},b=12c}", ["a", "b"]),
        ("@misc{k,a={x},1b={y}}", ["a"]),
        ('@misc{k,a={x},b="y}', ["a"]),
        ("@misc{k,a={x},b={y", ["a"]),
        ("@misc{k,a={x},b={y}", ["a", "b"]),
        ("@misc{k,a={x},b={{y}\n@misc{other}\n", ["a"]),
        ("@misc{k,a={x},\n", ["a"]),
        ("@misc{k,a={x}\n", ["a"]),
        ("@misc{k a={x}}", []),
        ("@misc{k,a={x},b=\n", ["a"]),
    ],
)
def test_an_error_affects_only_its_entry(text: str, kept: list[str]) -> None:
    """Fields before the error are kept, and the next entry is read."""
    entries = parts(text + "\n@book{next,t={T}}\n")
    assert [name for name, _ in entries[0][2]] == kept
    assert entries[-1] == ("book", "next", [("t", "{T}")])


def test_a_value_at_the_end_of_the_file_may_be_truncated() -> None:
    """`bibtex` stores a value only if text follows it."""
    assert parts("@misc{k, a={x}, b=199") == [("misc", "k", [("a", "{x}")])]


def test_a_comment_block_hides_entries_from_biber_only() -> None:
    """`bibtex` skips the word `@comment` and continues after it."""
    text = "@comment{ @misc{a} }\n@misc{b}"
    assert [key for _, key, _ in parts(text, "bibtex")] == ["a", "b"]
    assert [key for _, key, _ in parts(text, "biblatex")] == ["b"]


def test_a_percent_sign_starts_a_comment_for_biber_only() -> None:
    """Between fields, and outside of entries where it starts a word; never inside a value."""
    text = "% @misc{a}\n@misc{b, % no\n t={5% of} % x={y}\n, u=1}"
    assert parts(text, "biblatex") == [("misc", "b", [("t", "{5% of}"), ("u", "1")])]
    assert [(key, fields) for _, key, fields in parts(text, "bibtex")] == [("a", []), ("b", [])]


def test_biber_reads_several_definitions_in_one_string_block() -> None:
    """`bibtex` reads the first and reports the rest."""
    text = '@string{a="1", b="2"}'
    assert [text[slice(*d.name_span)] for d in scan(text, "biblatex").definitions] == ["a", "b"]
    assert [text[slice(*d.name_span)] for d in scan(text, "bibtex").definitions] == ["a"]
    assert len(scan(text, "bibtex").problems) == 1


@pytest.mark.parametrize(
    ("value", "balanced"),
    [("", True), ("a {b {c}} d", True), ("a} {b", False), ("{a", False), (r"\{a\}", True)],
)
def test_braces_are_balanced_if_each_is_closed_after_it_is_opened(
    value: str, balanced: bool
) -> None:
    """A backslash does not matter to BibTeX."""
    assert is_balanced(value) is balanced


def test_a_nonbreaking_space_is_not_white_space() -> None:
    """`bibtex` reads it as a letter."""
    assert parts("@misc{k,\u00a0a={x}}") == [("misc", "k", [("\u00a0a", "{x}")])]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@given(text=st.text(alphabet="@ab{}()\"'=,# %\\\n\r\t1\x00é"))
def test_any_text_can_be_read(text: str, dialect: str) -> None:
    """Entries are in order and do not overlap, and their parts are inside them."""
    library = read(Source(text), dialect)
    end = 0
    for entry in library.entries:
        assert (
            end <= entry.span.start <= entry.key_span.start <= entry.key_span.end <= entry.span.end
        )
        end = entry.span.end
        for field in entry.fields:
            assert entry.key_span.end <= field.span.start <= field.span.end <= end
    assert all(0 <= fault.span.start <= fault.span.end <= len(text) for fault in library.faults)
    assert len(list(library)) == len(library.items)


@pytest.mark.parametrize(
    "text",
    ['@string{a = "x",}', "@misc{a, % note\n title = {T}}", "@misc{a, title % note\n = {T}}"],
)
def test_commas_and_comments_that_only_biber_allows(text: str) -> None:
    """A comma after the value of a macro, and comments inside of an entry, are errors for BibTeX."""
    assert scan(text, "bibtex").problems != []
    assert scan(text, "biblatex").problems == []


def crossrefs(count: int, ring: bool) -> str:
    """Entries that inherit from the next one; in a ring, the last inherits from the first."""
    size = count if ring else count + 1
    return "".join(f"@a{{k{n},crossref={{k{(n + 1) % size}}}}}\n" for n in range(count))


# What is repeated, and how often in a text of a given size.
HOSTILE: dict[str, Callable[[int], str]] = {
    "braces": lambda size: "{" * size,
    "ats": lambda size: "@" * size,
    "ats and blanks": lambda size: "@ " * (size // 2),
    "quotes": lambda size: '"' * size,
    "backslashes": lambda size: "\\" * size,
    "commas": lambda size: "@a{k" + "," * size,
    "open braces in a value": lambda size: "@a{k,t=" + "{" * size,
    "nested braces": lambda size: "@a{k,t=" + "{" * (size // 2) + "}" * (size // 2) + "}",
    "a long value": lambda size: "@a{k,t={" + "x y " * size + "}}",
    "quotes in a value": lambda size: "@a{k,t=" + '"' * size,
    "heads": lambda size: "@a{" * (size // 3),
    "values that never end": lambda size: "@a{k,t={{\n" * (size // 10),
    "parentheses that never end": lambda size: "@a(k,t={\n" * (size // 10),
    "deep values after one that never ends": lambda size: (
        "@z{k,t={{{{{\n@a{k,\n" + "t={{{{{x}}}}},\n" * (size // 14)
    ),
    "pieces": lambda size: "@a{k,t=a" + "#a" * (size // 2),
    "percent signs": lambda size: "%@\n" * (size // 3),
    "comments": lambda size: "@comment{" * (size // 9),
    "a macro that doubles": lambda size: (
        '@string{a="' + "x" * 1000 + '"}' + "@string{a=a#a}\n" * (size // 50)
    ),
    "a crossref chain": lambda size: crossrefs(size // 20, ring=False),
    "a crossref ring": lambda size: crossrefs(size // 20, ring=True),
    "carriage returns": lambda size: "\r" * size,
}


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: Callable[[int], str], dialect: str) -> None:
    """Four times as much of it takes about four times as long to read, fields and items included."""

    def read_all(text: str) -> None:
        library = read(Source(text), dialect)
        for entry in library.entries:
            len(entry.fields)
        list(library.items)

    assert is_linear(read_all, text)
