"""A file in another encoding than UTF-8 is told once."""

from tests.rules.lintcase import asked

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.model.source import decode


def count(raw: bytes) -> int:
    return len(check(read(decode(raw, "x.bib")), asked("SYN102")))


def test_latin_1_is_told_once() -> None:
    """However many letters are beyond ASCII, the file is one finding."""
    assert count("@book{a, author={García, é}}".encode("latin-1")) == 1


def test_utf_8_and_ascii_are_fine() -> None:
    """UTF-8, with mark or without, is what is asked for."""
    assert count("\ufeff@book{a, author={García}}".encode()) == 0
