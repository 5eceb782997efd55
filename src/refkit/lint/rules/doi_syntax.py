"""The DOI is malformed.

A DOI consists of `10.`, a registrant of at least four digits, a slash and a suffix, without spaces. With any
other value, the link does not work.

Example:

    @article{smith2020,
      doi = {10.15/a b},
    }

Use instead:

    @article{smith2020,
      doi = {10.1000/182},
    }

Fix: none, because refkit does not know the right DOI.
Source: ISO 26324:2012; DOI Handbook, section 2.2, "Syntax of a DOI name".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import doi_in, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_SEVERAL = lazy_pattern(r"(?i)(?:^|[\s,;:]|doi\.org/)10\.\d{4,9}/")
_PLAIN = lazy_pattern(r"10\.\d{4,9}(?:\.\d+)*/[^\s{}\\,]+")


@rule("IDS101", "doi-syntax", fields=("doi",))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report malformed DOIs."""
    value = field.value
    if not value or _PLAIN.fullmatch(value) or not value.strip("{} "):
        return
    if doi_in(value) is None:
        yield Finding(
            field.value_span,
            f"{shown(value)} is malformed: {_reason(value)}; check the DOI, or remove `doi`",
        )


def _reason(value: str) -> str:
    found = re.search(r"\b10\.(\d+)", value)
    if found is None:
        return "a DOI starts with `10.`"
    if len(found[1]) < 4:
        return f"`10.` must be followed by at least four digits, not {len(found[1])}"
    if "/" not in value[found.end() :]:
        return "there is no `/` after the registrant"
    if len(_SEVERAL.findall(value)) > 1:
        return "it contains several DOIs"
    alone = _PLAIN.search(value)
    if alone and re.match(r"(?i)https?:|www\.", value.strip()):
        return f"there is an address before `{alone[0]}`"
    if re.search(r"\s", value[found.start() :].strip()):
        return "it contains a space"
    return f"there is other text before or after `10.{found[1]}`"
