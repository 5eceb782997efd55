"""Several weak signs of a fabricated reference coincide.

Each sign is common in good references: no identifier on a recent article, only initials, a generic venue,
round pages. Fabricated references often have several. The rule ranks references to verify first; it does not
say whether a work exists.

Example:

    @article{kim2023,
      author = {Kim, J. and Lee, S. and Park, M.},
      title = {Deep Learning for Climate Prediction: A Comprehensive Review},
      journal = {International Journal of Advanced Research},
      year = {2023},
      volume = {12},
      number = {3},
      pages = {100--110},
    }

Use instead:

    @article{kim2023,
      author = {Kim, Jiwon and Lee, Seo-yeon and Park, Minho},
      title = {Predicting Monsoon Onset from Sea Surface Temperature},
      journal = {International Journal of Advanced Research},
      year = {2023},
      volume = {12},
      number = {3},
      pages = {1187--1203},
      doi = {10.21474/IJAR01/16612},
    }

Fix: none, because the reference must be verified.
Source: traits after M. Z. Naser, arXiv:2603.03299, who detects fabricated references by their text alone. The
weights here are round numbers and not fitted. A preview rule, only for ranking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.persons import written_names
from refkit.lint.reading import arxiv_of, venue_of, year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

ENOUGH = 4
_IDENTIFIERS = (
    "doi",
    "url",
    "eprint",
    "isbn",
    "issn",
    "pmid",
    "pmcid",
    "mrnumber",
    "zblnumber",
    "biburl",
    "file",
)
_ROUND = lazy_pattern(r"(?:1|\d*[05]0?)\s*-+\s*\d*0")
# The part of a title after the last colon.
_GENERIC_TITLE = lazy_pattern(
    r"(?i)(?:an? )?(?:comprehensive |systematic |critical |brief )?(?:review|survey|overview|study|analysis|approach|"
    r"perspective|framework|challenges and opportunities|challenges and future directions)\}?"
)
_GENERIC_VENUE = lazy_pattern(
    r"(?i)^(?:the )?(?:international |global |american |european )?journal of (?:advanced |applied |modern )?"
    r"(?:research|science|sciences|technology|engineering|computing|studies|management|education)(?: and \w+)?$"
)


@rule(
    "SIG222", "many-weak-signs", verdict=Verdict.SIGNAL,
    types=("article", "inproceedings"), default=False, preview=True,
)  # fmt: skip
def many_weak_signs(entry: Entry, context: Context) -> Iterator[Finding]:
    """Add the weights of the signs."""
    signs = list(_signs(entry))
    score = sum(weight for weight, _ in signs)
    if score >= ENOUGH:
        listed = ", ".join(word for _, word in signs)
        yield Finding(
            entry.key_span, f"`{entry.key}` has {len(signs)} weak signs ({listed}); verify it first"
        )


def _signs(entry: Entry) -> Iterator[tuple[int, str]]:
    fields, year = entry.by_name(), year_of(entry) or 0
    if (
        year >= 2015
        and not any(name in fields for name in _IDENTIFIERS)
        and arxiv_of(entry) is None
    ):
        yield 2, "no identifier"
    pages, title, venue, author = (
        entry.get("pages"),
        entry.get("title"),
        venue_of(entry),
        entry.get("author"),
    )
    if pages is not None and _ROUND.fullmatch(pages.value):
        yield 1, "round pages"
    if (
        title is not None
        and ": " in title.value
        and _GENERIC_TITLE.fullmatch(title.value.rpartition(": ")[2])
    ):
        yield 1, "a generic title"
    if venue is not None and _GENERIC_VENUE.match(venue.value):
        yield 1, "a generic venue"
    if author is not None and _initials_only(written_names(author.value)):
        yield 1, "initials only"
    if venue is None:
        yield 1, "no venue"


def _initials_only(names: tuple[str, ...]) -> bool:
    given = [name.partition(",")[2] or " ".join(name.split()[:-1]) for name in names]
    return len(names) > 1 and all(
        part and all(len(word) < 3 for word in re.split(r"[\s.-]+", part)) for part in given
    )
