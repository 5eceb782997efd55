"""A field was read with less confidence than required.

The parser infers fields such as title and journal from the form of the reference. `--min-confidence 0.9`
lists the fields to review before you use the list.

Example (as text):

    References

    Abbott, L. (2011). Lakes of the north. Harbour Press.
    Brandt, K. (2014). Rivers and their names. Harbour Press.
    Castell, M. (2009). The shape of deltas. Tidal Books.

Use instead:

    @book{abbott2011,
      author = {Abbott, L.},
      title = {Lakes of the North},
      publisher = {Harbour Press},
      year = {2011},
    }

Options: min-confidence=1
Fix: none, because only the author knows what was meant.
Source: the parser for plain-text references (docs/text.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Fault


@rule("SYN106", "doubtful-field", verdict=Verdict.SIGNAL, kinds=("doubtful-field",))
def check(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report fields with low confidence."""
    yield Finding(fault.span, fault.message)
