"""The ORCID iD is invalid: its check digit is wrong.

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

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_orcid, patterns
from refkit.patterns import lazy_pattern

_ORCID = lazy_pattern(rf"(?<![\d-])({patterns.ORCID})(?![\d-])")


@rule("IDS223", "orcid-check-digit", fields=("orcid", "orcid-id", "author+an", "note", "url"))
def orcid_check_digit(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report ORCID iDs with a wrong check digit."""
    if "-" not in field.value or (
        not field.name.startswith("orcid") and "orcid" not in field.value.lower()
    ):
        return
    marks = map(_mark, _ORCID.finditer(field.value))
    yield from findings_at(field, entry, filter(None, marks))


def _mark(match: re.Match[str]) -> Mark | None:
    orcid = parse_orcid(match[1])
    if orcid is None or orcid.valid:
        return None
    message = f"the check digit of ORCID iD `{match[1]}` is wrong: it must be `{orcid.expected}`; check it"
    return Mark(*match.span(1), message)
