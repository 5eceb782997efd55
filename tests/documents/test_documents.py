"""Any document becomes plain text whose characters can be located."""

from refkit.documents import read_document, suffixes, syntax_of
from refkit.model.source import Source, decode


def test_the_suffix_determines_the_syntax() -> None:
    """The suffix of the file name determines the syntax."""
    assert syntax_of("thesis.txt", "[1] A. Author") == "plain"


def test_plain_text_is_complete() -> None:
    """Plain text is complete and keeps its lines."""
    document = read_document(Source("References\n[1] A\n"), "plain")
    assert (document.excerpt.text, document.paragraphs, document.entries) == (
        "References\n[1] A\n",
        False,
        None,
    )


def test_windows_quotation_marks_are_read() -> None:
    """A file in a Windows code page, which is not UTF-8, has its dashes and quotation marks."""
    document = read_document(decode(b"\x93Caf\xe9\x94 1\x962"), "plain")
    assert document.excerpt.text == "“Café” 1–2"


def test_every_suffix_has_one_syntax() -> None:
    """No two syntaxes have the same suffix."""
    assert len(set(suffixes())) == len(suffixes())
