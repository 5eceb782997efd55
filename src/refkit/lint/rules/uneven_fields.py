"""A field that nearly all entries of this type have is missing.

A list is consistent if all articles have a DOI, or none has. The entry without it was probably typed
manually.

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
from refkit.model.library import Library

FIELDS = (
    "doi", "pages", "volume", "number", "publisher", "address", "location", "url", "isbn", "issn", "month", "editor",
    "series", "institution", "school",
)  # fmt: skip
ENOUGH = 6
SHARE = 0.8


@rule("REQ221", "uneven-fields", severity="info", default=False)
def uneven_fields(library: Library, context: Context) -> Iterator[Finding]:
    """Count the fields of each type, and report entries without the usual ones."""
    totals: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in library.entries:
        totals[entry.type] += 1
        counts[entry.type].update(name for name in FIELDS if name in entry.by_name())
    usual = {kind: _usual(counts[kind], total) for kind, total in totals.items() if total >= ENOUGH}
    for entry in library.entries if any(usual.values()) else ():
        lacking = [name for name in usual.get(entry.type, ()) if name not in entry.by_name()]
        if lacking and not inherits(entry):
            many = f"{counts[entry.type][lacking[0]]} of {totals[entry.type]} `@{entry.type}`"
            yield Finding(
                entry.key_span,
                f"`{entry.key}` has no `{lacking[0]}`, which {many} have; add it",
                source=entry.source,
                key=entry.key,
            )


def _usual(counts: Counter[str], total: int) -> list[str]:
    """Return the fields that most entries of a type have, but not all."""
    return [name for name in FIELDS if total > counts[name] >= SHARE * total]
