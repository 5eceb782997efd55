"""A file is read in the encoding that it declares, and written back in it byte for byte."""

import pytest

from refkit.data.encodings import CODECS
from refkit.errors import UnknownChoice
from refkit.model.encodings import codecs_named, declaration, label
from refkit.model.source import decode

BOOK = "@book{war, author={Иванов, И.}, title={Война}}\n"
CHINESE = "@book{a, author={王小明}, title={中文标题}}\n"

STARTS = [
    ("% Encoding: windows-1251\n", "cp1251"),
    ("% Encoding: KOI8_R\r\n", "koi8-r"),
    ("%Encoding:ISO-8859-5\n", "iso8859-5"),
    ("% This file was created with JabRef 2.10.\n% Encoding: Cp1251\n\n", "cp1251"),
    ("This file was created with JabRef 2.2.\nEncoding: Cp1251\n\n", "cp1251"),
    ("%% This BibTeX file was created.\n\n%% Saved with string encoding Cyrillic (Mac OS) \n", "mac_cyrillic"),
    ("@comment{x-kbibtex-encoding=windows-1251}\n", "cp1251"),
    ("% !TeX encoding = windows-1251\n", "cp1251"),
    ("%!TEX encoding = Windows Cyrillic\n", "cp1251"),
    ("% !TeX TS-encoding = KOI8-R\n", "koi8-r"),
    ("% -*- mode: bibtex; coding: cp1251-unix -*-\n", "cp1251"),
    ("% my books\n% -*- coding: koi8-u -*-\n", "koi8-u"),
    ("% vim: set fileencoding=cp1251 :\n", "cp1251"),
    ("% ex:ts=4 fenc=koi8-r\n", "koi8-r"),
    ('<?xml version="1.0" encoding="windows-1251"?>\n', "cp1251"),
    ('<html><head><meta charset="windows-1251">\n', "cp1251"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\n', "koi8-r"),
    ("\\documentclass{article}\n\\usepackage[cp1251]{inputenc}\n", "cp1251"),
]  # fmt: skip
ENDS = [
    ("% Local Variables:\n% mode: bibtex\n% coding: cp1251\n% End:\n", "cp1251"),
    ("@comment{\nLocal Variables:\ncoding: koi8-r-dos\nEnd:\n}\n", "koi8-r"),
    ("% vim:fenc=cp1251\n", "cp1251"),
]


@pytest.mark.parametrize(("start", "codec"), STARTS)
def test_a_declaration_at_the_start_is_honored(start: str, codec: str) -> None:
    """That of JabRef, BibDesk, KBibTeX, TeX editors, Emacs, Vim, XML, HTML and LaTeX."""
    raw = (start + BOOK).encode(codec)
    source = decode(raw)
    assert (source.text, source.encoding, source.encoding_problem) == (start + BOOK, codec, "")
    assert source.encode() == raw


@pytest.mark.parametrize(("end", "codec"), ENDS)
def test_a_declaration_at_the_end_is_honored(end: str, codec: str) -> None:
    """That of Emacs's local variables and of Vim's last lines."""
    text = BOOK * 200 + end
    source = decode(text.encode(codec))
    assert (source.text, source.encoding) == (text, codec)


@pytest.mark.parametrize(
    ("text", "name"), [*((s + BOOK, c) for s, c in STARTS), *((BOOK * 200 + e, c) for e, c in ENDS)]
)
def test_the_span_of_a_declaration_is_that_of_the_name(text: str, name: str) -> None:
    """It is where a wrong one is reported."""
    found = declaration(text)
    assert found is not None
    assert text[found.start : found.end] == found.name
    assert codecs_named(found.name)[0] == name


@pytest.mark.parametrize(
    ("name", "codec"),
    [("GBK", "gbk"), ("GB2312", "gb2312"), ("MS936", "gbk"), ("GB18030", "gb18030"), ("x-EUC-CN", ""),
     ("GB_2312-80", "gb2312")],
)  # fmt: skip
def test_chinese_encodings_are_read_under_their_names(name: str, codec: str) -> None:
    raw = f"% Encoding: {name}\n{CHINESE}".encode("gbk")
    source = decode(raw)
    assert (source.encoding if codec else source.encoding_problem) == (codec or "unknown")
    assert source.encode() == raw


def test_a_superset_is_used_under_the_name_of_an_encoding() -> None:
    """Programs write GBK as GB2312 and Windows-1252 as Latin-1."""
    chinese = decode("% Encoding: GB2312\n朱镕基".encode("gbk"))
    quoted = decode("% Encoding: ISO8859_1\n“é”".encode("cp1252"))
    latin = decode("% Encoding: ISO8859_1\né".encode("latin-1"))
    assert (chinese.text[-3:], chinese.encoding) == ("朱镕基", "gbk")
    assert (quoted.text[-3:], quoted.encoding) == ("“é”", "cp1252")
    assert latin.encoding == "latin-1"


@pytest.mark.parametrize("declared", ["Cp1252", "windows-1251", "ISO8859_1", "US-ASCII", "GBK"])
def test_a_file_in_utf_8_that_declares_another_encoding_is_utf_8(declared: str) -> None:
    """Text in another encoding is hardly ever valid UTF-8."""
    text = f"% Encoding: {declared}\n@book{{a, title={{Müller – 中文}}}}\n"
    source = decode(text.encode())
    assert (source.text, source.encoding, source.encoding_problem) == (text, "utf-8", "wrong")


def test_two_bytes_that_are_a_chinese_letter_are_not_taken_for_utf_8() -> None:
    """The two letters of the word for "connection" are valid UTF-8 in GBK."""
    source = decode("% Encoding: GBK\n联通".encode("gbk"))
    assert source.text[-2:] == "联通"


@pytest.mark.parametrize("declared", ["UTF-8", "windows-1257x", "Shift_JIS"])
def test_a_wrong_or_unknown_declaration_does_not_stop_reading(declared: str) -> None:
    """The encoding is then a guess."""
    raw = f"% Encoding: {declared}\n".encode() + b"Caf\xe9 M\xfcller \x93\xd6l\x94\n"
    source = decode(raw)
    assert source.text.endswith("Café Müller “Öl”\n")
    assert source.encoding_problem in ("wrong", "unknown")
    assert source.encode() == raw


def test_a_file_in_ascii_may_declare_what_it_wants() -> None:
    source = decode(b"% Encoding: klingon\n@book{a}")
    assert (source.encoding, source.encoding_problem) == ("utf-8", "")


def test_a_word_about_coding_is_not_a_declaration() -> None:
    """Neither in a title nor in prose."""
    text = "@misc{a, title={Encoding: latin-1 or UTF-8? Huffman coding=best, é}}\nEncoding: x\n"
    assert declaration(text) is None
    assert decode(text.encode()).text == text


def test_one_stray_byte_in_utf_8_costs_that_byte() -> None:
    """It is read as Windows-1252, and written back."""
    raw = "é ö ü “x” ".encode() + b"it\x92s"
    source = decode(raw)
    assert (source.encoding, source.encoding_problem) == ("utf-8", "stray")
    assert source.readable_text() == "é ö ü “x” it’s"
    assert source.encode() == raw
    assert source.encode(source.text + "ł") == raw + "ł".encode()


def test_one_stray_byte_in_a_declared_encoding_costs_that_byte() -> None:
    raw = b"% Encoding: GBK\n" + "中文标题".encode("gbk") * 9 + b"\xff;"
    source = decode(raw)
    assert source.readable_text().endswith("中文标题\ufffd;")
    assert source.encode() == raw


def test_bytes_of_windows_1252_are_read_without_a_declaration() -> None:
    """The five that it does not define are unknown characters, and written back."""
    raw = bytes(range(32, 256))
    source = decode(raw)
    assert source.readable_text() == raw.decode("cp1252", "replace")
    assert (source.encoding_problem, source.encode()) == ("guessed", raw)


def test_a_letter_with_several_codes_is_read_but_not_written() -> None:
    """Shift JIS has two codes for some signs; writing would change the bytes."""
    source = decode(b"% Encoding: Shift_JIS\n\x87\x90 \x81\xe0")
    assert source.text.endswith("≒ ≒")
    with pytest.raises(UnicodeEncodeError, match="several codes"):
        source.encode()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_few_latin_letters_is_recognized(codec: str) -> None:
    """A text in Cyrillic has a NUL byte only in spaces, digits and punctuation."""
    text = "Иванов, И. (2001). Война и мир. Москва: Наука, 120 с.\n"
    assert decode(text.encode(codec)).text == text


def test_a_given_encoding_is_used_without_a_guess() -> None:
    """Even for bytes that are valid UTF-8; a mark of UTF-8 does not stop it."""
    assert decode("Ñ".encode(), encoding="latin1").text == "Ã\x91"[:1] + "‘"
    assert decode("é".encode("mac_roman"), encoding="MacRoman").text == "é"
    assert decode("é".encode("utf-16-be"), encoding="UTF-16BE").text == "é"
    assert decode("\ufeffé".encode(), encoding="utf-8").text == "é"


def test_undefined_bytes_of_a_given_encoding_are_reported() -> None:
    source = decode(b"\xc8\x98", encoding="windows-1251")
    assert (source.encoding_problem, source.readable_text()) == ("stray", "И\ufffd")


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="windows1251"):
        decode(b"", encoding="windoze-1251")


@pytest.mark.parametrize("codec", sorted({codec for codecs in CODECS.values() for codec in codecs}))
def test_the_name_of_every_codec_is_known(codec: str) -> None:
    """A file can be read again in the encoding that was found, and its name can be shown."""
    assert codec in codecs_named(codec)
    assert "é".encode(codec, "replace")
    assert label(codec)
