"""The names of one list are written in two styles.

"Holm, Ingrid and Olav Berg" is parsed correctly, but one of the two names was copied from another source.

Example:

    @article{smith2015,
      author = {Holm, Ingrid and Olav Berg},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not say which word is the family name.
Source: veracite has the same check. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.persons import masked, written_names
from refkit.lint.places import name_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field


@rule(
    "NAM227",
    "mixed-name-styles",
    severity="info",
    fields=("author", "editor"),
    default=False,
    prose=False,
)
def mixed_name_styles(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the names that have a comma with the names of two words that have none."""
    if "," not in field.value:
        return
    names = [masked(name).strip() for name in written_names(field.value)]
    plain = [at for at, name in enumerate(names) if "," not in name and " " in name]
    if plain and any("," in name for name in names):
        yield Finding(
            name_span(field, entry, plain[0]),
            f"`{names[plain[0]]}` in `{field.name}` has no comma, but other names do; use one form for all",
        )
