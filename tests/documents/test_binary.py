"""Binary files are recognized by their bytes, read if the library is installed, and never written."""

import sys
from pathlib import Path

import pytest
from tests.documents.made import docx, paragraph, pdf

from refkit import api
from refkit.documents._binary import binary_kind, extract_source
from refkit.errors import RefkitError, UnreadableFile, UnwritableFile
from refkit.files import read_source, write_text
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("raw", "kind"),
    [(pdf([]), "pdf"), (b"\n\xef\xbb\xbf%PDF-1.4", "pdf"), (docx(""), "docx"), (b"% A PDF: %PDF-1.4", ""), (b"", "")],
)  # fmt: skip
def test_the_bytes_determine_the_kind(raw: bytes, kind: str) -> None:
    """A file is recognized by its first bytes, whatever its name."""
    assert binary_kind(raw) == kind


@pytest.mark.parametrize(
    ("raw", "module", "told"),
    [
        (pdf([]), "pypdf", "reading PDF needs pypdf; `pip install 'refkit-bib[pdf]'`"),
        (docx(""), "docx", "reading Word documents needs python-docx; `pip install 'refkit-bib[docx]'`"),
    ],
)  # fmt: skip
def test_a_missing_library_is_named(
    raw: bytes, module: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the library, the message says how to install it."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(RefkitError) as error:
        extract_source(raw, "a")
    assert str(error.value).replace("install it with ", "") == told


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "\\(.doc\\); save it as .docx"),
        (b"{\\rtf1 a}", "a Rich Text document; save it as"),
    ],
)
def test_other_word_processors_are_named(raw: bytes, reason: str, tmp_path: Path) -> None:
    """For an unsupported document, the message says how to save it."""
    file = tmp_path / "a.bib"
    file.write_bytes(raw)
    with pytest.raises(UnreadableFile, match=reason):
        read_source(str(file))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "A.PDF"])
def test_a_suffix_that_does_not_match_the_content(name: str, tmp_path: Path) -> None:
    """The remains of a broken download are not read as text."""
    file = tmp_path / name
    file.write_bytes(b"<S8}v6&.")
    with pytest.raises(UnreadableFile, match="its content is not that of a"):
        read_source(str(file))


def test_an_extracted_source_has_the_kind_of_its_file(tmp_path: Path) -> None:
    """The text of a Word document is a source with the type of its file."""
    pytest.importorskip("docx", reason="the extra `docx` is not installed")
    file = tmp_path / "a.docx"
    file.write_bytes(docx(paragraph("Author, A.")))
    source = read_source(str(file))
    assert (source.text, source.derived) == ("Author, A.", "docx")


def test_an_extracted_text_is_never_written_back(tmp_path: Path) -> None:
    """Replacing a PDF with its text would destroy it."""
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnwritableFile, match=r"a \.pdf file cannot be written, only read"):
        write_text(str(file), "new", Source("old", str(file), derived="pdf"))
    assert file.read_bytes() == b"%PDF-1.4"


def test_a_document_is_not_tidied(tmp_path: Path) -> None:
    """A PDF with the suffix .bib is not BibTeX."""
    pytest.importorskip("pypdf", reason="the extra `pdf` is not installed")
    file = tmp_path / "a.bib"
    file.write_bytes(pdf([(70, 700, "@misc{a}")]))
    with pytest.raises(RefkitError, match=r"is a \.pdf file; only BibTeX files can be tidied"):
        api.tidy(str(file))
