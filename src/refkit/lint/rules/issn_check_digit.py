"""The ISSN is invalid: its check digit or its length is wrong.

The last digit is computed from the other seven, so that typos can be detected. A wrong ISSN leads to another
journal or to none.

Example:

    @article{smith2020,
      issn = {0028-0835},
    }

Use instead:

    @article{smith2020,
      issn = {0028-0836},
    }

Fix: none, because any of the digits may be the wrong one.
Source: ISO 3297:2022, annex A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.identifiers import parse_issn, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# A field can contain several ISSNs, with notes such as "(online)" after them.
_NUMBER = lazy_pattern(rf"(?<![\w-]){patterns.ISSN_IN_FIELD}(?![\w-])")


# The field contains only the digits of one number.
_ONE = lazy_pattern(patterns.ISSN_ALONE, re.IGNORECASE)
# A letter for a digit, or an X before the check digit.
_LETTER = lazy_pattern(r"(?=.{8,9}$)[\d-]*([OolI]|[Xx](?=.*\d))[\dXxOolI-]*")


@rule("IDS104", "issn-check-digit", verdict=Verdict.INCONSISTENT, variables=("ISSN", "eissn"))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report ISSNs with a wrong check digit."""
    for variable in ("ISSN", "eissn"):
        value = written_value(item, variable)
        if value:
            yield from findings_of_value(item, variable, _marks(value))


def _marks(value: str) -> Iterator[Mark]:
    one = _ONE.fullmatch(value)
    digits = len(re.sub(r"[^\dXx]", "", one[1])) if one else 8
    if one and (digits < 8 or 8 < digits < 13):
        message = f"the ISSN {shown(value)} has {digits} digits, not 8; check it"
        yield Mark(*one.span(1), message)
    elif letter := _LETTER.fullmatch(value):
        yield Mark(
            0, len(value), f"the ISSN {shown(value)} contains the letter `{letter[1]}`; check it"
        )
    else:
        yield from filter(None, map(_mark, _NUMBER.finditer(value)))


def _mark(match: re.Match[str]) -> Mark | None:
    written = match[0].replace("--", "-")
    issn = parse_issn(written)
    if issn is None or issn.valid:
        return None
    message = (
        f"the check digit of the ISSN {shown(written)} is wrong: after `{issn.text[:-1]}` "
        f"it must be `{issn.expected}`, not `{issn.text[-1]}`; check it"
    )
    return Mark(*match.span(), message)
