"""The title contains a URL.

A link belongs in `url`. Styles can then omit, shorten or break it.

Example:

    @misc{moor2015,
      author = {Moor, Ned},
      title = {Heather Maps, https://heather.example.net/maps},
      year = {2015},
    }

Use instead:

    @misc{moor2015,
      author = {Moor, Ned},
      title = {Heather Maps},
      year = {2015},
      url = {https://heather.example.net/maps},
    }

Fix: none, because the file does not show which other words belong to the title.
Source: JabRef's integrity check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_URL = lazy_pattern(r"(?:https?|ftp)://[^\s{}]+|(?<![\w.])www\.[\w-]+\.[^\s{}]+")


@rule(
    "TTL225",
    "url-in-title",
    severity="warning",
    fields=("title", "booktitle", "journal", "journaltitle"),
)
def url_in_title(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report links."""
    if "://" not in field.value and "www." not in field.value:
        return
    marks = (
        Mark(*match.span(), f"{shown(match[0])} in `{field.name}` belongs in `url`; move it there")
        for match in _URL.finditer(field.value)
    )
    yield from findings_at(field, entry, marks)
