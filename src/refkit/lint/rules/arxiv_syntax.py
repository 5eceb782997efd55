"""The arXiv identifier is malformed.

An identifier has the form 2211.04567 (0705.1234 before 2015), or hep-th/9901001 before April 2007. A version
may follow; the first is v1. With any other text, such as an address, the link does not work.

Example:

    @misc{lund2024,
      author = {Lund, Ole},
      title = {Ice on Small Lakes},
      year = {2024},
      eprint = {2402.123},
      archiveprefix = {arXiv},
    }

Use instead:

    @misc{lund2024,
      author = {Lund, Ole},
      title = {Ice on Small Lakes},
      year = {2024},
      eprint = {2402.01234},
      archiveprefix = {arXiv},
    }

Fix: none, because refkit does not know the right identifier.
Source: https://info.arxiv.org/help/arxiv_identifier.html; the archives before
April 2007 are in `refkit/model/identifiers/patterns.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_arxiv, patterns
from refkit.patterns import lazy_pattern

_PLACEHOLDER = lazy_pattern(r"(?i)[xy?n]{3,}")
_INCOMPLETE = lazy_pattern(patterns.ARXIV_INCOMPLETE, re.IGNORECASE)
# Without the name of the archive, a number in this form is arXiv's.
_NUMERIC = lazy_pattern(
    rf"(?!{patterns.DOI_CUE})[0-9]{{3,5}}\.[0-9]{{3,6}}{patterns.ARXIV_VERSION}"
)
_ARCHIVE = lazy_pattern(rf"{patterns.ARXIV_ARCHIVES}(?:\.[A-Za-z]{{2}})?/.*", re.IGNORECASE)
_FORM = "write it as 2211.04567 or hep-th/9901001"


@rule(
    "IDS221", "arxiv-syntax", fields=("eprint", "journal", "journaltitle", "note", "howpublished")
)
def arxiv_syntax(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report identifiers that match neither of the two schemes."""
    if field.name == "eprint":
        value = field.value.strip("{} ").replace("\\", "")
        problem = _problem(value) if _is_arxiv(value, entry) else ""
        if problem:
            yield Finding(field.value_span, f"{shown(field.value)} {problem}")
        return
    match = _INCOMPLETE.search(field.value) if "xiv:" in field.value.lower() else None
    if match:
        yield Finding(
            part_span(field, entry, *match.span(1)),
            f"{shown(match[1])} is not an arXiv identifier; {_FORM}",
        )


def _is_arxiv(value: str, entry: Entry) -> bool:
    """Whether the entry says that the value is an arXiv identifier, or the value itself does."""
    archive = entry.get("archiveprefix") or entry.get("eprinttype")
    if archive is not None:
        return archive.value.strip("{} ").lower() == "arxiv"
    return (
        value[:6].lower() == "arxiv:"
        or "primaryclass" in entry.by_name()
        or _NUMERIC.fullmatch(value) is not None
    )


def _problem(value: str) -> str:
    """Return the problem of an identifier, or an empty string."""
    arxiv = parse_arxiv(value)
    if arxiv is not None and "://" in value:
        return f"is an address, and styles put another one before it; write `{arxiv.id}`"
    if arxiv is None:
        # An address without a number of arXiv's leads to another archive.
        is_other = "/abs/" in value or "/pdf/" in value or _PLACEHOLDER.search(value)
        version = "; the first version is v1" if value.endswith("v0") else ""
        return "" if is_other or not value else f"is not an arXiv identifier; {_FORM}{version}"
    if "/" in arxiv.id and not _ARCHIVE.fullmatch(arxiv.id):
        return f"names the archive `{arxiv.id.partition('/')[0]}`, which arXiv never had; check it"
    return ""
