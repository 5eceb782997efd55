"""The cite key contains characters that break TeX or BibTeX.

A key is used in `\\cite`, the .aux file and link labels. Braces, quotes, commas, `#`, `%`, `~`, `\\` and spaces
end it early. BibTeX sorts and compares non-ASCII letters in unexpected ways.

Example:

    @article{smith#2015é,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015e,
      author = {Holm, Ingrid},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the documents that cite the key would have to change too.
Source: the BibTeX manual (btxdoc, 1988), 2; JabRef has the same check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import dialect
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_FINE = lazy_pattern(r"[\w:.+/*!?&^|<>@$;=()\[\]'`-]*", re.ASCII)
_TRIPPED = lazy_pattern(r"[\s\"#%(),={}~\\]")


@rule("KEY220", "key-characters")
def key_characters(entry: Entry, context: Context) -> Iterator[Finding]:
    """Match the key with the characters that pass everywhere."""
    if _FINE.fullmatch(entry.key):
        return
    match = _TRIPPED.search(entry.key)
    if match is None and (dialect(context) == "biblatex" or entry.key.isascii()):
        return
    char = match[0] if match else next(char for char in entry.key if not char.isascii())
    yield Finding(
        entry.key_span,
        f"`{char}` in the key `{entry.key}` can break citations; use ASCII letters, digits and `-:._/+`",
    )
