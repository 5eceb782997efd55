"""A name is written in capitals.

Styles render the name in capitals, too. Some styles use small capitals, but a style cannot restore the
original case of "MCDONALD".

Example:

    @article{smith2015,
      author = {HOLM, INGRID and BERG, OLAV},
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

Fix: none, because the file does not show which letters are capitals.
Source: veracite and Zotero's linter have the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.persons import masked, written_names
from refkit.lint.places import name_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_CAPITALS = lazy_pattern(r"[A-ZÀ-ÖØ-Þ]{4}")


@rule("NAM225", "all-caps-name", severity="info", fields=("author", "editor"), prose=False)
def all_caps_name(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the names of persons without lower-case letters."""
    if not _CAPITALS.search(field.value):
        return
    for number, name in enumerate(written_names(field.value)):
        bare = masked(name)
        words = bare.replace(",", " ").replace("-", " ").split()
        # A single word can be the acronym of an organization (NASA), and initials are always capitals.
        long = [word for word in words if len(word.replace(".", "")) > 2]
        if (
            len(words) > 1
            and long
            and bare == bare.upper()
            and _CAPITALS.search(bare)
            and "\\" not in bare
        ):
            yield Finding(
                name_span(field, entry, number),
                f"{shown(name)} in `{field.name}` is in capitals; use lower case, "
                "or put braces around the name of an organization",
            )
            return
