"""A part of a reference could not be interpreted.

Unparsed text is kept in a note, which a style may or may not print. Often the reference has an unusual form,
or two references run together.

Example (as text):

    References

    Abbott, L. (2011). Lakes of the north. Lake Studies, 4(2), 3–19. Quoted from memory; see chapter two above.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Use instead:

    References

    Abbott, L. (2011). Lakes of the north. Lake Studies, 4(2), 3–19.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Fix: none, because only the author knows what was meant.
Source: the parser for plain-text references (docs/text.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Fault


@rule("SYN105", "unread-text", severity="info", verdict=Verdict.SIGNAL, kinds=("unread-text",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report text that the reader could not parse, however short, because it is missing from its field."""
    yield Finding(fault.span, fault.message)
