"""The page range has a single hyphen.

BibTeX's standard styles turn the hyphen into a dash, but many others do not, and print `101-110` instead of
`101–110`. Two hyphens work everywhere. BibLaTeX files are not reported, because biber accepts any dash.

Example:

    @article{smith2020,
      pages = {101-110},
    }

Use instead:

    @article{smith2020,
      pages = {101--110},
    }

Fix: safe: the hyphen is doubled, as the function n.dashify of the standard styles does; unsafe if the second number is
smaller (`100-50`), because the numbers may be wrong.
Source: BibTeXing (btxdoc, 1988), section 3.2, `pages`; plain.bst, n.dashify; biblatex manual, 2.2.1 (range fields).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import dialect, shown
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Safety, rule
from refkit.lint.rules.reversed_pages import is_elided
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_PAGE = r"(?:[A-Za-z]?\d+|[ivxlcdm]+|[IVXLCDM]+)"
_HYPHENED = lazy_pattern(rf"\s*{_PAGE}\s*-\s*{_PAGE}\s*(?:,\s*{_PAGE}\s*(?:-\s*{_PAGE}\s*)?)*")
_RANGE = lazy_pattern(rf"{_PAGE}(\s*-\s*){_PAGE}")
_NUMBERS = lazy_pattern(r"(\d+)\s*-\s*(\d+)")

ARTICLE_DIGITS = 6  # of an article number, such as those of Physical Review


@rule(
    "PAG102", "single-hyphen-pages", severity="info", fields=("pages",), formats=tuple(TEX_FORMATS)
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report page ranges with one hyphen, in values that contain only pages."""
    if "-" not in field.value or "--" in field.value or dialect(context) == "biblatex":
        return
    if not _HYPHENED.fullmatch(field.value):
        return
    ranges = _NUMBERS.findall(field.value)
    if any(_may_be_one_page(first, last, entry) for first, last in ranges):
        return
    marks = (
        Mark(
            *match.span(1),
            f"the pages {shown(match[0])} are joined with one hyphen; write `--`",
            "--",
        )
        for match in _RANGE.finditer(field.value)
    )
    rising = all(read_int(last) >= read_int(first) for first, last in ranges)
    safety = Safety.SAFE if rising else Safety.UNSAFE
    yield from findings_at(field, entry, marks, "double the hyphen", safety)


def _may_be_one_page(first: str, last: str, entry: Entry) -> bool:
    """Whether the second number may count the pages of an article or chapter: `104-1`, `034503-5`."""
    if len(last) >= len(first):
        return False
    is_article = first.startswith("0") or (len(first) >= ARTICLE_DIGITS and len(last) <= 2)
    return is_article or entry.type == "manual" or not is_elided(first, last)
