"""The journal is arXiv.

A preprint has no journal. With `eprint` and `archiveprefix`, styles can print the identifier and link to it.

Example:

    @article{lund2024,
      author = {Lund, Ole},
      title = {Ice on Small Lakes},
      journal = {arXiv preprint arXiv:2402.01234},
      year = {2024},
    }

Use instead:

    @misc{lund2024,
      author = {Lund, Ole},
      title = {Ice on Small Lakes},
      year = {2024},
      eprint = {2402.01234},
      archiveprefix = {arXiv},
    }

Fix: none, because many styles do not print `eprint`.
Source: https://info.arxiv.org/help/hypertex/bibstyles/index.html. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item


@rule("FLD222", "arxiv-as-journal", severity="info", variables=("container-title",), default=False)
def arxiv_as_journal(item: Item, context: Context) -> Iterator[Finding]:
    """Report journals named arXiv or CoRR."""
    value = item.container_title.lower()
    if value.startswith(("arxiv", "corr abs/")) or value == "corr":
        yield Finding(
            item.place("container-title"),
            f"{shown(item.container_title)} is a preprint server; use `eprint` instead",
        )
