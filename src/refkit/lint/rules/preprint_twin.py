"""The list contains both a preprint and its published version.

Readers look for the published version. Some fields cite both on purpose; then link them with BibLaTeX's
`related`.

Example:

    @article{okafor2015,
      author = {Okafor, Ben},
      title = {Migration of Dunes in the Great Desert},
      journal = {Desert Letters},
      year = {2015},
    }

    @misc{okafor2014,
      author = {Okafor, Ben},
      title = {Migration of Dunes in the Great Desert},
      year = {2014},
      eprint = {1405.01234},
      archiveprefix = {arXiv},
    }

Use instead:

    @article{okafor2015,
      author = {Okafor, Ben},
      title = {Migration of Dunes in the Great Desert},
      journal = {Desert Letters},
      year = {2015},
      eprint = {1405.01234},
      archiveprefix = {arXiv},
    }

Fix: none, because documents may cite both keys.
Source: common practice; users of reference managers expect that the two are never merged automatically.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.items import item_finder
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.works import KIND, named, place_of, twins
from refkit.model.library import Library


@rule("DUP222", "preprint-twin", across=True)
def preprint_twin(library: Library, context: Context) -> Iterator[Finding]:
    """Report pairs in which one entry is a preprint."""
    reported: set[int] = set()
    item_of = item_finder(library)
    for one, two in twins(library):
        if one.preprint == two.preprint:
            continue
        early, late = (one, two) if one.preprint else (two, one)
        item = item_of(late.entry)
        # A book or a thesis with the same title is another publication.
        if id(early) in reported or item is None or KIND.get(item.type) != "paper":
            continue
        reported.add(id(early))
        yield Finding(
            early.entry.key_span,
            f"{named(early.entry)} is the preprint of {place_of(late.entry, early.entry)}; cite the published work, "
            "or both on purpose",
            source=early.entry.source,
            key=early.entry.key,
        )
