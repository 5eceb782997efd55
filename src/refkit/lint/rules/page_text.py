"""The title or venue contains text from a web page or PDF.

"(PDF) Harbour Tides", "Harbour Tides | IEEE Xplore" and "© 2015 Elsevier" were copied with the title from a PDF,
a search result or the title of a browser window.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {(PDF) Salt Marshes in Winter},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes in Winter},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: none, because the text next to it may be incomplete.
Source: common practice; the titles of pages at the sites of publishers and indexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

TITLES = ("title", "subtitle", "booktitle", "journal", "journaltitle")
_SITES = (
    r"IEEE (?:Xplore|Journals (?:\\?&|and) Magazine|Conference Publication)[^|]*|SpringerLink"
    r"|Springer Nature Link|ScienceDirect|ResearchGate|Semantic Scholar|Google (?:Scholar|Books|Search)"
    r"|PubMed(?: Central)?|PMC|(?:on )?JSTOR|ACM Digital Library|Wiley Online Library"
    r"|Taylor (?:\\?&|and) Francis Online|Request PDF|Academia\.edu|OpenReview|Papers With Code"
    r"|Oxford Academic|Cambridge Core|DeepDyve|Amazon\.\w+"
)
_BAR = r"(?:[|:–—-]+|\$\|\$|\{?\\textbar(?:\{\})?\}?)"
_AT_START = lazy_pattern(
    r"(?i)\{*\s*[(\[](?:PDF|HTML|DOC|full text)[)\]]\s+\S"
    rf"|\{{*\s*\[{patterns.ARXIV_NUMBER}{patterns.ARXIV_VERSION}\]\s"
)
_AT_END = lazy_pattern(rf"(?i)\s+{_BAR}\s+(?:{_SITES})\s*\}}*$")
_NOTICE = lazy_pattern(
    r"(?i)(?:©|\\copyright|\(c\)|\bcopyright)\s*(?:\{\}\s*)?(?:19|20)\d\d\b|\ball rights reserved\b"
    r"|\bdownloaded (?:from|by|on)\s+\S+\.|\bauthorized licensed use\b|\bview publication stats\b"
    r"|\bsee discussions, stats\b|\bpage \d+ of \d+\b|\bthis article was downloaded\b|\bsee profile\b"
    r"|\bpdf free download\b"
)
# Every match contains one of these in lower case; values have single spaces.
START_HINTS = ("[", "(")
END_HINTS = ("|", "–", "—", " -", " :", "textbar", "\N{NO-BREAK SPACE}")
NOTICE_HINTS = (
    "©", "(c)", "copyright", "rights", "download", "authorized", "stats", "page ", "profile"
)  # fmt: skip
HINTS = (*START_HINTS, *END_HINTS, *NOTICE_HINTS)


@rule("TEX234", "page-text", fields=TITLES, cues=HINTS)
def page_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report words of sites and notices next to a title."""
    marks = (
        Mark(
            *match.span(),
            f"`{match[0].strip()}` in `{field.name}` does not belong to it; remove it",
        )
        for match in _page_texts(field.value)
    )
    yield from findings_at(field, entry, marks)


def _page_texts(value: str) -> Iterator[re.Match[str]]:
    """Yield the words of sites and the notices in a title."""
    lowered = value.lower()
    if value.lstrip("{ \N{NO-BREAK SPACE}").startswith(START_HINTS) and (
        match := _AT_START.match(value)
    ):
        yield match
    for pattern, hints in ((_AT_END, END_HINTS), (_NOTICE, NOTICE_HINTS)):
        if any(hint in lowered for hint in hints):
            yield from pattern.finditer(value)
