"""The ORCID iD is invalid: its check digit or its length is wrong.

The last of the sixteen characters is computed from the others, so that typos can be detected.

Example:

    @article{carb2015,
      author = {Carb, Ian},
      title = {Reefs at Night},
      journal = {Marine Notes},
      year = {2015},
      orcid = {0000-0001-5000-0008},
    }

Use instead:

    @article{carb2015,
      author = {Carb, Ian},
      title = {Reefs at Night},
      journal = {Marine Notes},
      year = {2015},
      orcid = {0000-0001-5000-0007},
    }

Fix: none, because refkit does not know the right identifier.
Source: ISO 7064, MOD 11-2; https://support.orcid.org/hc/en-us/articles/360006897674
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import parse_orcid, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ORCID = lazy_pattern(rf"(?<![\d-])({patterns.ORCID})(?![\d-])")
# All iDs that were assigned begin with 0000-000 or 0009-00 (https://support.orcid.org/hc/en-us/articles/360006897674).
_LABELED = lazy_pattern(r"(?i)orcid[^\d]{0,20}(\d[\dXx-]*[\dXx])(?![\w-])")
_OWN = ("orcid", "orcid-id", "orcid-numbers", "orcid_numbers", "orcidid", "author-orcid", "orcids")
_OTHERS = ("author", "editor", "author+an", "note", "URL")


@rule("IDS223", "orcid-check-digit", variables=(*_OWN, *_OTHERS), cues=("-0", "rcid"), cued=_OTHERS)
def orcid_check_digit(item: Item, context: Context) -> Iterator[Finding]:
    """Report ORCID iDs with a wrong check digit."""
    for variable in _OWN if not item.custom.keys().isdisjoint(_OWN) else ():
        value = written_value(item, variable)
        if value:
            yield from findings_of_value(item, variable, _marks(value, is_orcid=True))
    for variable in _OTHERS:
        value = _value(item, variable)
        if "-" in value and (
            "0000-000" in value or "0009-00" in value or "rcid" in value or "RCID" in value
        ):
            yield from findings_of_value(item, variable, _marks(value, is_orcid=False))


def _value(item: Item, variable: str) -> str:
    """Return the value of a variable, and of a list of names if it contains digits."""
    if variable not in item.names:
        is_absent = variable in ("note", "URL") and variable not in item.text
        return "" if is_absent else written_value(item, variable)
    text = written_value(item, variable) or " and ".join(map(str, item.names[variable]))
    return text if "-0" in text else ""


def _marks(value: str, is_orcid: bool) -> Iterator[Mark]:
    found = list(_ORCID.finditer(value))
    yield from filter(None, map(_mark, found))
    if not found:
        label = _LABELED.search(
            value if "rcid" in value.lower() else "orcid:" + value if is_orcid else ""
        )
        digits = len(label[1].replace("-", "")) if label else 16
        if label and digits != 16:
            yield Mark(
                0, len(value), f"the ORCID iD `{label[1]}` has {digits} digits, not 16; check it"
            )


def _mark(match: re.Match[str]) -> Mark | None:
    orcid = parse_orcid(match[1])
    if orcid is None or orcid.valid:
        return None
    message = f"the check digit of ORCID iD `{match[1]}` is wrong: it must be `{orcid.expected}`; check it"
    return Mark(*match.span(1), message)
