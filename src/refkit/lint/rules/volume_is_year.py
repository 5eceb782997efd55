"""The volume equals the year.

Some journals use the year as the volume. In other journals, the volume is missing and the field was filled by
mistake.

Example:

    @article{hale1998,
      author = {Hale, Ron},
      title = {Wind over Dunes},
      journal = {Coastal Engineering Notes},
      year = {1998},
      volume = {1998},
    }

Use instead:

    @article{hale1998,
      author = {Hale, Ron},
      title = {Wind over Dunes},
      journal = {Coastal Engineering Notes},
      year = {1998},
      volume = {41},
    }

Fix: none, because the file does not contain the volume.
Source: common practice; off by default because journals such as JHEP number their volumes by year.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import field_name, year_of_item
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule(
    "DAT231",
    "volume-is-year",
    verdict=Verdict.SIGNAL,
    needs=("volume", "issued"),
    types=("article-journal", "article-magazine"),
    default=False,
)
def volume_is_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the volume with the year."""
    volume = item.volume
    if len(volume) == 4 and volume == str(year_of_item(item)):
        name = field_name(item, "volume")
        yield Finding(item.place("volume"), f"`{name}` {volume} is the year; check the volume")
