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
from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.identifiers import parse_isbn, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# A field can contain several ISBNs, with notes such as "(pbk.)" after them.
_NUMBER = lazy_pattern(rf"(?<![\w.]){patterns.ISBN_IN_FIELD}(?!\w)")
# A number that is too short, or one with letters for digits.
_OTHER = lazy_pattern(r"[\dOolI](?:[ -]?[\dXxOolI]){2,16}")
_LETTER = lazy_pattern(r"[OolI]|[Xx](?=.*\d)")
_SPACED = lazy_pattern(
    rf"(?<=\d) (?={patterns.ISBN_START})|(?<=[\dXx]) +(?=\d[\d-]{{8,16}}[\dXx]\b)"
)


@rule("IDS103", "isbn-check-digit", verdict=Verdict.INCONSISTENT, variables=("ISBN",))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report ISBNs with a wrong check digit."""
    value = written_value(item, "ISBN")
    marks = (
        Mark(start, end, message)
        for start, end in _numbers(value)
        if (message := _wrong(value[start:end].replace("--", "-")))
    )
    yield from findings_of_value(item, "ISBN", marks)


def _numbers(value: str) -> list[tuple[int, int]]:
    """Return where the numbers of a value start and end."""
    if _OTHER.fullmatch(value) and (not value[:1].isdecimal() or _LETTER.search(value)):
        return [(0, len(value))]
    gaps = [] if parse_isbn(value.replace("--", "-")) else list(_SPACED.finditer(value))
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(value)]
    found = [
        match.span()
        for start, end in zip(starts, ends, strict=True)
        for match in _NUMBER.finditer(value, start, end)
    ]
    return found or ([(0, len(value))] if _OTHER.fullmatch(value) else [])


def _wrong(number: str) -> str:
    isbn = parse_isbn(number)
    if isbn is None:
        digits = len(re.sub(r"[^\dXx]", "", number))
        if letter := _LETTER.search(number):
            return f"the ISBN {shown(number)} contains the letter `{letter[0]}`; check it"
        if digits == 8:
            return ""  # an ISSN, or something else than a book's number
        if digits == 13:
            return f"the ISBN {shown(number)} ends in `X`, as only ISBNs of ten digits do; check it"
        return f"the ISBN {shown(number)} has {digits} digits, not 10 or 13; check it"
    if isbn.valid:
        return ""
    if isbn.digits[-1] == isbn.expected:
        return f"the ISBN {shown(number)} starts with neither 978 nor 979; check it"
    return (
        f"the check digit of the ISBN {shown(number)} is wrong: after `{isbn.digits[:-1]}` it must be "
        f"`{isbn.expected}`, not `{isbn.digits[-1]}`; check it"
    )
