"""A macro is not defined by any @string.

BibTeX ignores the macro, so the field is empty in the output.

Example:

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = fishj,
      year = {2015},
    }

Use instead:

    @string{fishj = {Journal of Fishing}}

    @article{pike2015,
      author = {Pike, Lou},
      title = {Nets and Traps},
      journal = fishj,
      year = {2015},
    }

Fix: none, because the file does not contain the value of the macro.
Source: the BibTeX manual (btxdoc, 1988), 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Fault


@rule("REF223", "undefined-string", kinds=("macro",))
def undefined_string(fault: Fault, context: Context) -> Iterator[Finding]:
    """Report macros that the reader could not expand."""
    yield Finding(fault.span, fault.message)
