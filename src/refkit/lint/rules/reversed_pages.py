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
Source: abbreviated ends are supported: `123--45` ends at 145 (Chicago Manual of Style, 17th ed., 9.61), and
`71--8`, as Medline writes it, at 78 (Citing Medicine, 2nd ed., chapter 1, "Location").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from refkit.integers import read_int, read_roman
from refkit.lint.facts import shown
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import TEXT, Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_RANGE = lazy_pattern(
    r"(?<![\w.:/-])(?P<letter>[A-Za-z]?)(?P<first>\d{1,9})\s*(?P<dash>--?-?|–|\\textendash\s*(?:\{\})?)"
    r"\s*(?P=letter)(?P<last>\d{1,9})(?![\w./:-])"
)

_ROMAN_RANGE = lazy_pattern(
    r"(?<![\w.:/-])(?P<first>[ivxlcdm]+|[IVXLCDM]+)\s*(?P<dash>--?-?|–|\\textendash\s*(?:\{\})?)"
    r"\s*(?P<last>[ivxlcdm]+|[IVXLCDM]+)(?![\w./:-])"
)


@rule(
    "PAG101", "reversed-pages", severity="error", verdict=Verdict.INCONSISTENT, variables=("page",)
)
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report page ranges that end before they start."""
    if is_rising(item.text["page"]):
        return
    prose = item.entry is not None and item.entry.source.format == TEXT
    yield from findings_in(item, "page", partial(_marks, prose=prose))


def _marks(value: str, prose: bool) -> Iterator[Mark]:
    for match in _RANGE.finditer(value):
        first, last = match["first"], match["last"]
        if read_int(last) >= read_int(first) or (not match["letter"] and is_elided(first, last)):
            continue
        if prose and (len(last) != len(first) or match[0] != value):
            continue  # the authors of unstructured references abbreviate as they like
        if match["dash"] == "-" and len(last) < len(first) and len(first) > 2:
            continue  # `034503-2` is page 2 of article 034503
        yield _mark(match, prose)
    for match in _ROMAN_RANGE.finditer(value):
        if _is_reversed_roman(match["first"], match["last"]) and not (prose and match[0] != value):
            yield _mark(match, prose)


def _mark(match: re.Match[str], prose: bool) -> Mark:
    written = match[0].replace("--", "–") if prose else match[0]
    message = (
        f"the pages {shown(written)} end before they start: {match['first']} comes after {match['last']}; "
        "check both numbers"
    )
    return Mark(*match.span(), message)


def _is_reversed_roman(first: str, last: str) -> bool:
    """Whether two Roman numerals fall. Single letters other than `i`, `v` and `x` may be sections or columns."""
    if len(first + last) == 2 and not {first, last} <= {"i", "v", "x"}:
        return False
    return first.islower() == last.islower() and 0 < read_roman(last) < read_roman(first)


def is_rising(pages: str) -> bool:
    """Whether pages are two numbers of the same length in the right order, as most are."""
    first, _, last = pages.partition("-")
    return len(first) == len(last) and first <= last and first.isdecimal() and last.isdecimal()


def is_elided(first: str, last: str) -> bool:
    """Whether the last page omits digits that it shares with the first."""
    shared = first[: len(first) - len(last)]
    return bool(shared) and read_int(shared + last) >= read_int(first)
