"""Whole .bib files in the other dialect, with their comments, and parts of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from refkit.formats.bibtex.blocks import blocks
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_layout import newline_of
from refkit.formats.bibtex.reader import LazyItems, database_of
from refkit.formats.bibtex.scan import scan
from refkit.formats.bibtex.writer import entry_text, written_keys
from refkit.model.library import Library, listed_items


def in_dialect(library: Library, dialect: str) -> str:
    """Return the text of a .bib file with its entries in a dialect; comments and other texts are kept."""
    database, items = database_of(library), listed_items(library)
    if database is None or not isinstance(items, LazyItems):
        return library.sources[0].text
    text, end = database.source.text, 0
    new_key, newline = written_keys(dialect), newline_of(database.source.text)
    parts: list[str] = []
    for number in range(len(database)):
        start, stop = database.scan.bounds(number)
        parts.append(text[end:start])
        if items.is_cited(database.type_of(number)):
            item = items.numbered(number)
            new = entry_text(item, new_key(item.id), dialect).rstrip("\n")
            parts.append(new if newline == "\n" else new.replace("\n", newline))
        else:
            parts.append(text[start:stop])
        end = stop
    return "".join([*parts, text[end:]])


def selected_text(document: Document, nodes: Collection[int]) -> str:
    """Return the text of some entries, with preambles and the @strings that they use.

    Raises EditError if one of them is malformed.
    """
    for node in nodes:
        document.check_end(node)
    newline = document.entries.layout.newline
    texts = [document.entries.entry_text(node) for node in document.entries if node in nodes]
    preambles = [block.text for block in blocks(document, "preamble")]
    strings = _used_strings(document, texts)
    head = [newline.join(strings)] if strings else []
    return (newline * 2).join([*head, *preambles, *texts]) + newline * bool(texts)


def _used_strings(document: Document, texts: list[str]) -> list[str]:
    """Return the @strings that texts use, also by way of other macros."""
    known = list(_definitions(document))
    used: set[str] = set()
    waiting = list(texts)
    while waiting:
        words = document.words_in(waiting.pop())
        found = {name for name, _ in known if name in words} - used
        used |= found
        waiting += [text for name, text in known if name in found]
    return list(dict.fromkeys(text for name, text in known if name in used))


def _definitions(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the name of each macro in lower case, and the @string that defines it."""
    for block in blocks(document, "string"):
        for definition in scan(block.text, document.dialect).definitions:
            yield block.text[slice(*definition.name_span)].lower(), block.text
