"""The year has another form or position than in the other references of the list.

The reference was copied from a list in another style, so the list is no longer consistent.

Example (as text):

    References

    Abbott, L. (2001). Lakes of the north. Harbour Press.
    Brandt, K. (2002). Rivers and their names. Northern Press.
    Castell, M. (2003). The shape of deltas. Tidal Books.
    Dunmore, P. (2004). A history of dykes. Harbour Press.
    Ellery, S. (2005). Estuaries in winter. Northern Press.
    Farrow, T. (2006). Sand and silt. Tidal Books.
    Granger, H. (2007). On old maps. Harbour Press.
    Hollis, J. (2008). Birds of the marsh. Northern Press.
    Imhof, R. Bridges of stone. Tidal Books, 2009.

Use instead:

    References

    Abbott, L. (2001). Lakes of the north. Harbour Press.
    Brandt, K. (2002). Rivers and their names. Northern Press.
    Castell, M. (2003). The shape of deltas. Tidal Books.
    Dunmore, P. (2004). A history of dykes. Harbour Press.
    Ellery, S. (2005). Estuaries in winter. Northern Press.
    Farrow, T. (2006). Sand and silt. Tidal Books.
    Granger, H. (2007). On old maps. Harbour Press.
    Hollis, J. (2008). Birds of the marsh. Northern Press.
    Imhof, R. (2009). Bridges of stone. Tidal Books.

Fix: none, because plain-text references are not rewritten.
Source: common practice; the rule applies to lists in which eight of nine references have the year in brackets after
the authors.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.listed import Listed, listings, shown_head
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

ENOUGH = 8
_IN_BRACKETS = lazy_pattern(r"[(\[][^()\[\]]{0,30}?\d{4}[a-z]?\b[^()\[\]]{0,40}[)\]]")


@rule("REF231", "mixed-year-forms", verdict=Verdict.INCONSISTENT, formats=("text",))
def mixed_year_forms(library: Library, context: Context) -> Iterator[Finding]:
    """Report years without brackets in lists with brackets around nearly all years."""
    for listing in listings(library):
        dated = [one for one in listing.references if one.year]
        odd = [one for one in dated if not _in_brackets(one)]
        if len(dated) - len(odd) >= max(ENOUGH, 8 * len(odd)) and odd:
            yield from (_finding(one) for one in odd if not _IN_BRACKETS.search(_own_text(one)))


def _own_text(one: Listed) -> str:
    """Return the reference without its label, which may also contain a year."""
    return one.entry.source.slice(one.entry.span)


def _in_brackets(one: Listed) -> bool:
    """Whether the year is in brackets in the first half of the reference."""
    text = _own_text(one)
    found = _IN_BRACKETS.search(text)
    return found is not None and str(one.year) in found[0] and found.start() * 2 < len(text)


def _finding(one: Listed) -> Finding:
    field = one.item.source_field("issued")
    place = field.value_span if field else Span(*one.entry.span)
    message = f"{shown_head(one)} has no brackets around its year, unlike the other references; write `({one.year})`"
    return Finding(
        place, f"{message} after the authors", source=one.entry.source, key=one.entry.key
    )
