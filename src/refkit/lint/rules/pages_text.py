"""The pages contain words.

Styles add "p." or "pp." themselves, in the language of the document; `pp. 12--15` is printed as "pp. pp.
12–15".

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {pp. 214--221},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {214--221},
    }

Fix: unsafe: "p.", "pp." and "pages" before the numbers are removed.
Source: the BibTeX manual (btxdoc, 1988), 3.2; biber's data model, range fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.listed import TEXT
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_LABEL = lazy_pattern(
    r"(?i)(?:^\s*|[,;&]\s*|\s(?:and|und|et|y|e|en|og|och|i)\s+)"
    r"(?P<label>(?:pp?\.\s*~?|pages?\b\s*|pp\s*~?|pgs?\.\s*|seiten?\b\s*|págs?\.\s*)(?=\S))"
)
_NO_PAGES = lazy_pattern(
    r"(?i)\s*(?:n/?a|none|null|no pages|unpaginated|unknown|to appear|in press|tbd|tba|forthcoming|not available"
    r"|\?+|x{4,}|x+[-–]+x+|n\.?p\.?)\s*$"
)


@rule("PAG220", "pages-text", fields=("pages",))
def pages_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report labels before and after the numbers, and words instead of numbers."""
    value = field.value
    if value[:1].isdecimal() and value[-1:].isdecimal():
        lower = value.lower()
        if "p" not in lower and "seite" not in lower:
            return
    if _NO_PAGES.match(value):
        yield Finding(field.value_span, f"`pages` is `{value}`; omit the field if there are none")
        return
    prose = entry.source.format == TEXT  # there a label is what it should be
    if prose or not any(char.isdecimal() for char in value):
        return
    marks = (_mark(match) for match in _LABEL.finditer(value))
    yield from findings_at(field, entry, marks, "remove the label")


def _mark(match: re.Match[str]) -> Mark:
    label = match["label"].strip()
    message = f"`{label}` in `pages` is added by styles; keep only the numbers"
    return Mark(*match.span("label"), message, "")
