"""Conversion between libraries and the objects of bibtexparser 2; imported only on use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bibtexparser.library import Library as Blocks
from bibtexparser.middlewares.names import NameParts
from bibtexparser.model import (
    Block,
    ExplicitComment,
    ImplicitComment,
    Preamble,
    String,
)
from bibtexparser.model import Entry as EntryBlock
from bibtexparser.model import Field as FieldOfBlock

from refkit.formats.bibtex.database import BibEntry, Database
from refkit.formats.bibtex.fields_write import entry_fields
from refkit.formats.bibtex.reader import read
from refkit.formats.bibtex.resolve import fold
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.source import Source

ENCLOSED = "removed_enclosing"


def from_bibtexparser(blocks: Blocks, dialect: str | None = None) -> Library:
    """Return a library for bibtexparser's blocks; failed blocks are read again as far as possible."""
    text = "\n".join(_block_text(block) for block in blocks.blocks)
    return read(Source(text, "<bibtexparser>"), dialect)


def to_bibtexparser(library: Library) -> Blocks:
    """Return bibtexparser's blocks: entries with macros expanded, @string and @preamble."""
    return Blocks(list(_blocks(library)))


def _block_text(block: Block) -> str:
    match block:
        case EntryBlock():
            fields = "".join(
                f"  {field.key} = {_value_text(block, field)},\n" for field in block.fields
            )
            return f"@{block.entry_type}{{{block.key},\n{fields}}}\n"
        case String():
            return f"@string{{{block.key} = {_enclose(block.value, _was_enclosed(block))}}}\n"
        case Preamble():
            enclosed = _enclose(block.value, not block.value.startswith(("{", '"')))
            return f"@preamble{{{enclosed}}}\n"
        case ExplicitComment():
            return f"@comment{{{block.comment}}}\n"
        case ImplicitComment():
            return f"{block.comment}\n"
        case _:
            return f"{block.raw or ''}\n"


def _was_enclosed(block: Block) -> bool:
    """Whether the value is stored without its delimiters, or never had any."""
    return ENCLOSED in block.parser_metadata or block.raw is None


def _value_text(entry: EntryBlock, field: FieldOfBlock) -> str:
    value = field.value
    if isinstance(value, list):
        return "{" + " and ".join(_name_text(name) for name in value) + "}"
    enclosing = entry.parser_metadata.get(ENCLOSED)
    if enclosing is None:
        return _enclose(str(value), entry.raw is None)
    return _enclose(str(value), enclosing.get(field.key) != "no-enclosing")


def _enclose(value: str, is_bare: bool) -> str:
    return f"{{{value}}}" if is_bare else value


def _name_text(name: str | NameParts) -> str:
    return name if isinstance(name, str) else str(name.merge_last_name_first)


def _blocks(library: Library) -> Iterator[Block]:
    databases = {id(e.database): e.database for e in library.entries if isinstance(e, BibEntry)}
    for database in databases.values():
        yield from _other_blocks(database)
    yield from (_entry_block(entry) for entry in library.entries if isinstance(entry, BibEntry))
    if not library.entries or not all(isinstance(entry, BibEntry) for entry in library.entries):
        yield from _item_blocks(
            item for item in library.items if not isinstance(item.entry, BibEntry)
        )


def _other_blocks(database: Database) -> Iterator[Block]:
    source = database.source
    for span in database.scan.preambles:
        raw = source.slice(span)
        value = raw[raw.find("{") + 1 : -1].strip() if "{" in raw else ""
        yield Preamble(value, source.position(span.start).line - 1, raw)
    for definition in database.scan.definitions:
        value = fold(database.macros.join(*definition.value_span))
        line = source.position(definition.span.start).line - 1
        string = String(
            source.slice(definition.name_span), value, line, source.slice(definition.span)
        )
        string.set_parser_metadata(ENCLOSED, "{")
        yield string


def _entry_block(entry: BibEntry) -> EntryBlock:
    line_of = entry.source.position
    fields = [FieldOfBlock(f.name, f.value, line_of(f.span.start).line - 1) for f in entry.fields]
    start = line_of(entry.span.start).line - 1
    block = EntryBlock(entry.type, entry.key, fields, start, entry.source.slice(entry.span))
    block.set_parser_metadata(ENCLOSED, {field.name: "{" for field in entry.fields})
    return block


def _item_blocks(items: Iterable[Item]) -> Iterator[Block]:
    for item in items:
        type_, fields = entry_fields(item, "bibtex")
        yield EntryBlock(type_, item.id, [FieldOfBlock(name, value) for name, value in fields])
