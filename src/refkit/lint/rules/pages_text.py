"""The pages contain words.

Styles add "p." or "pp." themselves, in the language of the document; `pp. 12--15` is printed as "pp. pp.
12–15". "12 pages" is the length of a paper, not its location.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {pp. 214--221},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {214--221},
    }

Fix: unsafe: "p.", "pp." and "pages" before and after the numbers are removed.
Source: the BibTeX manual (btxdoc, 1988), 3.2; biber's data model, range fields.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.conjunctions import and_pattern
from refkit.lint.facts import shown
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import TEXT, Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_LABEL = lazy_pattern(
    rf"(?i)(?:^\s*|[,;&]\s*|\s(?:{and_pattern()})\s+)"
    r"(?P<label>(?:pp?\.\s*~?|pages?\b\s*|pp\s*~?|pgs?\.\s*|seiten?\b\s*|págs?\.\s*)(?=\S)"
    # Swedish, Czech, German and Polish; Russian; Italian; Croatian; Indonesian
    r"|(?:ss?|с|стр|pagg?|str|hlm|sid)\.[\s~]*(?=\d))"
)
_LABEL_AFTER = lazy_pattern(
    r"(?i)(?<=\d)(?P<label>[\s~]*(?:pp?\.|pp|pages?|pgs?\.|seiten?|págs?\.)|[\s~]+(?:s|с|стр|str)\.)"
    r"(?=\s*(?:$|[,;&]))"
)
_EXTENT = lazy_pattern(
    r"(?i)\s*(?:[ivxlc]+\s*\+\s*)?\d+(?:[\s~]*(?:pp?\.|pp|pages?|pgs?\.?|s\.|seiten?|págs?\.?|páginas)|[\s~]+p)\s*"
)
# Types of works that are parts of others, which have a first and a last page.
PARTS = frozenset("article-journal article-magazine chapter paper-conference".split())
NO_PAGES = lazy_pattern(
    r"(?i)\s*+(?:[-–—.,]++[-–—.,\s]*+|n\.?/?a\.?|none|null|no pages|unpaginated|unknown|to appear|in press|tbd|tba"
    r"|forthcoming|not available|tbc|\?+|x{4,}|x+[-–]+[xy]+|[1n][-–]+[nm]|n\.?p\.?|)\s*+$"
)


@rule("PAG220", "pages-text", variables=("page",))
def pages_text(item: Item, context: Context) -> Iterator[Finding]:
    """Report labels before and after the numbers, numbers of pages, and words instead of pages."""
    value = item.text["page"]
    if value[:1].isdecimal() and value[-1:].isdecimal() and value.isascii():
        lower = value.lower()
        if "p" not in lower and "s" not in lower and "á" not in lower:
            return
    if NO_PAGES.match(value):
        message = f"the pages are {shown(value)}; omit them if there are none"
        yield Finding(item.place("page"), message)
    elif item.type in PARTS and _EXTENT.fullmatch(value):
        message = f"{shown(value)} is the length of the work; write the first and the last page"
        yield Finding(item.place("page"), message)
    elif not _is_prose(item) and any(char.isdecimal() for char in value):
        yield from findings_in(item, "page", _labels, "remove the label")


def _is_prose(item: Item) -> bool:
    """Whether the item was read from plain text, where a label is right."""
    return item.entry is not None and item.entry.source.format == TEXT


def _labels(value: str) -> Iterator[Mark]:
    for pattern in (_LABEL, _LABEL_AFTER):
        for match in pattern.finditer(value):
            label = match["label"].strip()
            message = f"`{label}` in the pages is added by styles; keep only the numbers"
            yield Mark(*match.span("label"), message, "")
