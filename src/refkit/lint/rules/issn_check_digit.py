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
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_issn, patterns
from refkit.patterns import lazy_pattern

# A field can contain several ISSNs, with notes such as "(online)" after them.
_NUMBER = lazy_pattern(rf"(?<![\w-]){patterns.ISSN_IN_FIELD}(?![\w-])")


# The field contains only the digits of one number.
_ONE = lazy_pattern(patterns.ISSN_ALONE, re.IGNORECASE)


@rule(
    "IDS104",
    "issn-check-digit",
    severity="error",
    verdict=Verdict.INCONSISTENT,
    fields=("issn", "eissn"),
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report ISSNs with a wrong check digit."""
    one = _ONE.fullmatch(field.value)
    digits = len(re.sub(r"[^\dXx]", "", one[1])) if one else 8
    if one and (digits < 8 or 8 < digits < 13):
        message = f"the ISSN {shown(field.value)} has {digits} digits, not 8; check it"
        marks: Iterator[Mark | None] = iter([Mark(*one.span(1), message)])
    else:
        marks = map(_mark, _NUMBER.finditer(field.value))
    yield from findings_at(field, entry, filter(None, marks))


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
