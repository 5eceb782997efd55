"""Volume, number and pages are placeholders: 1, 1 and 1--9.

Each value is common, but all three together are the default of a form or a program. The first article of a
new journal can also have them.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {1},
      number = {1},
      pages = {1--9},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      volume = {38},
      number = {2},
      pages = {141--150},
    }

Fix: none, because refkit does not know the right numbers.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_PAGES = lazy_pattern(r"\s*0*1\s*[-–—]+\s*(?:10|1|2|9|99|100)\s*")
_DASH = r"\s*[-–—]+\s*"
_RUNS = lazy_pattern(rf"\s*(?:123{_DASH}456|1234{_DASH}5678|111{_DASH}222|0+(?:{_DASH}0+)?)\s*")


@rule("PAG222", "placeholder-pages", verdict=Verdict.SIGNAL, variables=("page",))
def placeholder_pages(item: Item, context: Context) -> Iterator[Finding]:
    """Report combinations of the three variables, and pages, that only placeholders have."""
    text = item.text
    pages = text["page"]
    if pages[:1] not in ("0", "1"):
        return
    if _RUNS.fullmatch(pages):
        message = f"the pages {shown(pages)} look like a placeholder; verify them"
        yield Finding(item.place("page"), message)
    elif text.get("volume") == text.get("issue") == "1" and _PAGES.fullmatch(pages):
        message = f"volume 1, number 1, pages {pages} look like placeholders; verify them"
        yield Finding(item.place("page"), message)
