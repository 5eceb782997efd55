"""An entry is in the reference list of documents, but no document cites it.

It was left over from an earlier version, or its citation was forgotten. The rule is off by default, because many lists
serve several papers.

Example (as files):

    # paper.tex
    Deltas grow where rivers slow down \\citep{castell2009}.
    \\bibliography{refs}

    # refs.bib
    @book{castell2009, author = {Castell, Mary}, title = {The Shape of Deltas}, year = {2009}}
    @book{okafor2019, author = {Okafor, Ben}, title = {Rivers under Ice}, year = {2019}}

Use instead:

    # paper.tex
    Deltas grow where rivers slow down \\citep{castell2009}, and the ice above them is thin \\citep{okafor2019}.
    \\bibliography{refs}

    # refs.bib
    @book{castell2009, author = {Castell, Mary}, title = {The Shape of Deltas}, year = {2009}}
    @book{okafor2019, author = {Okafor, Ben}, title = {Rivers under Ice}, year = {2019}}

Fix: none, because only the author can decide whether to cite it or remove it.
Source: checkcites reports such entries. An entry that others name (`crossref`, `xdata`, `related`, `entryset`) is used.
The rule applies to lists of documents whose included files were all read, and none of which cites all entries.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.model.library import Library

if TYPE_CHECKING:
    from refkit.lint.keys_cited import Keys

# Entries that are not works: options of IEEEtran, and the data, sets and comments of BibLaTeX.
_NO_WORKS = frozenset(("ieeetranbstctl", "control", "xdata", "set", "comment"))


@rule(
    "REF233",
    "entry-not-cited",
    verdict=Verdict.INCONSISTENT,
    formats=("text",),
    across=True,
    default=False,
)
def entry_not_cited(library: Library, context: Context) -> Iterator[Finding]:
    """Report the entries of the lists of documents that are never cited."""
    from refkit.lint.keys_cited import keys_of_projects

    found = keys_of_projects(library)
    complete = {path for keys in found for path in keys.project.lists}
    for keys in found:
        if not keys.is_complete or keys.project.cites_all:
            complete.difference_update(keys.project.lists)
    if not complete:
        return
    used = _used(found, library)
    for entry in library.entries:
        if os.path.abspath(entry.source.name) in complete and _is_unused(entry, used):
            yield Finding(
                entry.key_span,
                f"`{entry.key}` is in the list, but no document cites it; cite it or remove it",
                source=entry.source,
                key=entry.key,
            )


def _used(found: tuple[Keys, ...], library: Library) -> frozenset[str]:
    """Return the keys that are cited or named, in lower case, because BibTeX ignores the case."""
    from refkit.lint.keys_cited import related_keys

    used: set[str] = set()
    for keys in found:
        for key in (*(cited.key for cited in keys.cited), *keys.named):
            used.add(key.lower())
            if key in keys.listed:  # by an alias
                used.add(keys.listed[key].key.lower())
    for entry in library.entries:
        used.update(key.lower() for key in related_keys(entry))
    return frozenset(used)


def _is_unused(entry: Entry, used: frozenset[str]) -> bool:
    return bool(entry.key) and entry.key.lower() not in used and entry.type not in _NO_WORKS
