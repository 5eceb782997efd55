"""An @string is never used.

It is unnecessary, or the entries that should use it contain the full name instead.

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

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.lint.strings import database_of, name_of, used_names
from refkit.model.library import Library


@rule("REF222", "unused-string", severity="info", default=False)
def unused_string(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the names that are defined with those that are used."""
    database = database_of(library)
    if database is None or not database.scan.definitions:
        return
    used = set(used_names(database))
    for definition in database.scan.definitions:
        name = name_of(database, definition)
        if name not in used:
            yield Finding(
                definition.name_span,
                f"@string `{name}` is not used; remove it or use it",
                source=database.source,
            )
