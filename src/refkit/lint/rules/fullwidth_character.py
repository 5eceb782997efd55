"""Latin text holds fullwidth characters.

Fullwidth letters, digits and brackets are for East Asian text; among Latin letters they come from an input
method, are found by no search and are missing in most fonts.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes： a Survey},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes: a Survey},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: each becomes its ordinary form.
Source: The Unicode Standard, block Halfwidth and Fullwidth Forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_FULLWIDTH = lazy_pattern("[\uff01-\uff5e]")
_EAST_ASIAN = lazy_pattern("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Characters that TeX or BibTeX would take for commands once they are ordinary.
_COMMANDS = frozenset('#$%&\\^_{}~"@')


@rule("TEX224", "fullwidth-character")
def fullwidth_character(entry: Entry, context: Context) -> Iterator[Finding]:
    """Look for fullwidth forms in text without East Asian characters."""
    if entry.source.slice(entry.span).isascii():
        return
    for field in entry.fields:
        if not field.value.isascii():
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    match = _FULLWIDTH.search(field.value)
    if match is None or _EAST_ASIAN.search(field.value):
        return
    start = field.value_span.start
    raw = entry.source.slice(field.value_span)
    edits = tuple(
        Edit(Span(start + m.start(), start + m.end()), plain)
        for m in _FULLWIDTH.finditer(raw)
        if (plain := chr(ord(m[0]) - 0xFEE0)) not in _COMMANDS
    )
    fix = Fix(edits, Safety.UNSAFE, "write the ordinary characters") if edits else None
    yield Finding(
        field.value_span,
        f"`{match[0]}` in `{field.name}` is fullwidth; write `{chr(ord(match[0]) - 0xFEE0)}`",
        fix,
    )
