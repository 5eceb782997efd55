"""The title, the venue or the publisher contains a URL.

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
from functools import partial

from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_LINKED = lazy_pattern(r"\\href\s*\{[^{}]*\}")  # a title that is a link prints no address
_URL = lazy_pattern(r"(?:https?|ftp)://[^\s{}]+|(?<![\w.])www\.[\w-]+\.[^\s{}]+")


VARIABLES = ("title", "container-title", "publisher")


@rule("TTL225", "url-in-title", severity="warning", variables=VARIABLES, cues=("://", "www."))
def url_in_title(item: Item, context: Context) -> Iterator[Finding]:
    """Report links."""
    for variable in VARIABLES:
        text = item.text.get(variable, "")
        if ("://" in text or "www." in text) and _is_printed_as_text(item, variable):
            name = field_name(item, variable)
            yield from findings_in(item, variable, partial(_marks, name))


def _is_printed_as_text(item: Item, variable: str) -> bool:
    """Whether a variable is not `howpublished`, where addresses may be."""
    field = item.source_field(variable)
    return variable != "publisher" or field is None or field.name == "publisher"


def _marks(name: str, value: str) -> Iterator[Mark]:
    for match in _URL.finditer(_LINKED.sub(lambda link: " " * len(link[0]), value)):
        yield Mark(*match.span(), f"{shown(match[0])} in `{name}` belongs in `url`; move it there")
