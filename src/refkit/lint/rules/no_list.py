"""The document contains no reference list.

Nothing was checked. The list has no heading, or this is the wrong file.

Example (as text):

    The ferry leaves at eight in the morning and comes back at dusk, if the weather is good. Take warm clothes with
    you, something to eat, and enough patience for the crossing, which can last three hours when the wind is against it.

Use instead:

    Deltas grow where rivers slow down (Castell, 2009; Brandt, 2014). Their names are old (Abbott, 2011).

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Fix: none, because there is nothing to fix.
Source: the parser for plain-text references (docs/text.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("SYN107", "no-list", severity="warning", kinds=("no-list",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report documents without a reference list."""
    yield Finding(fault.span, fault.message)
