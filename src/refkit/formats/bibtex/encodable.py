"""Entries whose text the encoding of the file can represent: what it lacks is written in TeX."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_text import EditError
from refkit.formats.bibtex.field_changes import Draft, changed_fields, new_entry
from refkit.model.encodings import label
from refkit.model.item import Item
from refkit.model.source import Source


def change_fields(draft: Draft, values: Mapping[str, object], source: Source) -> None:
    """Set variables and fields of an entry. Raises EditError if the encoding of its file lacks a character."""
    before = draft.text
    changed_fields(draft, values)
    if draft.text != before and _lacking(draft.text, source):
        draft.restore(before)
        draft.unicode = False
        changed_fields(draft, values)
        _verify(draft.text, source)


def encodable_entry(
    item: Item, document: Document, unicode: bool, has_key: Callable[[str], bool], source: Source
) -> tuple[str, dict[str, str]]:
    """Return the type and the fields of an entry for an item. Raises EditError as `change_fields` does."""
    entry_type, fields = new_entry(item, document, unicode, has_key)
    if _lacking("".join((item.id, *fields.values())), source):
        copy = item.replace()
        copy.entry = None
        entry_type, fields = new_entry(copy, document, False, has_key)
        _verify("".join((item.id, *fields.values())), source)
    return entry_type, fields


def _lacking(text: str, source: Source) -> str:
    """Return a character that the encoding of a file lacks, or the empty string."""
    if text.isascii() or source.encoding.startswith("utf"):
        return ""
    try:
        text.encode(source.encoding, source.errors)
    except UnicodeEncodeError as error:
        return text[error.start]
    return ""


def _verify(text: str, source: Source) -> None:
    lacking = _lacking(text, source)
    if lacking:
        raise EditError(
            f"the encoding of the file, {label(source.encoding)}, has no character `{lacking}`; "
            "save the file as UTF-8"
        )
