"""From a document to a library: find, split, label, build, name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.documents import Document, read_document, syntax_of
from refkit.formats.text.build import Built, build_item
from refkit.formats.text.entry import put_entry
from refkit.formats.text.keys import cite_keys
from refkit.formats.text.label import label
from refkit.formats.text.listing import Listing, Reference
from refkit.formats.text.split import references
from refkit.model.entry import Fault
from refkit.model.excerpt import Excerpt
from refkit.model.library import Library
from refkit.model.source import Source, Span

_SHOWN = 60


def read(source: Source) -> Library:
    """Read the list of references that a document holds, or that is all of it.

    All references are read at once: the cite key of each depends on those of the others.
    """
    document = read_document(source, syntax_of(source))
    listing = references(document)
    library = _library(listing, _keys(document, listing), source)
    if not listing.references and not library.faults:
        library.faults = [_no_list(source)]
    return library


def read_one(text: str) -> Library:
    """Read a text as one reference, whatever it holds; its line ends are spaces."""
    source = Source(text, "<reference>", format="text")
    words = Excerpt.whole(text).drawn(_folded(text))
    return _library(Listing((Reference(words),) if words.text else ()), (), source)
