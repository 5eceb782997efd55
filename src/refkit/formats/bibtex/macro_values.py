"""Changes of the names of journals that a file gives as its own macros: `journal = jot` with `@string{jot = ...}`."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.formats.bibtex.blocks import set_string
from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_text import EditError
from refkit.formats.bibtex.resolve import macros_of
from refkit.formats.bibtex.tidy_options import Rewrite
from refkit.model.source import Source
from refkit.records import dataclass, field

JOURNALS = frozenset({"journal", "journaltitle"})


@dataclass(slots=True)
class _Uses:
    """The fields of journals that consist of a macro, and whether it is used elsewhere, too."""

    fields: list[tuple[int, str]] = field(default_factory=list)
    elsewhere: bool = False


def with_changed_macros(
    source: Source, dialect: str | None, rewrites: Sequence[Rewrite]
) -> tuple[str, list[str]]:
    """Return the text with other names of journals in macros, and notes on what was changed.

    A macro that only fields of journals use gets the new name. Otherwise the fields get it instead of the macro.
    """
    database = Database(source, dialect)
    document = Document(source, database.dialect, database.scan)
    notes = []
    for macro, uses in _uses(document).items():
        old = document.macros.value(macro, len(source.text)) or ""
        new = old
        for rewrite in rewrites:
            node, name = uses.fields[0]
            new = rewrite(database.entries[node - 1], name, new)
        if new != old:
            notes.append(_change(document, macro, uses, new))
    return document.text, notes


def _change(document: Document, macro: str, uses: _Uses, new: str) -> str:
    """Write a new name to a macro or to the fields that consist of it, and return a note."""
    reason = "is used elsewhere"
    if not uses.elsewhere:
        try:
            set_string(document, macro, new)
        except EditError:
            reason = "is defined in a malformed @string"
        else:
            return f"changed the macro `{macro}` to `{new}`"
    for node, name in uses.fields:
        document.set_field_of(node, name, new)
    count = f"{len(uses.fields)} field{'s' * (len(uses.fields) > 1)}"
    return f"wrote `{new}` to {count} instead of the macro `{macro}`, which {reason}"


def _uses(document: Document) -> dict[str, _Uses]:
    """Return the uses of macros that are defined once and that at least one journal consists of."""
    uses = {name: _Uses() for name in _defined_once(document)}
    for node in document.entries:
        for name, value in document.own_fields(node):
            names = [name for name in macros_of(value, document.dialect) if name in uses]
            is_whole = len(names) == 1 and value.strip().lower() == names[0]
            for macro in names:
                if is_whole and name in JOURNALS and not document.is_broken(node):
                    uses[macro].fields.append((node, name))
                else:
                    uses[macro].elsewhere = True
    for _, value in document.definitions():
        for macro in macros_of(value, document.dialect):
            if macro in uses:
                uses[macro].elsewhere = True
    return {macro: found for macro, found in uses.items() if found.fields}


def _defined_once(document: Document) -> list[str]:
    names = [name for name, _ in document.definitions()]
    return [name for name in dict.fromkeys(names) if names.count(name) == 1]
