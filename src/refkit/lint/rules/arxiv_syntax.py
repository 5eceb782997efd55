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
from refkit.lint.item_facts import is_arxiv, variable_text
from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import parse_arxiv, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_PLACEHOLDER = lazy_pattern(r"(?i)[xy?n]{3,}")
_INCOMPLETE = lazy_pattern(patterns.ARXIV_INCOMPLETE, re.IGNORECASE)
# Without the name of the archive, a number in this form is arXiv's.
_NUMERIC = lazy_pattern(
    rf"(?!{patterns.DOI_CUE})[0-9]{{3,5}}\.[0-9]{{3,6}}{patterns.ARXIV_VERSION}"
)
_ARCHIVE = lazy_pattern(rf"{patterns.ARXIV_ARCHIVES}(?:\.[A-Za-z]{{2}})?/.*", re.IGNORECASE)
_FORM = "write it as 2211.04567 or hep-th/9901001"


# Besides `eprint`: variables whose text may mention an identifier.
_TEXTS = ("container-title", "note", "publisher", "number")


@rule("IDS221", "arxiv-syntax", variables=("eprint", *_TEXTS), cues=("xiv",), cued=_TEXTS)
def arxiv_syntax(item: Item, context: Context) -> Iterator[Finding]:
    """Report identifiers that match neither of the two schemes."""
    written = variable_text(item, "eprint")
    value = written.strip("{} ").replace("\\", "")
    problem = _problem(value) if value and _is_arxiv(value, item) else ""
    if problem:
        yield Finding(item.place("eprint"), f"{shown(written)} {problem}")
    for variable in _TEXTS:
        if is_arxiv(item.text.get(variable, "")) and not _is_eprint(item, variable):
            yield from findings_of_value(item, variable, _marks(written_value(item, variable)))


def _is_eprint(item: Item, variable: str) -> bool:
    field = item.source_field(variable)
    return field is not None and field.name == "eprint"


def _marks(value: str) -> Iterator[Mark]:
    match = _INCOMPLETE.search(value)
    if match:
        message = f"{shown(match[1])} is not an arXiv identifier; {_FORM}"
        yield Mark(*match.span(1), message)


def _is_arxiv(value: str, item: Item) -> bool:
    """Whether the item says that the value is an arXiv identifier, or the value itself does."""
    archive = item.custom.get("eprinttype") or item.text.get("archive")
    if archive:
        return archive.strip("{} ").lower() == "arxiv"
    return (
        value[:6].lower() == "arxiv:"
        or (item.entry is not None and "primaryclass" in item.entry.by_name())
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
