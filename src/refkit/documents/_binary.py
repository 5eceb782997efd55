"""Binary documents: detection of their kind, and extraction of their text."""

from __future__ import annotations

from collections.abc import Callable

from refkit.errors import RefkitError, UnreadableFile
from refkit.model.source import EmbeddedRecord, Source

# OpenDocument 1.3, part 2, 3.3: the first file of the archive is `mimetype`, which is not compressed.
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
ZIP = b"PK\x03\x04"
_LEADING_BYTES = b"\xef\xbb\xbf \t\r\n\0"
_UNSUPPORTED = {
    b"\xd0\xcf\x11\xe0": "it is an old Word document (.doc); save it as .docx",
    b"{\\rtf": "it is a Rich Text document; save it as .docx or as plain text",
}


def binary_kind(raw: bytes) -> str:
    """Return "pdf", "docx" or "odt" for the bytes of such a file, or the empty string.

    ISO 32000-1, annex H: readers accept a PDF header within the first 1024 bytes.
    """
    if raw.startswith(ZIP):
        return "odt" if _ODT in raw[:300] else "docx"
    return "pdf" if raw[:1024].lstrip(_LEADING_BYTES).startswith(b"%PDF-") else ""


def extract_source(raw: bytes, name: str) -> Source | None:
    """Return the text extracted from the bytes of a document, or None if they are not a binary document.

    Raises UnreadableFile if the document contains no text, RefkitError if a library is missing.
    """
    for mark, reason in _UNSUPPORTED.items():
        if raw.startswith(mark):
            raise UnreadableFile(name, reason)
    kind = binary_kind(raw)
    extension = name.lower().rpartition(".")[2]
    if not kind and raw and extension in ("pdf", "docx", "odt"):
        raise UnreadableFile(
            name,
            f"its content is not that of a .{extension} file; save or download it again",
        )
    if kind == "pdf":
        from refkit.documents.pdf import extract_text

        return Source(extract_text(raw, name), name, derived=kind)
    if not kind:
        return None
    text, records = _extractor(kind)(raw, name)
    return Source(text, name, derived=kind, records=records)


Extracted = tuple[str, tuple[EmbeddedRecord, ...]]


def _extractor(kind: str) -> Callable[[bytes, str], Extracted]:
    """Return the function that extracts the text and the records of a word processor's document."""
    if kind == "odt":
        from refkit.documents.odt import extract
    else:
        from refkit.documents.docx import extract
    return extract


def missing_package_error(content: str, package: str, extra: str) -> RefkitError:
    """Return an error that names a missing library and the extra that installs it."""
    return RefkitError(
        f"reading {content} needs {package}; install it with `pip install 'refkit-bib[{extra}]'`"
    )
