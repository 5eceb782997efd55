"""Documents that are no text: which kind some bytes are, and the text drawn from them."""

from __future__ import annotations

from collections.abc import Callable

from refkit.errors import RefkitError, UnreadableFile
from refkit.model.source import Source

ZIP = b"PK\x03\x04"
_BLANK = b"\xef\xbb\xbf \t\r\n\0"
_UNREAD = {
    b"\xd0\xcf\x11\xe0": "it is a Word document of the old kind; save it as .docx",
    b"{\\rtf": "it is a Rich Text document; save it as .docx or as plain text",
}


def kind_of(raw: bytes) -> str:
    """Return "pdf" or "docx" for the bytes of such a file, or the empty string.

    ISO 32000-1, annex H: a reader takes a PDF whose header stands within the first 1024 bytes.
    """
    if raw.startswith(ZIP):
        return "docx"
    return "pdf" if raw[:1024].lstrip(_BLANK).startswith(b"%PDF-") else ""


def drawn(raw: bytes, name: str) -> Source | None:
    """Return the text drawn from the bytes of a document, None where they are no such document.

    Raises UnreadableFile where there is no text to draw, RefkitError where a library is missing.
    """
    for mark, reason in _UNREAD.items():
        if raw.startswith(mark):
            raise UnreadableFile(name, reason)
    kind = kind_of(raw)
    called = name.lower().rpartition(".")[2]
    if not kind and raw and called in ("pdf", "docx"):
        raise UnreadableFile(
            name, f"it is called .{called}, but is not such a document; save or download it again"
        )
    return Source(_reader(kind)(raw, name), name, derived=kind) if kind else None


def _reader(kind: str) -> Callable[[bytes, str], str]:
    if kind == "pdf":
        from refkit.documents.pdf import text_of
    else:
        from refkit.documents.docx import text_of
    return text_of


def missing(reading: str, package: str, extra: str) -> RefkitError:
    """Return the error that a library is needed which an extra of this package installs."""
    return RefkitError(
        f"reading {reading} needs {package}; install it with `pip install 'refkit-bib[{extra}]'`"
    )
