"""The ISBN is invalid: its check digit or its length is wrong.

The last digit is computed from the others, so that typos can be detected. A wrong ISBN leads to another book
or to none.

Example:

    @book{smith2020,
      isbn = {978-3-598-21508-8},
    }

Use instead:

    @book{smith2020,
      isbn = {978-3-598-21508-7},
    }

Fix: none, because any of the digits may be the wrong one.
Source: ISO 2108:2017; ISBN Users' Manual, 7th edition, appendix 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_isbn, patterns
from refkit.patterns import lazy_pattern

# A field can contain several ISBNs, with notes such as "(pbk.)" after them.
_NUMBER = lazy_pattern(rf"(?<![\w.]){patterns.ISBN_IN_FIELD}(?!\w)")
_SHORT = lazy_pattern(r"\d(?:[ -]?[\dXx]){2,6}")
_SPACED = lazy_pattern(
    rf"(?<=\d) (?={patterns.ISBN_START})|(?<=[\dXx]) +(?=\d[\d-]{{8,16}}[\dXx]\b)"
)


@rule(
    "IDS103", "isbn-check-digit", severity="error", verdict=Verdict.INCONSISTENT, fields=("isbn",)
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report ISBNs with a wrong check digit."""
    marks = (
        Mark(start, end, message)
        for start, end in _numbers(field.value)
        if (message := _wrong(field.value[start:end].replace("--", "-")))
    )
    yield from findings_at(field, entry, marks)


def _numbers(value: str) -> list[tuple[int, int]]:
    """Return where the numbers of a value start and end."""
    gaps = [] if parse_isbn(value.replace("--", "-")) else list(_SPACED.finditer(value))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(value)]
    found = [
        match.span()
        for start, end in zip(starts, ends, strict=True)
        for match in _NUMBER.finditer(value, start, end)
    ]
    return found or ([(0, len(value))] if _SHORT.fullmatch(value) else [])


def _wrong(number: str) -> str:
    isbn = parse_isbn(number)
    if isbn is None:
        digits = len(re.sub(r"[^\dXx]", "", number))
        if digits == 8:
            return ""  # an ISSN, or something else than a book's number
        return f"the ISBN {shown(number)} has {digits} digits, not 10 or 13; check it"
    if isbn.valid:
        return ""
    if isbn.digits[-1] == isbn.expected:
        return f"the ISBN {shown(number)} starts with neither 978 nor 979; check it"
    return (
        f"the check digit of the ISBN {shown(number)} is wrong: after `{isbn.digits[:-1]}` it must be "
        f"`{isbn.expected}`, not `{isbn.digits[-1]}`; check it"
    )
