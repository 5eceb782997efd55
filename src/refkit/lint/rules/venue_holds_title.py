"""The venue contains the title of the work.

A whole reference was pasted into `booktitle` or `journal`, so authors and title are printed twice. A paper or an
article with the title of its proceedings or its journal is reported, too.

Example:

    @inproceedings{moor2015,
      author = {Moor, Ned},
      title = {Counting the Heather of Northern Slopes},
      booktitle = {Ned Moor. Counting the Heather of Northern Slopes. In Upland Meetings},
      year = {2015},
    }

Use instead:

    @inproceedings{moor2015,
      author = {Moor, Ned},
      title = {Counting the Heather of Northern Slopes},
      booktitle = {Upland Meetings},
      year = {2015},
    }

Fix: none, because the file does not show where the name of the venue begins.
Source: common practice; a trace of references that a program split incorrectly.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(r"</?(?:span|i|b|sup|sub|sc)(?: [^<>]*)?>")


TYPES = ("paper-conference", "chapter", "article-journal", "document")


@rule(
    "TTL227", "venue-holds-title", severity="warning",
    needs=("title", "container-title"), types=TYPES,
)  # fmt: skip
def venue_holds_title(item: Item, context: Context) -> Iterator[Finding]:
    """Search the venue for the title."""
    title, venue = plain(item.text["title"]), plain(item.text["container-title"])
    if len(venue) < len(title):
        return
    plain_title, plain_venue = _plain(title), _plain(venue)
    if plain_title == plain_venue:
        if item.type in _FEWEST and plain_title.count(" ") >= _FEWEST[item.type]:
            yield Finding(
                item.place("container-title"),
                f"the venue and the title are both {shown(title)}; correct one of them",
            )
        return
    if len(title) < 20 or len(venue) < len(title) + 8:
        return
    # Proceedings may end in the title of their overview; a pasted reference continues after the title.
    rest = plain_venue.partition(plain_title)[2]
    if len(rest) > 5 and rest[0] in ".,;":
        yield Finding(
            item.place("container-title"),
            "the venue contains the title of the work; keep only the name of the venue",
        )


# An introduction may have the title of its book.
# The fewest spaces in a title that is no venue: an article may have the title of its journal.
_FEWEST = {"paper-conference": 1, "article-journal": 2}


def plain(text: str) -> str:
    """Return a text without markup."""
    return _TAG.sub("", text) if "<" in text else text


def _plain(text: str) -> str:
    return text.lower().rstrip(". ")
