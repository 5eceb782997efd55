"""An @string is never used.

It is unnecessary, or the entries that should use it contain the full name instead. In a bibliography of several
files, a use in any of them counts. A file that contains only macros is not reported alone.

Example:

    @string{fishj = {Journal of Fishing}}

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = {Journal of Fishing},
      year = {2015},
    }

Use instead:

    @string{fishj = {Journal of Fishing}}

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = fishj,
      year = {2015},
    }

Fix: none, because files share lists of macros on purpose.
Source: badness has the same check. A hint, off by default, because lists of macros are shared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from refkit.formats.bibtex.database import Database
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.strings import databases_of, name_of, read_with, used_names
from refkit.model.library import Library


@rule("REF222", "unused-string", severity="info", default=False)
def unused_string(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the names that are defined with those that are used."""
    for database in databases_of(library):
        together = read_with(database)
        if len(database) or len(together) > 1:
            used = frozenset(name for one in together for name in used_names(one))
            yield from _unused(database, used)


def _unused(database: Database, used: Collection[str]) -> Iterator[Finding]:
    for definition in database.scan.definitions:
        name = name_of(database, definition)
        if name not in used:
            yield Finding(
                definition.name_span,
                f"@string `{name}` is not used; remove it or use it",
                source=database.source,
            )
