"""PDF: lines in their order, with what is left of paragraphs."""

import io
from unittest.mock import Mock

import pytest
from tests.documents.made import pdf

from refkit.documents.pdf import cleaned, text_of, with_whole
from refkit.errors import RefkitError, UnreadableFile

pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")


def test_lines_are_kept() -> None:
    """A line of the page is a line of the text."""
    assert (
        text_of(pdf([(70, 700, "References"), (70, 688, "[1] A. Author.")]), "a.pdf")
        == "References\n[1] A. Author."
    )


def test_a_hanging_line_is_set_in() -> None:
    """A line that begins further right than its column has spaces before it."""
    page = [
        (70, 700, "Author, A. 2001."),
        (90, 688, "A title."),
        (70, 676, "Writer, B."),
        (90, 664, "Other."),
    ]
    assert text_of(pdf(page), "a.pdf").split("\n") == [
        "Author, A. 2001.",
        "    A title.",
        "Writer, B.",
        "    Other.",
    ]


def test_a_gap_is_a_blank_line() -> None:
    """Where lines stand further apart than usual a paragraph ends."""
    page = [(70, 700, "One"), (70, 688, "two"), (70, 676, "three"), (70, 655, "Four")]
    assert text_of(pdf(page), "a.pdf") == "One\ntwo\nthree\n\nFour"


def test_columns_follow_each_other() -> None:
    """The second column comes below the first, and counts its own left edge."""
    page = [(70, 700, "a"), (70, 688, "b"), (310, 700, "c"), (310, 688, "d")]
    assert text_of(pdf(page), "a.pdf") == "a\nb\nc\nd"


def test_pages_are_apart() -> None:
    """A form feed begins a page."""
    assert text_of(pdf([(70, 700, "One")], [(70, 700, "Two")]), "a.pdf") == "One\n\fTwo"


def test_the_rest_of_a_reference_stays_set_in() -> None:
    """A page that holds only the end of a hanging paragraph has the margin of the others."""
    first = [
        (70, 700, "Author, A. 2001."),
        (90, 688, "A title."),
        (70, 676, "Writer, B."),
        (90, 664, "Other"),
    ]
    rest = [(90, 700, "title."), (90, 688, "Press.")]
    assert text_of(pdf(first, rest), "a.pdf").split("\f")[1] == "    title.\n    Press."


def test_a_page_number_does_not_set_the_column_in() -> None:
    """What stands alone further left is not where the column begins."""
    page = [(310, 700, "a"), (310, 688, "b"), (290, 50, "7")]
    assert text_of(pdf(page), "a.pdf") == "a\nb\n\n7"


def test_a_broken_address_is_whole() -> None:
    """Where a page links to the address that it breaks over two lines, the link says what it is."""
    page = [
        (70, 700, "T. https://doi.org/10."),
        (70, 688, "1234/a-b. C."),
        (70, 676, "doi:10.1234/"),
        (70, 664, "c"),
    ]
    links = ["https://doi.org/10.1234/a-b", "https://doi.org/10.1234/c"]
    assert (
        text_of(pdf(page, links=links), "a.pdf")
        == "T. https://doi.org/10.1234/a-b. C.\ndoi:10.1234/c"
    )


def test_words_are_no_address() -> None:
    """What only reads like a linked address when its spaces are left out stays as it is."""
    assert with_whole("by A. Bee / C", ["http://a.bee/c", "http://www.A.Bee/C"]) == "by A. Bee / C"


@pytest.mark.parametrize(
    ("set_so", "read_so"),
    [
        ("ef\ufb01cient", "efficient"),
        ("net\u00ad", "net-"),
        ("M¨uller", "Müller"),
        ("Andr´e", "André"),
        ("a\u00a0 b", "a b"),
    ],
)
def test_signs_of_fonts_become_letters(set_so: str, read_so: str) -> None:
    """Ligatures, hyphens and accents of fonts are written as one types them."""
    assert cleaned(set_so) == read_so


def test_a_scan_is_named() -> None:
    """A PDF of pictures has no text, and the message says what to do."""
    with pytest.raises(
        UnreadableFile, match=r"cannot read `scan.pdf`: there is no text in this PDF; run OCR first"
    ):
        text_of(pdf([]), "scan.pdf")


def test_a_broken_pdf_is_named() -> None:
    """A file that only begins like a PDF is an error that names it."""
    with pytest.raises(UnreadableFile, match=r"cannot read `a.pdf`: it is a broken PDF"):
        text_of(b"%PDF-1.7\nnothing more", "a.pdf")


def encrypted(password: str, algorithm: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([(70, 700, "One")]))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_an_encrypted_pdf_is_named() -> None:
    """A password is nothing that can be guessed."""
    with pytest.raises(UnreadableFile, match="it is encrypted; save a copy without its password"):
        text_of(encrypted("secret", "RC4-128"), "a.pdf")


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    """Publishers encrypt with an empty password, which every reader tries."""
    pytest.importorskip("cryptography", reason="the extra `pdf` is not installed")
    assert text_of(encrypted("", "AES-256"), "a.pdf") == "One"


def test_a_missing_cipher_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that is encrypted by AES needs one library more."""
    import pypdf

    raw = pdf([(70, 700, "One")])
    monkeypatch.setattr(pypdf, "PdfReader", Mock(side_effect=pypdf.errors.DependencyError("AES")))
    with pytest.raises(
        RefkitError, match=r"needs cryptography; install it with `pip install 'refkit-bib\[pdf\]'`"
    ):
        text_of(raw, "a.pdf")
