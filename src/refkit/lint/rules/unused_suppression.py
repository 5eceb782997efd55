"""A suppression matches no finding.

The problem it was written for is gone, so it can only hide a new one.

Example:

    % refkit: ignore[PAG101] the journal counts backwards
    @book{smith2020,
      pages = {101--110},
    }

Use instead:

    @book{smith2020,
      pages = {101--110},
    }

Fix: none; remove the comment, the field or the line of the configuration.
Source: after ruff's RUF100.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, Suppression, rule


@rule("SUP101", "unused-suppression")
def check(suppression: Suppression, context: Context) -> Iterator[Finding]:
    """Report suppressions of rules that ran without a matching finding."""
    if suppression.idle:
        codes = ", ".join(suppression.codes)
        place = " of the configuration" if suppression.configured else ""
        message = f"the suppression of {shown(codes)}{place} matches no finding; remove it"
        yield Finding(suppression.span, message)
