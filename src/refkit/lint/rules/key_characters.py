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
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_FINE = lazy_pattern(r"[\w:.+/*!?&^|<>@$;=()\[\]'`-]*", re.ASCII)
_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]")
_TRIPPED = lazy_pattern(r"[\s\"#%(),={}~\\]")


@rule("KEY220", "key-characters")
def key_characters(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report keys with characters that are not safe everywhere."""
    if _FINE.fullmatch(entry.key):
        return
    match = _TRIPPED.search(entry.key)
    if match is None and (dialect(context) == "biblatex" or entry.key.isascii()):
        return
    match = match or _NOT_ASCII.search(entry.key)
    assert match is not None  # the key is not ASCII
    place = entry.key_span.start + match.start()
    yield Finding(
        Span(place, place + 1),
        f"`{match[0]}` in the key `{entry.key}` can break citations; use ASCII letters, digits and `-:._/+`",
    )
