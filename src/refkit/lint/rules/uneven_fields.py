"""A field that nearly all entries of this type have is missing.

A list reads evenly where all articles have their DOI or none has. The one without it was typed by hand.

Example:

    @article{a, author = {Ash, Al}, title = {On Oaks}, journal = {Trees}, year = {2001}, pages = {1--5}}
    @article{b, author = {Ash, Bo}, title = {On Elms}, journal = {Trees}, year = {2004}, pages = {7--9}}
    @article{c, author = {Ash, Cy}, title = {On Firs}, journal = {Trees}, year = {2008}, pages = {2--8}}
    @article{d, author = {Ash, Di}, title = {On Yews}, journal = {Trees}, year = {2010}, pages = {4--6}}
    @article{e, author = {Ash, Ed}, title = {On Figs}, journal = {Trees}, year = {2012}, pages = {5--9}}
    @article{f, author = {Ash, Fe}, title = {On Limes}, journal = {Trees}, year = {2015}}

Use instead:

    @article{a, author = {Ash, Al}, title = {On Oaks}, journal = {Trees}, year = {2001}, pages = {1--5}}
    @article{b, author = {Ash, Bo}, title = {On Elms}, journal = {Trees}, year = {2004}, pages = {7--9}}
    @article{c, author = {Ash, Cy}, title = {On Firs}, journal = {Trees}, year = {2008}, pages = {2--8}}
    @article{d, author = {Ash, Di}, title = {On Yews}, journal = {Trees}, year = {2010}, pages = {4--6}}
    @article{e, author = {Ash, Ed}, title = {On Figs}, journal = {Trees}, year = {2012}, pages = {5--9}}
    @article{f, author = {Ash, Fe}, title = {On Limes}, journal = {Trees}, year = {2015}, pages = {3--7}}

Fix: none, because refkit does not know the right value.
Source: JabRef's consistency check. A hint, off by default.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from refkit.lint.facts import inherits
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.model.library import Library

FIELDS = (
    "doi", "pages", "volume", "number", "publisher", "address", "location", "url", "isbn", "issn", "month", "editor",
    "series", "institution", "school",
)  # fmt: skip
ENOUGH = 6
SHARE = 0.8


@rule("REQ221", "uneven-fields", default=False)
def uneven_fields(library: Library, context: Context) -> Iterator[Finding]:
    """Count the fields of each type, and look for entries without the usual ones."""
    types: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.entries:
        types[entry.type].append(entry)
    for kind, entries in types.items():
        if len(entries) >= ENOUGH:
            yield from _compare(kind, entries)


def _compare(kind: str, entries: list[Entry]) -> Iterator[Finding]:
    counts = Counter(name for entry in entries for name in FIELDS if name in entry.by_name())
    usual = [name for name in FIELDS if len(entries) > counts[name] >= SHARE * len(entries)]
    for entry in entries:
        lacking = [name for name in usual if name not in entry.by_name()]
        if lacking and not inherits(entry):
            name, many = lacking[0], f"{counts[lacking[0]]} of {len(entries)} `@{kind}`"
            yield Finding(
                entry.key_span,
                f"`{entry.key}` has no `{name}`, which {many} have; add it",
                source=entry.source,
                key=entry.key,
            )
