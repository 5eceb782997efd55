"""Two entries are the same work.

First author and title are the same, but for case, braces and slips: the list prints the work twice.

Example:

    @article{lee2015,
      author = {Lee, Min},
      title = {A Note on Sparse Recovery of Gene Networks},
      journal = {Applied Networks},
      year = {2015},
    }

    @article{lee15,
      author = {M. Lee},
      title = {A note on sparse recovery of {Gene} networks.},
      journal = {Applied Networks},
      year = {2015},
    }

Use instead:

    @article{lee2015,
      author = {Lee, Min},
      title = {A Note on Sparse Recovery of Gene Networks},
      journal = {Applied Networks},
      year = {2015},
    }

Fix: none: documents may cite both keys.
Source: JabRef's duplicate finder and bibtex-tidy; here only entries that share first author and words of the
title are compared. Parts, years more than one apart and different DOIs part two works.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.reading import doi_of
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.works import Work, place_of, twins
from refkit.model.library import Library


@rule("DUP221", "duplicate-work", across=True)
def duplicate_work(library: Library, context: Context) -> Iterator[Finding]:
    """Compare the works of each block, and blame the later one."""
    for one, two in twins(library):
        if one.preprint == two.preprint and not _told_apart(one, two):
            yield Finding(
                two.entry.key_span,
                f"`{two.entry.key}` has title and first author of {place_of(one.entry, two.entry)}; keep one entry",
                source=two.entry.source,
                key=two.entry.key,
            )


def _told_apart(one: Work, two: Work) -> bool:
    """Tell whether the entries say that they are two: by key, identifiers, kind or volume."""
    if one.entry.source is two.entry.source and one.entry.key == two.entry.key:
        return True
    left, right = doi_of(one.entry), doi_of(two.entry)
    if left and right:
        # The same DOI is another rule's finding, and two DOIs are two works.
        return True
    if {one.entry.type, two.entry.type} & {"proceedings", "periodical", "set"}:
        return one.entry.type != two.entry.type
    return any(_differ(one, two, name) for name in ("volume", "edition", "chapter", "number"))


def _differ(one: Work, two: Work, name: str) -> bool:
    left, right = one.entry.get(name), two.entry.get(name)
    return left is not None and right is not None and left.value != right.value
