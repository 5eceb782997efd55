"""The title is that of an error page, a login page or a file.

Programs that save references from the web take the text of the page: "Just a moment...", "404 Not Found",
"Full Text PDF" or "Microsoft Word - thesis_final.doc". The title of the work is lost.

Example:

    @online{buoys2021,
      author = {Moor, Ned},
      title = {Just a moment...},
      year = {2021},
      url = {https://buoys.example.net/drift},
    }

Use instead:

    @online{buoys2021,
      author = {Moor, Ned},
      title = {The Drift of Buoys},
      year = {2021},
      url = {https://buoys.example.net/drift},
    }

Fix: none, because only the work itself shows its title.
Source: titles in public .bib files; the words are in `refkit/data/captured_titles.py`. Titles that works can have, such
as "Access Denied", are reported for pages on the web only.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.captured_titles import BEGINNINGS, NEVER_A_PAGE, NEVER_A_PAPER, NEVER_A_TITLE
from refkit.lint.facts import shown
from refkit.lint.item_facts import plain_text
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_TITLE = lazy_pattern(rf"(?i)(?:{'|'.join(NEVER_A_TITLE)}|(?:doi: ?)?{patterns.DOI_START}\S+)")
_PAGE = lazy_pattern(rf"(?i)(?:{'|'.join(NEVER_A_PAGE)})")
_HEADING = lazy_pattern(rf"(?i)(?:{'|'.join(NEVER_A_PAPER)})[.:]?")
_PAPERS = frozenset(("article-journal", "paper-conference", "thesis", "report"))
LONGEST_HEADING = 32
_PAGES = frozenset(("webpage", "document", "post", "post-weblog"))
LONGEST = 80


@rule("TTL232", "captured-title", severity="error", variables=("title",))
def captured_title(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the whole title with those of error pages, logins and files."""
    if len(item.text["title"]) > LONGEST:
        return
    title = plain_text(item, "title").strip()
    is_page = item.type in _PAGES and bool(item.URL)
    if (
        (_may_be_captured(title) and _TITLE.fullmatch(title))
        or (is_page and _PAGE.fullmatch(title))
        or _is_heading(title, item)
    ):
        yield Finding(
            item.place("title"),
            f"{shown(title)} is not the title of a work; write the title of this work",
        )


def _is_heading(title: str, item: Item) -> bool:
    """Whether the title of a paper with an author is the heading of a section: journals list "Contents" without one."""
    is_paper = item.type in _PAPERS and len(title) <= LONGEST_HEADING and bool(item.author)
    return is_paper and _HEADING.fullmatch(title) is not None


def _may_be_captured(title: str) -> bool:
    """Whether a title begins or ends like a captured one; most do not, and need not be compared."""
    is_ordinary = title.isascii() and not title[:1].isdigit() and "." not in title[-6:]
    return not is_ordinary or title.lower().startswith(BEGINNINGS)
