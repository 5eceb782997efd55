"""The ISSN belongs to another journal.

If `issn` has the number of Science and `journal` is Nature, one of them was copied from another work.

Example:

    @article{brand2015,
      author = {Brand, Ilse},
      title = {Harbors at Low Tide},
      journal = {Nature},
      year = {2015},
      issn = {0036-8075},
    }

Use instead:

    @article{brand2015,
      author = {Brand, Ilse},
      title = {Harbors at Low Tide},
      journal = {Nature},
      year = {2015},
      issn = {0028-0836},
    }

Fix: none, because only the publisher's record can decide.
Source: https://portal.issn.org/; the numbers of well-known journals are in `refkit/data/issns.py`. The rule
compares only numbers in the table, and accepts abbreviations of the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data.issns import ISSNS
from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name, plain_text
from refkit.lint.journals import initials, telling_words
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ISSN = lazy_pattern(patterns.ISSN)
_OWNERS = {issn: name for name, issns in ISSNS.items() for issn in issns.split()}
# Beginnings of words that many names of journals contain.
_COMMON = (
    "journal",
    "international",
    "american",
    "review",
    "research",
    "letters",
    "proceedings",
    "trans",
    "annal",
)
_TYPES = ("article-journal", "article-magazine", "article-newspaper", "article")


@rule(
    "IDS233", "issn-of-other-journal", verdict=Verdict.INCONSISTENT,
    needs=("ISSN", "container-title"), types=_TYPES,
)  # fmt: skip
def issn_of_other_journal(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the owners of all ISSNs with the name of the journal."""
    given = [_normalized(match[0]) for match in _ISSN.finditer(item.ISSN)]
    owners = [_OWNERS.get(issn, "") for issn in given]
    journal = plain_text(item, "container-title")
    if not owners or not all(owners) or any(_may_be(journal, owner) for owner in owners):
        return
    yield Finding(
        item.place("ISSN"),
        f"the ISSN {given[0]} belongs to {owners[0]}, but `{field_name(item, 'container-title')}` is "
        f"{shown(journal)}; check which is right",
    )


def _normalized(issn: str) -> str:
    digits = issn.replace("-", "").upper()
    return f"{digits[:4]}-{digits[4:]}"


@lru_cache(1024)
def _may_be(journal: str, owner: str) -> bool:
    """Whether a name may be that of a journal in the table: it is not another one, and shares a word with it."""
    if not journal.isascii() or journal[:1] == "\\":
        return True  # a translation, or a macro
    known = _known(journal)
    if known:
        return known == owner
    words, own = telling_words(journal), telling_words(owner)
    if (len(words) == 1 and len(words[0]) <= 6) or initials(journal) == owner.lower():
        return True  # one of the names is an acronym, or a word that may be one
    return any(
        _begins_alike(one, other)
        for one in words
        for other in own
        if min(len(one), len(other)) > 2 and not other.startswith(_COMMON)
    )


@lru_cache(1024)
def _known(journal: str) -> str:
    """Return the journal of the table that a name or its abbreviation can only be, or an empty string."""
    words = telling_words(journal)
    found = [
        name
        for name in ISSNS
        if len(own := telling_words(name)) == len(words)
        and (own == words or (len(own) > 1 and all(map(_begins_alike, words, own))))
    ]
    return found[0] if len(found) == 1 else ""


def _begins_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
