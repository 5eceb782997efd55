"""A suppression gives no reason.

Without a reason, nobody will know later whether the suppression is still needed.

Example:

    % refkit: ignore[PAG101]
    @book{smith2020,
      pages = {110--101},
    }

Use instead:

    % refkit: ignore[PAG101] printed so in the journal
    @book{smith2020,
      pages = {110--101},
    }

Fix: none, because only the author knows the reason.
Source: refkit's own syntax: `% refkit: ignore[CODE, CODE] reason`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, Suppression, rule


@rule("SUP103", "suppression-without-reason", severity="info", default=False)
def check(suppression: Suppression, context: Context) -> Iterator[Finding]:
    """Report suppressions without a reason."""
    if not suppression.reason:
        yield Finding(
            suppression.span, "this suppression gives no reason; add it after the brackets"
        )
