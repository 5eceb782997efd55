"""An @string is defined twice with different values.

Entries before the second definition use the first value, and entries after it the second. The output depends
on the position of the entry.

Example:

    @string{fishj = {Journal of Fishing}}
    @string{fishj = {Journal of Fisheries}}

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = fishj,
      year = {2015},
    }

Use instead:

    @string{fishj = {Journal of Fisheries}}

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = fishj,
      year = {2015},
    }

Fix: none, because the file does not say which of the two is meant.
Source: bibtex.web, "scan_and_store_the_field_value_and_eat_white"; biber warns of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.resolve import fold
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.strings import databases_of, name_of
from refkit.model.library import Library


@rule("REF224", "repeated-string", severity="warning")
def repeated_string(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the definitions of each name."""
    for database in databases_of(library):
        yield from _repeated(database)


def _repeated(database: Database) -> Iterator[Finding]:
    values: dict[str, str] = {}
    macros = database.macros
    for definition in database.scan.definitions:
        name, value = name_of(database, definition), database.source.slice(definition.value_span)
        elsewhere = macros.before.get(name) if name not in values else None
        first = values.setdefault(name, value)
        message = ""
        if elsewhere is not None and elsewhere != fold(macros.join(*definition.value_span)):
            message = f"was defined before in another file as {shown(elsewhere)}"
        elif first != value:
            message = f"was defined before as {shown(fold(first))}"
        if message:
            yield Finding(
                definition.name_span,
                f"@string `{name}` {message}; keep one of the two",
                source=database.source,
            )
