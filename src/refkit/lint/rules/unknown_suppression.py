"""A suppression names no rule, or an unknown one.

The suppression has no effect, and the finding is still reported.

Example:

    % refkit: ignore[DAT999] a reprint
    @book{smith2020,
      title = {On Tides},
    }

Use instead:

    % refkit: ignore[DAT] a reprint
    @book{smith2020,
      title = {On Tides},
    }

Fix: none, because only the author knows which rule to suppress.
Source: refkit's own syntax: `% refkit: ignore[CODE, CODE] reason`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.errors import UnknownChoice
from refkit.lint.facts import shown
from refkit.lint.registry import check_selector
from refkit.lint.rule import Context, Finding, Suppression, rule


@rule("SUP102", "unknown-suppression")
def check(suppression: Suppression, context: Context) -> Iterator[Finding]:
    """Report suppressions that match no rule."""
    if not suppression.codes:
        message = (
            "this suppression names no rule; write it as `refkit: ignore[CODE] reason`, "
            "or in `x-refkit` as `CODE: reason`"
        )
        yield Finding(suppression.span, message)
    for code in suppression.codes:
        try:
            check_selector(code)
        except UnknownChoice as error:
            near = (
                f"did you mean `{error.nearest}`?" if error.nearest else "`refkit rules` lists them"
            )
            yield Finding(suppression.span, f"there is no rule {shown(code)} to suppress; {near}")
