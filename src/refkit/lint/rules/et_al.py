""" "et al." is written as a name.

In BibTeX, `and others` means the rest of the names, and styles turn it into "et al." in the language of the
document. "et al." itself is read as a person called Al.

Example:

    @article{smith2015,
      author = {Holm, Ingrid et al.},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and others},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: unsafe: "et al." at the end becomes `and others`, which styles print as "et al.".
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import part_span
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_ET_AL = lazy_pattern(
    r"(?i)(?<![\w])et\.?\s+al\b\.?|\bu\.\s?a\.(?=\s*$)|\bund andere\b|\bet collab\.?"
)
_HINTS = (" al", ".al", " AL", " Al", "thers", "u.a", "u. a", "andere", "ollab")
_LAST = lazy_pattern(r"(?i)(?:[,\s]+(?:and\s+)?(?:et\.?\s+al\b\.?|others\b))+\s*$")
_OTHERS_INSIDE = lazy_pattern(r"\band (Others\b|others(?=\s+and\b))")


@rule("NAM223", "et-al", fields=("author", "editor", "translator", "bookauthor"), prose=False)
def et_al(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the words "et al.", and `and others` before the end."""
    value = field.value
    if not (
        " al" in value
        or ".al" in value
        or "thers" in value
        or " A" in value
        or "u." in value
        or "nde" in value
    ):
        return
    if not any(hint in value for hint in _HINTS):
        return
    if match := _ET_AL.search(field.value):
        yield Finding(
            part_span(field, entry, *match.span()),
            f"`{match[0]}` in `{field.name}` is read as a name; write `and others`",
            _fix(field, entry, match),
        )
    elif match := _OTHERS_INSIDE.search(field.value):
        yield Finding(
            part_span(field, entry, *match.span(1)),
            f"`others` in `{field.name}` is read as a name; write `and others` at the end",
        )


def _fix(field: Field, entry: Entry, found: re.Match[str]) -> Fix | None:
    last = _LAST.search(field.value)
    raw = entry.source.slice(field.value_span)
    if (
        last is None
        or last.end() < found.end()
        or raw[1:-1] != field.value
        or last.start() > found.start()
        or _OTHERS_INSIDE.search(
            field.value
        )  # the rest of the names is lost with or without the fix
    ):
        return None
    text = raw[0] + field.value[: last.start()] + " and others" + raw[-1]
    return Fix((Edit(field.value_span, text),), Safety.UNSAFE, "write `and others`")
