"""A file that is not in UTF-8 causes one finding."""

import pytest
from tests.rules.lintcase import asked

from refkit import formats
from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.model.source import decode


def count(raw: bytes) -> int:
    return len(check(read(decode(raw, "x.bib")), asked("SYN102")))


def test_latin_1_is_told_once() -> None:
    """The file causes one finding, whatever its number of non-ASCII letters."""
    assert count("@book{a, author={García, é}}".encode("latin-1")) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_utf_16_and_utf_32_are_reported(encoding: str, mark: str) -> None:
    """UTF-16 and UTF-32 are reported with or without a byte order mark; `bibtex` reads bytes."""
    source = decode(f"{mark}@book{{a, author={{Roe}}}}\n".encode(encoding), "x.bib")
    found = check(formats.read(source), asked("SYN102"))
    name = encoding[:6].upper()
    assert [(f.line, f.column, f.message) for f in found] == [
        (1, 1, f"the file is in {name}, but `bibtex` cannot read it and biber only with "
               "`--input-encoding`; save the file as UTF-8")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-16", "the file is in UTF-16, but JSON"),
        ("latin-1", "read as Latin-1"),
        ("utf-8-sig", ""),
    ],
)
def test_json_is_exchanged_in_utf_8(encoding: str, words: str) -> None:
    """RFC 8259 allows no other encoding."""
    raw = '[{"id": "a", "type": "book", "title": "Café"}]'.encode(encoding)
    source = decode(raw, "x.json")
    found = check(formats.read(source), asked("SYN102"))
    assert [words in f.message for f in found] == [True] * bool(words)


def test_a_text_in_utf_16_is_fine() -> None:
    """Windows saves documents in UTF-16, and no other program has to read their lists."""
    source = decode("Roe, A. (2015). Dunes. Sand, 3, 1-9.".encode("utf-16"), "x.txt")
    assert check(formats.read(source), asked("SYN102")) == []


def test_utf_8_and_ascii_are_fine() -> None:
    """UTF-8 is accepted with or without a byte order mark."""
    assert count("\ufeff@book{a, author={García}}".encode()) == 0
