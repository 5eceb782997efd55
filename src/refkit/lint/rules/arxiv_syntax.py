"""The arXiv identifier is malformed.

An identifier has the form 2211.04567 (0705.1234 before 2015), or hep-th/9901001 before April 2007. A version
may follow. With any other text, the link does not work.

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
Source: https://info.arxiv.org/help/arxiv_identifier.html
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_IDENTIFIER = lazy_pattern(
    r"(?i)(?:arxiv:\s*)?(?:\d{4}\.\d{4,5}|[a-z]{2,8}(?:-[a-z]{2,3})?(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\s*\[[\w.-]+\])?"
)
_PLACEHOLDER = lazy_pattern(r"(?i)[xy?n]{3,}")
# Incomplete numbers such as "arXiv:2402."
_BROKEN = lazy_pattern(r"(?i)arxiv:\s?((?:\d{4}\.\d{0,3}|\d{1,3}\.\d+|\d{4}\.\d{6,}))(?![\d\w.])")


@rule(
    "IDS221", "arxiv-syntax", fields=("eprint", "journal", "journaltitle", "note", "howpublished")
)
def arxiv_syntax(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report identifiers that match neither of the two schemes."""
    if field.name == "eprint":
        archive = entry.get("archiveprefix") or entry.get("eprinttype")
        if archive is None or archive.value.lower() != "arxiv":
            return
        wrong = "" if _IDENTIFIER.fullmatch(field.value.strip()) else field.value
        place = (0, len(wrong))
        # A link in this field is only another form of the identifier.
        if "/abs/" in wrong or "/pdf/" in wrong or _PLACEHOLDER.search(wrong):
            return
    else:
        match = _BROKEN.search(field.value) if "xiv:" in field.value.lower() else None
        wrong, place = (match[1], match.span(1)) if match else ("", (0, 0))
    if wrong:
        yield Finding(
            part_span(field, entry, *place) if place[1] < len(field.value) else field.value_span,
            f"{shown(wrong)} is not an arXiv identifier; write it as 2211.04567 or hep-th/9901001",
        )
