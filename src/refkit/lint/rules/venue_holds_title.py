"""The venue contains the title of the work.

A whole reference was pasted into `booktitle` or `journal`, so authors and title are printed twice.

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

from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry


@rule(
    "TTL227", "venue-holds-title", severity="warning",
    needs=("title", "booktitle|journal|journaltitle"), types=("inproceedings", "conference", "article", "misc"),
)  # fmt: skip
def venue_holds_title(entry: Entry, context: Context) -> Iterator[Finding]:
    """Search the venue for the title."""
    title = entry.get("title")
    for name in ("booktitle", "journal", "journaltitle"):
        venue = entry.get(name)
        if (
            title is None
            or venue is None
            or len(title.value) < 20
            or len(venue.value) < len(title.value) + 8
        ):
            continue
        # Proceedings may end in the title of their overview; a pasted reference continues after the title.
        rest = _plain(venue.value).partition(_plain(title.value))[2]
        if len(rest) > 5 and rest[0] in ".,;":
            yield Finding(
                venue.value_span,
                f"`{name}` contains the title of the work; keep only the name of the venue",
            )


def _plain(text: str) -> str:
    bare = text.replace("{", "").replace("}", "") if "{" in text else text
    return bare.lower().rstrip(". ")
