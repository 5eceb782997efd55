"""Change of the dialect of a .bib file in place: only types and fields with other names are rewritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refkit.data.bibtex import ENTRY_TYPES
from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.fields_write import entry_fields, entry_type_of
from refkit.formats.bibtex.problems import syntax_faults
from refkit.formats.bibtex.reader import LazyItems, library_of, read
from refkit.formats.bibtex.writer import clean_value
from refkit.model.entry import Fault
from refkit.model.item import Item
from refkit.model.source import Source
from refkit.records import dataclass, replace

Fields = dict[str, str]


@dataclass(slots=True)
class ChangedDialect:
    """A text in another dialect, its syntax errors, and the entries that cannot be converted without loss."""

    text: str
    faults: Sequence[Fault] = ()


def change_dialect(source: Source, target: str, dialect: str | None = None) -> ChangedDialect:
    """Return a .bib text with the types and fields of its entries in the dialect `target`.

    Comments, macros, and values whose field has the same name or another one stay as they are written. An entry that
    would then be read as another item, or that is malformed, is unchanged.
    """
    database = Database(source, dialect)
    if database.dialect == target:
        return ChangedDialect(source.text, syntax_faults(source, database.scan))
    library = library_of(database)
    items = library.items
    assert isinstance(items, LazyItems)  # those of a database
    document = Document(source, database.dialect, database.scan)
    before: dict[int, Item] = {}
    for number in range(len(database)):
        node = number + 1
        if not document.is_broken(node) and items.is_cited(database.type_of(number)):
            before[node] = items.numbered(number)
            _change_entry(document, node, before[node], target)
    lossy = _restore_lossy(document, source, target, before)
    faults = [_fault(database, node, target) for node in lossy]
    return ChangedDialect(document.text, [*syntax_faults(source, database.scan), *faults])


def _change_entry(document: Document, node: int, item: Item, target: str) -> None:
    """Write the type of an entry and the names of its fields in another dialect."""
    own = dict(document.own_fields(node))
    original = document.entry_type(node)
    # every type of BibTeX is one of BibLaTeX
    entry_type = (
        original if target == "biblatex" or original in ENTRY_TYPES else entry_type_of(item, False)
    )
    old, new = (
        dict(entry_fields(item, dialect, kind, unicode=target == "biblatex")[1])
        for dialect, kind in (
            (document.dialect, original),
            (target, entry_type),
        )
    )
    gone = {name: value for name, value in old.items() if name not in new and name in own}
    added = {name: value for name, value in new.items() if name not in old and name not in own}
    inherits = {"crossref", "xdata"} & own.keys()
    for name in _renamed(document, node, gone, added):
        del gone[name]
    if gone or not inherits:
        _write(document, node, gone, added)
    if entry_type != original:
        document.set_type_of(node, entry_type)


def _renamed(document: Document, node: int, gone: Fields, added: Fields) -> list[str]:
    """Rename the fields whose value is the same in both dialects, which keeps it as it is written."""
    renamed: list[str] = []
    for name, value in gone.items():
        other = next((new for new, other in added.items() if other == value), None)
        if other is not None:
            document.rename_field_of(node, name, other)
            del added[other]
            renamed.append(name)
    return renamed


def _write(document: Document, node: int, gone: Mapping[str, str], added: Fields) -> None:
    """Replace fields by others; the first new one takes the place of the first old one."""
    new = list(added.items())
    for name in gone:
        if new and name not in added:
            other, value = new.pop(0)
            document.rename_field_of(node, name, other)
            document.set_field_of(node, other, clean_value(value))
        else:
            document.remove_field_of(node, name)
    for other, value in new:
        document.set_field_of(node, other, clean_value(value))


def _restore_lossy(
    document: Document, source: Source, target: str, before: Mapping[int, Item]
) -> list[int]:
    """Restore the entries that would be read as another item, and return them."""
    items = read(replace(source, text=document.text), target).items
    assert isinstance(items, LazyItems)
    lossy = [node for node, item in before.items() if not _keeps(item, items.numbered(node - 1))]
    for node in lossy:
        entry = before[node].entry
        assert entry is not None  # the item was read from it
        document.replace_entry(node, source.slice(entry.span))
    return lossy


def _keeps(before: Item, after: Item) -> bool:
    """Whether an item has all that it had; it may inherit more, such as the title of its book."""
    return before.type == after.type and all(
        after_values.get(name) == value
        for values, after_values in (
            (before.names, after.names), (before.dates, after.dates), (before.text, after.text),
        )
        for name, value in values.items()
    )  # fmt: skip


def _fault(database: Database, node: int, target: str) -> Fault:
    entry = database.entries[node - 1]
    name = {"bibtex": "BibTeX", "biblatex": "BibLaTeX"}[target]
    message = f"`{entry.key}` is unchanged: with the fields of {name} it would mean something else"
    return Fault(message, entry.key_span, entry.source, "dialect")
