"""Documents with records, and what is read from them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast
from xml.sax.saxutils import escape

from tests.documents.made import docx, paragraph, run, with_files, zipped

from refkit.documents._binary import extract_source
from refkit.formats.text import reader
from refkit.model.csl_json import record_from_item
from refkit.model.library import Library
from refkit.model.source import Source

DOE = {
    "id": 7, "type": "article-journal", "title": "The growth of seeds in dark rooms",
    "container-title": "Journal of Gardens", "volume": "12", "issue": "3", "page": "33-39",
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
    "issued": {"date-parts": [["2001", 5]]}, "DOI": "10.1234/seeds.1",
}  # fmt: skip
ROE = {
    "id": "http://zotero.org/x/2", "type": "book", "title": "Stones", "publisher": "Hill Press",
    "publisher-place": "Oslo", "author": [{"family": "Roe", "given": "Paul"}],
    "issued": {"date-parts": [[1999]]},
}  # fmt: skip
PRINTED_DOE = "Doe, J., &amp; Roe, P. (2001). The growth of seeds in dark rooms. Journal of Gardens, 12(3), 33–39."
PRINTED_ROE = "Roe, P. (1999). Stones. Oslo: Hill Press."
PRINTED_POE = "Poe, E. (1985). Old ravens of the northern coast. Journal of Birds, 5(2), 11–29."


def citation(*items: Mapping[str, object]) -> str:
    """Return a citation as Zotero writes it."""
    cites = [
        {"id": item["id"], "uris": [f"http://zotero.org/{item['id']}"], "itemData": item}
        for item in items
    ]
    return json.dumps({"citationID": "x", "citationItems": cites, "properties": {"noteIndex": 0}})


def field(code: str, shown: str, pieces: int = 3) -> str:
    """Return a field of Word whose code is split over runs."""
    size = len(code) // pieces + 1
    parts = [code[at : at + size] for at in range(0, len(code), size)]
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in parts
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{codes}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bibliography(*references: str) -> str:
    """Return the paragraphs of a printed list."""
    return paragraph("References") + "".join(map(paragraph, references))


def odt(body: str, meta: str = "", styles: str = "") -> bytes:
    """Return an OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("meta", "meta"),
            ("table", "table"),
        )
    )
    content = (
        f"<office:document-content {spaces} xmlns:xlink='http://www.w3.org/1999/xlink'>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if meta:
        files["meta.xml"] = (
            f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>"
        )
    return zipped(files, stored=("mimetype",))


def read_bytes(raw: bytes, name: str = "a.docx") -> Library:
    """Return the library of a binary document."""
    source = extract_source(raw, name)
    assert source is not None
    return reader.read(source)


def read_text(text: str, name: str) -> Library:
    """Return the library of a document of text."""
    return reader.read(Source(text, name))


def word(body: str, files: Mapping[str, str] | None = None) -> Library:
    """Return the library of a Word document."""
    return read_bytes(with_files(docx(body), files or {}))


def records(library: Library) -> list[dict[str, object]]:
    """Return the items of a library as CSL-JSON without ids."""
    return [{k: v for k, v in record_from_item(item).items() if k != "id"} for item in library]


def values(library: Library, *names: str) -> list[list[object]]:
    """Return some variables of each item."""
    return [[record.get(name) for name in names] for record in records(library)]


def messages(library: Library) -> list[str]:
    """Return the messages of the faults."""
    return [fault.message for fault in library.faults]


def places(library: Library) -> list[str]:
    """Return the text of the document where each item is."""
    return [library.sources[0].slice(item.entry.span) for item in library if item.entry]


def titles(library: Library) -> list[str]:
    """Return the titles of the items."""
    return [cast(str, title) for (title,) in values(library, "title")]
