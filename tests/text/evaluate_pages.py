"""Measure how references are found on invented pages: `python tests/text/evaluate_pages.py [--count] [--show N]`

Without --count, only the half of the pages is used that may be looked at.
"""

from __future__ import annotations

import argparse
from collections import defaultdict

from tests.text.evaluate_finder import found_in, matched, row
from tests.text.pages import Page, pages

PER_LANGUAGE = 60


def unmatched(page: Page) -> tuple[list[int], list[str], list[int]]:
    """Return the unmatched references of a page, what was found, and what was found wrongly."""
    found = found_in(page.text)
    numbered = [f"{at}. {one}" for at, one in enumerate(page.references, 1)]
    is_numbered = " in_brackets " in page.name or " with_full_stop " in page.name
    missed, extra = matched(numbered if is_numbered else page.references, found)
    return missed, found, extra


def main() -> None:
    reader = argparse.ArgumentParser()
    reader.add_argument("--count", action="store_true", help="the half that is not looked at")
    reader.add_argument("--show", type=int, default=0, help="so many pages with errors")
    reader.add_argument("--pages", type=int, default=PER_LANGUAGE)
    asked = reader.parse_args()
    chosen = [page for page in pages(asked.pages) if page.looked_at != asked.count]
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    shown = 0
    for page in chosen:
        missed, found, extra = unmatched(page)
        figures = (len(page.references) - len(missed), len(page.references), len(found))
        language, style, layout, tail = page.name.split()[:4]
        for kind in ("all", language[:2], style, layout, f"before {tail}", *page.name.split()[4:]):
            totals[kind] = [a + b for a, b in zip(totals[kind], figures, strict=True)]
        if (missed or extra) and shown < asked.show:
            shown += 1
            print(f"== {page.name}")
            print("".join(f"  - {page.references[at]}\n" for at in missed), end="")
            print("".join(f"  + {found[at]}\n" for at in extra))
    for kind, counts in sorted(totals.items()):
        print(row(kind, *counts))


if __name__ == "__main__":
    main()
