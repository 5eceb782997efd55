"""A name has too many commas.

A name has the form "First von Last", "von Last, First" or "von Last, Jr, First". More commas mean that commas
separate several people; BibTeX reads them as one.

Example:

    @article{smith2015,
      author = {Holm, Ingrid, Berg, Olav, Dahl, Eva},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav and Dahl, Eva},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not show where one name ends. Only a comma at the end of "Last, First" is removed by
an unsafe fix.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.persons import masked, place_of_name, written_names
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import is_extended
from refkit.patterns import lazy_pattern

_SUFFIX = lazy_pattern(
    r"(?i)\s*(?:[js]r\.?|[ivx]+|\d(?:st|nd|rd|th)|ph\.?d\.?|m\.?d\.?|esq\.?|junior|senior|jnr|snr)\s*"
)
# "A. Miller, B. Stone" and "Ann Miller, Bo Stone": two names of two words with one comma.
_PAIR = lazy_pattern(r"\s*[^\W\d_][\w.'’-]*\.?(?:\s+[^\W\d_][\w.'’-]*)+\s*")


@rule(
    "NAM222",
    "too-many-commas",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
)
def too_many_commas(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Count the commas of each name."""
    if field.value.count(",") < 2:
        return
    names = written_names(field.value)
    marks = [_mark(field, at, name) for at, name in enumerate(names) if name.count(",") > 1]
    if any(marks):
        yield from findings_at(field, entry, filter(None, marks), "remove the comma")


def _mark(field: Field, number: int, name: str) -> Mark | None:
    if is_extended(name):
        return None
    parts = masked(name).split(",")
    if len(parts) < 3 or (len(parts) == 3 and parts[2].strip() and not _several(parts)):
        return None
    start, end = place_of_name(field.value, number)
    # "Ann Miller, Bo Stone, and Cy Field": a comma before the last `and`.
    if len(parts) == 3 and not parts[2].strip() and not _PAIR.fullmatch(parts[0]):
        problem = "ends in a comma, so BibTeX reads an empty `Jr` part; remove it"
        if field.value[start:end] == name.strip():
            return Mark(end - 1, end, f"{shown(name)} in `{field.name}` {problem}", "")
    else:
        problem = f"has {len(parts) - 1} commas; write `and` between people"
    return Mark(start, end, f"{shown(name)} in `{field.name}` {problem}")


def _several(parts: list[str]) -> bool:
    """Whether three parts are three full names and not "Last, Jr, First"."""
    return all(_PAIR.fullmatch(part) for part in parts) and not any(
        _SUFFIX.fullmatch(p) for p in parts
    )
