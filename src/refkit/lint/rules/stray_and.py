"""An `and` has no name before or after it.

BibTeX reads an empty name there, so the list has an additional author and an additional comma or "and".

Example:

    @article{smith2015,
      author = {Holm, Ingrid and },
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because a name may be missing.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10; JabRef's person-names check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_STRAY = lazy_pattern(
    r"(?i)(?:^\s*and(?=\s)|\band\s+and(?=\s)|(?<![,\s])\s+and\s*$|\band\s*,\s*and\b|(?<=\s)and,(?=\s)|^\s*,|,\s*$)"
)


@rule(
    "NAM221",
    "stray-and",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
    cues=(ODD_NAMES,),
)
def stray_and(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report separators without a name on both sides."""
    value = field.value
    # BibTeX's "and" has spaces around it, and values are folded: check the ends and adjacent separators.
    ends = value[:1] == "," or value[-1:] == "," or "and" in (value[:3].lower(), value[-3:].lower())
    doubled = " and and " in value or " and , and " in value or " and, " in value or " AND" in value
    if not ends and not doubled:
        return
    marks = (_mark(match, field.name) for match in _STRAY.finditer(value))
    yield from findings_at(field, entry, marks)


def _mark(match: re.Match[str], name: str) -> Mark:
    written = "and and" if match[0].lower().count("and") > 1 else match[0].strip()
    message = f"`{written}` in `{name}` has no name on one side; add the name or remove it"
    return Mark(*match.span(), message)
