"""Plain-text reference lists: found in a document, split, labeled and built into items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refkit.formats import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refkit.model.library import Library
    from refkit.model.source import Source


def read_list(source: Source) -> Library:
    """Read the reference list in a document, or a text that is only a list."""
    from refkit.formats.text import reader

    return reader.read(source)


def read_each(texts: Sequence[str], as_list: bool = False) -> Library:
    """Read each text as one reference; with `as_list`, they are from one list and evidence for each other."""
    from refkit.formats.text import reader

    return reader.read_each(texts, as_list)


def tell_apart(libraries: Sequence[Library]) -> None:
    """Make the generated keys of several sources unique."""
    from refkit.formats.text import reader

    reader.tell_apart(libraries)


def detect(text: str) -> bool:
    """Whether a text of unknown format contains a reference list; in doubt it does not."""
    from refkit.formats.text.finding import sight

    return sight.holds_references(text)


# `refkit.documents.suffixes()`, written out: to ask would import every syntax for any .bib file.
SUFFIXES = (
    ".adoc", ".asc", ".asciidoc", ".bbl", ".docx", ".htm", ".html", ".ipynb", ".latex", ".ltx", ".markdown", ".md",
    ".mdx", ".nxml", ".odt", ".org", ".pdf", ".qmd", ".rmd", ".rst", ".tex", ".text", ".txt", ".typ", ".xhtml", ".xml",
)  # fmt: skip
FORMATS = (Format("text", (), read_list, None, detect, document_suffixes=SUFFIXES),)
