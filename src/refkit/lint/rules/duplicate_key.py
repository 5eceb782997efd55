"""Two entries share a cite key.

BibTeX reports "Repeated entry" and drops the second entry; biber uses the first. A citation then shows a
different work than intended. The entries can be in different files of a bibliography that a configuration or a
document names.

Example:

    @book{smith2020,
      title = {On Tides},
    }
    @book{smith2020,
      title = {On Waves},
    }

Use instead:

    @book{smith2020a,
      title = {On Tides},
    }
    @book{smith2020b,
      title = {On Waves},
    }

Fix: none, because only the author knows which of the two a citation means.
Source: bibtex.web, "Repeated entry"; BibTeX ignores the case of keys, biber does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.bibtex import entries_before
from refkit.lint.facts import dialect, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.model.library import Library


@rule("KEY101", "duplicate-key")
def check(library: Library, context: Context) -> Iterator[Finding]:
    """Report the second and later entries with the same key."""
    exact = dialect(context) == "biblatex"
    first: dict[str, Entry] = {}
    for entry in _in_earlier_files(library):
        first.setdefault(entry.key if exact else entry.key.lower(), entry)
    for entry in library.entries:
        known = first.setdefault(entry.key if exact else entry.key.lower(), entry)
        if known is not entry and entry.key:
            yield Finding(entry.key_span, _message(entry, known), None, entry.source, key=entry.key)


def _in_earlier_files(library: Library) -> Iterator[Entry]:
    """Yield the entries of the files before this one in the bibliography that a configuration or a document names."""
    if len(library.sources) == 1 and len(library.entries):
        yield from entries_before(library.entries[0])


def _message(entry: Entry, known: Entry) -> str:
    line = str(known.source.position(known.key_span.start).line)
    if known.source is not entry.source:
        line += f" of `{known.source.name}`"
    if entry.key != known.key:
        return (
            f"the key {shown(entry.key)} differs only in case from {shown(known.key)} in line {line}, "
            "which is the same key to BibTeX; give one of the two another key"
        )
    return (
        f"the key {shown(entry.key)} is already used in line {line}; "
        "give one of the two another key, or remove one"
    )
