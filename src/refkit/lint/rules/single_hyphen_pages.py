"""The page range has a single hyphen.

BibTeX's standard styles turn it into a dash, many others do not: the range is then printed as a compound
word, `101-110` for `101–110`. Two hyphens are right everywhere.

Example:

    @article{smith2020,
      pages = {101-110},
    }

Use instead:

    @article{smith2020,
      pages = {101--110},
    }

Fix: safe: the hyphen is doubled, as n.dashify of the standard styles does when it prints.
Source: BibTeXing (btxdoc, 1988), section 3.2, `pages`; plain.bst, n.dashify; biblatex manual, 2.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_PAGE = r"(?:[A-Za-z]?\d+|[ivxlcdm]+|[IVXLCDM]+)"
_HYPHENED = lazy_pattern(rf"\s*{_PAGE}\s*-\s*{_PAGE}\s*(?:,\s*{_PAGE}\s*(?:-\s*{_PAGE}\s*)?)*")
_HYPHEN = lazy_pattern(r"\s*-\s*")
_NUMBERS = lazy_pattern(r"(\d+)\s*-\s*(\d+)")


@rule("PAG102", "single-hyphen-pages", fields=("pages",))
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Find page ranges with one hyphen, in values that hold nothing but pages."""
    if "-" not in field.value or "--" in field.value or not _HYPHENED.fullmatch(field.value):
        return
    if any(read_int(last) < read_int(first) for first, last in _NUMBERS.findall(field.value)):
        return  # `104-1` may be one page, and reversed ranges are told elsewhere
    yield Finding(
        field.value_span,
        f"the pages {shown(field.value)} are joined with one hyphen; write `--`",
        _doubled(field, entry),
    )


def _doubled(field: Field, entry: Entry) -> Fix | None:
    start, end = field.value_span
    written = entry.source.text[start:end]
    if written[0] not in '{"' or "#" in written:
        return None
    edits = tuple(
        Edit(Span(start + match.start(), start + match.end()), "--")
        for match in _HYPHEN.finditer(written)
    )
    return Fix(edits, Safety.SAFE, "double the hyphen")
