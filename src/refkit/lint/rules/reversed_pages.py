"""The page range ends before it starts.

One of the two numbers is wrong, and readers cannot find the passage.

Example:

    @article{smith2020,
      pages = {110--101},
    }

Use instead:

    @article{smith2020,
      pages = {101--110},
    }

Fix: none, because either number may be the wrong one.
Source: abbreviated ends are supported: `123--45` ends at 145. Numbers below 100 are never abbreviated
(Chicago Manual of Style, 17th ed., 9.61).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.listed import TEXT
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_RANGE = lazy_pattern(
    r"(?<![\w.:/-])(?P<letter>[A-Za-z]?)(?P<first>\d{1,9})\s*(?P<dash>--?-?|–|\\textendash\s*(?:\{\})?)"
    r"\s*(?P=letter)(?P<last>\d{1,9})(?![\w./:-])"
)


# Works whose chapters may restart the page numbers.
WHOLE = frozenset("manual book techreport report booklet misc proceedings collection".split())


@rule("PAG101", "reversed-pages", severity="error", verdict=Verdict.INCONSISTENT, fields=("pages",))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report page ranges that end before they start."""
    yield from findings_at(field, entry, _marks(field, entry))


def _marks(field: Field, entry: Entry) -> Iterator[Mark]:
    for match in _RANGE.finditer(field.value):
        first, last = match["first"], match["last"]
        if read_int(last) >= read_int(first) or _is_elided(first, last, match["letter"]):
            continue
        if entry.source.format == TEXT and (len(last) != len(first) or match[0] != field.value):
            continue  # typed lists elide as they like: `61-9`
        if (
            match["dash"] == "-"
            and len(last) < len(first)
            and (len(first) > 2 or entry.type in WHOLE)
        ):
            continue  # `034503-2` is page 2 of article 034503, and `12-9` of a manual page 9 of chapter 12
        written = match[0].replace("--", "–") if entry.source.format == TEXT else match[0]
        message = f"the pages {shown(written)} end before they start: {first} comes after {last}; check both numbers"
        yield Mark(*match.span(), message)


def _is_elided(first: str, last: str, letter: str) -> bool:
    """Whether the last page omits digits that it shares with the first, as is usual from 100 on."""
    completed = first[: len(first) - len(last)] + last
    return not letter and len(first) > 2 and read_int(completed) >= read_int(first)
