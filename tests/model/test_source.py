"""The text of a file is decoded so that it can be encoded again, and has lines and columns."""

import pytest

from refkit.model.source import Source, Span, decode

TEXT = "@misc{a, title={Über}}\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "mark"),
    [
        (TEXT.encode(), "utf-8", b""),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", b"\xfe\xff"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le", b"\xff\xfe\0\0"),
        (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32-be", b"\0\0\xfe\xff"),
        (TEXT.encode("utf-16-le"), "utf-16-le", b""),
        (TEXT.encode("utf-16-be"), "utf-16-be", b""),
        (TEXT.encode("utf-32-le"), "utf-32-le", b""),
        (TEXT.encode("utf-32-be"), "utf-32-be", b""),
        (TEXT.encode("latin-1"), "latin-1", b""),
    ],
)
def test_bytes_are_decoded_and_encoded_again(raw: bytes, encoding: str, mark: bytes) -> None:
    """By a byte order mark, by the NUL bytes of wide encodings, as UTF-8, or else as Latin-1."""
    source = decode(raw)
    assert (source.text, source.encoding, source.bom) == (TEXT, encoding, mark)
    assert source.encode() == raw


@pytest.mark.parametrize("raw", [b"", b"\0", b"a\0b", b"ab\0\0\0\0\0\0", b"\0\0\0\0", b"a\0b\0c"])
def test_some_nul_bytes_are_not_a_wide_encoding(raw: bytes) -> None:
    """A broken file is read as it is."""
    source = decode(raw)
    assert (source.text, source.encode()) == (raw.decode(), raw)


def test_a_stray_byte_after_a_mark_costs_that_byte() -> None:
    """The mark names the encoding of the others."""
    raw = "\ufeffé".encode() + b"\xff"
    source = decode(raw)
    assert (source.encoding, source.readable_text()) == ("utf-8", "éÿ")
    assert source.encode() == raw


def test_positions_are_lines_and_columns_from_1() -> None:
    """CR, LF and CRLF end a line."""
    source = Source("ab\ncd\r\nef\rgh")
    lines = [source.position(source.text.index(char)) for char in "abcdefgh"]
    assert lines == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2)]
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["ab", "cd", "ef", "gh"]
    assert source.position(len(source.text)) == (4, 3)


def test_a_slice_is_the_text_of_a_span() -> None:
    """As written."""
    assert Source("abcdef").slice(Span(2, 4)) == "cd"
