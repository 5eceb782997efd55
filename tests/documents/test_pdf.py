"""PDF: lines in their order, with the remaining signs of paragraphs."""

import io
from unittest.mock import Mock

import pytest
from tests.documents.made import pdf

from refkit.documents.pdf import clean_line, extract_text, join_broken_addresses
from refkit.errors import RefkitError, UnreadableFile

pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")


def test_lines_are_kept() -> None:
    """A line of the page is a line of the text."""
    assert (
        extract_text(pdf([(70, 700, "References"), (70, 688, "[1] A. Author.")]), "a.pdf")
        == "References\n[1] A. Author."
    )


def test_a_hanging_line_is_indented() -> None:
    """An indented line begins with spaces."""
    page = [
        (70, 700, "Author, A. 2001."),
        (90, 688, "A title."),
        (70, 676, "Writer, B."),
        (90, 664, "Other."),
    ]
    assert extract_text(pdf(page), "a.pdf").split("\n") == [
        "Author, A. 2001.",
        "    A title.",
        "Writer, B.",
        "    Other.",
    ]


def test_a_gap_is_an_empty_line() -> None:
    """A larger distance between lines ends a paragraph."""
    page = [(70, 700, "One"), (70, 688, "two"), (70, 676, "three"), (70, 655, "Four")]
    assert extract_text(pdf(page), "a.pdf") == "One\ntwo\nthree\n\nFour"


def test_columns_follow_each_other() -> None:
    """The second column follows the first, and has a left edge of its own."""
    page = [(70, 700, "a"), (70, 688, "b"), (310, 700, "c"), (310, 688, "d")]
    assert extract_text(pdf(page), "a.pdf") == "a\nb\nc\nd"


def test_pages_are_separated() -> None:
    """A form feed begins a page."""
    assert extract_text(pdf([(70, 700, "One")], [(70, 700, "Two")]), "a.pdf") == "One\n\fTwo"


def test_the_rest_of_a_reference_stays_indented() -> None:
    """A page with only the end of a hanging paragraph has the margin of the other pages."""
    first = [
        (70, 700, "Author, A. 2001."),
        (90, 688, "A title."),
        (70, 676, "Writer, B."),
        (90, 664, "Other"),
    ]
    rest = [(90, 700, "title."), (90, 688, "Press.")]
    assert extract_text(pdf(first, rest), "a.pdf").split("\f")[1] == "    title.\n    Press."


def test_a_page_number_does_not_indent_the_column() -> None:
    """A single line further left does not define the edge of the column."""
    page = [(310, 700, "a"), (310, 688, "b"), (290, 50, "7")]
    assert extract_text(pdf(page), "a.pdf") == "a\nb\n\n7"


def test_a_broken_address_is_joined() -> None:
    """If a page links to an address that is broken over two lines, the link shows the whole address."""
    page = [
        (70, 700, "T. https://doi.org/10."),
        (70, 688, "1234/a-b. C."),
        (70, 676, "doi:10.1234/"),
        (70, 664, "c"),
    ]
    links = ["https://doi.org/10.1234/a-b", "https://doi.org/10.1234/c"]
    assert (
        extract_text(pdf(page, links=links), "a.pdf")
        == "T. https://doi.org/10.1234/a-b. C.\ndoi:10.1234/c"
    )


def test_words_are_not_an_address() -> None:
    """Text that equals a linked address only without its spaces is not changed."""
    assert (
        join_broken_addresses("by A. Bee / C", ["http://a.bee/c", "http://www.A.Bee/C"])
        == "by A. Bee / C"
    )


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
def test_special_characters_of_fonts_become_letters(set_so: str, read_so: str) -> None:
    """Ligatures, hyphens and accents of fonts are normalized."""
    assert clean_line(set_so) == read_so


def test_a_scanned_pdf_is_reported() -> None:
    """A PDF of images has no text, and the message says what to do."""
    with pytest.raises(
        UnreadableFile, match=r"cannot read `scan.pdf`: there is no text in this PDF; run OCR first"
    ):
        extract_text(pdf([]), "scan.pdf")


def test_a_broken_pdf_is_reported() -> None:
    """A broken file that begins like a PDF is reported by name."""
    with pytest.raises(UnreadableFile, match=r"cannot read `a.pdf`: it is a broken PDF"):
        extract_text(b"%PDF-1.7\nnothing more", "a.pdf")


def test_pages_that_share_one_content_without_end_are_refused() -> None:
    """A small file could otherwise take hours and all memory."""
    lines = [(50.0, 700.0 - n, f"Line {n}") for n in range(500)]
    shared = pdf(lines).replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 1000 + b"]")
    with pytest.raises(UnreadableFile, match="its pages repeat the same contents too often"):
        extract_text(shared, "a.pdf")


def test_a_long_document_is_read() -> None:
    """The limit is beyond what a file of its size can contain."""
    lines = [(50.0, 700.0 - n, f"Line {n}") for n in range(50)]
    assert extract_text(pdf(*[lines] * 300), "a.pdf").count("Line 49") == 300


def encrypted(password: str, algorithm: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([(70, 700, "One")]))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_an_encrypted_pdf_is_reported() -> None:
    """An unknown password is reported."""
    with pytest.raises(UnreadableFile, match="it is encrypted; save a copy without its password"):
        extract_text(encrypted("secret", "RC4-128"), "a.pdf")


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    """Publishers encrypt with an empty password, which every reader tries."""
    pytest.importorskip("cryptography", reason="the extra `pdf` is not installed")
    assert extract_text(encrypted("", "AES-256"), "a.pdf") == "One"


def test_a_missing_cipher_library_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with AES encryption needs an additional library."""
    import pypdf

    raw = pdf([(70, 700, "One")])
    monkeypatch.setattr(pypdf, "PdfReader", Mock(side_effect=pypdf.errors.DependencyError("AES")))
    with pytest.raises(
        RefkitError, match=r"needs cryptography; install it with `pip install 'refkit-bib\[pdf\]'`"
    ):
        extract_text(raw, "a.pdf")
