"""The rule mojibake."""

import pytest
from tests.rules.lintcase import asked, fixed, messages, quoted

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.model.source import decode


def test_accents_are_fine() -> None:
    """Real words contain these letters."""
    assert messages("TEX225", "@misc{a, title={Âge, château, São}}") == []


def test_twice_wrong_is_read_twice() -> None:
    """Text that was decoded wrongly twice is fixed."""
    twice = "é".encode().decode("latin-1").encode().decode("latin-1")
    assert (
        fixed("TEX225", f"@misc{{a, title={{Caf{twice}}}}}", unsafe=True)
        == "@misc{a, title={Café}}"
    )


def test_lost_characters_are_told() -> None:
    """U+FFFD is reported but cannot be fixed."""
    assert "was lost" in messages("TEX225", "@misc{a, title={Caf�}}")[0]


def test_each_word_is_pointed_at_and_fixed() -> None:
    """A word with a lost character does not prevent the other words from being decoded."""
    text = "@misc{a, title={{BjÃ¶rk} und\n RenÃ©, Caf\ufffd, Ã\u00a0 la carte}}"
    assert quoted("TEX225", text) == ["BjÃ¶rk", "RenÃ©,", "Caf\ufffd,", "Ã\u00a0"]
    after = "@misc{a, title={{Björk} und\n René, Caf\ufffd, à la carte}}"
    assert fixed("TEX225", text, unsafe=True) == after


@pytest.mark.parametrize(
    ("word", "after"),
    [("don\x92t", "don’t"), ("l\x92eau", "l’eau"), ("\x93Dunes\x94", "“Dunes”"), ("1\x962", "1–2"), ("10\x80", "10€")],
)  # fmt: skip
def test_single_bytes_of_punctuation_are_decoded(word: str, after: str) -> None:
    """Windows-1252 is certain if the byte cannot be a letter."""
    text = f"@misc{{a, title={{On {word} again}}}}"
    assert fixed("TEX225", text, unsafe=True) == text.replace(word, after)


@pytest.mark.parametrize(
    "word", ["M\x9fller", "J\x9arg", "Garc\x92a", "Espa\x96a", "Caf\x8e", "Ko\x9aice"]
)
def test_single_bytes_that_may_be_letters_are_not_guessed(word: str) -> None:
    """These bytes are different letters in Mac Roman, CP437 and Windows-1252."""
    text = f"@misc{{a, title={{On {word} again}}}}"
    assert len(messages("TEX225", text)) == 1
    assert fixed("TEX225", text, unsafe=True) == text


def test_nothing_is_decoded_in_a_file_of_unknown_encoding() -> None:
    """Nothing is decoded, because the encoding is only a guess."""
    raw = b"@misc{a, title={On Bj\xc3\xb6rk \xe9. \xe8. \xe0. \xf4. \xe2 again}}"
    source = decode(raw, "x.bib")
    found = check(read(source), asked("TEX225"))
    assert [finding.fix for finding in found] == [None]
    assert found[0].message.endswith("save the file as UTF-8")


WRONG = [
    (word, encoding)
    for word in ("Müller", "José", "Łódź", "Škoda", "Łukasz", "naïve", "1990–1995", "Александров")
    for encoding in ("cp1252", "latin-1", "mac_roman", "cp437", "cp850", "cp1250", "cp1251")
    if encoding not in ("cp1252", "cp1250", "cp1251") or word != "Александров"
]


@pytest.mark.parametrize(("word", "encoding"), WRONG)
def test_utf8_is_decoded_again_from_any_encoding(word: str, encoding: str) -> None:
    """Letters and dashes are recovered from the encodings of Windows, Mac OS and DOS."""
    wrong = word.encode().decode(encoding, "ignore")
    if wrong.encode(encoding) != word.encode():
        pytest.skip("the encoding lacks a byte of the word")
    text = f"@misc{{a, title={{On {wrong} again}}}}"
    assert fixed("TEX225", text, unsafe=True) == text.replace(wrong, word)


@pytest.mark.parametrize(
    "word",
    ["Ångström", "Ærø", "Øöå", "Äöü", "Łączność", "Čáp", "Рік", "Київ", "Ελλάς", "«été»", "“Été”", "√2≈1", "ΔΓ",
     "東京", "İğdır",
     "Ñandú", "Ãção", "Þórr", "Ξένος", "Țară", "čšž"],
)  # fmt: skip
def test_words_of_many_languages_are_fine(word: str) -> None:
    """Real words are never valid UTF-8 in another encoding."""
    assert messages("TEX225", f"@misc{{a, title={{On {word} again}}}}") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ïóøêèí, À. Ñ.", "Пушкин, А. С."),
        ("Âîéíà è ìèð", "Война и мир"),
        ("{ÐÎÑÑÈß} today", "{РОССИЯ} today"),
    ],
)
def test_windows_1251_read_as_latin_1_is_decoded(before: str, after: str) -> None:
    """One word of four letters decides for the whole value."""
    text = f"@misc{{a, title={{{before}}}}}"
    assert fixed("TEX225", text, unsafe=True) == f"@misc{{a, title={{{after}}}}}"


@pytest.mark.parametrize(
    "title", ["Été à l'île", "Þórður Ævarsson", "Ööd", "À l'œuvre", "ÄÖÜ", "Århus på ø"]
)
def test_words_with_many_accents_pass(title: str) -> None:
    """They have letters of ASCII, or less than four letters."""
    assert messages("TEX225", f"@misc{{a, title={{{title}}}}}") == []
