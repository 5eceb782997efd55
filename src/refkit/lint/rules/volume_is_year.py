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

from refkit.lint.reading import year_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry


@rule(
    "DAT231",
    "volume-is-year",
    verdict=Verdict.SIGNAL,
    needs=("volume", "year|date"),
    types=("article",),
    default=False,
)
def volume_is_year(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the volume with the year."""
    volume = entry.get("volume")
    if volume is not None and len(volume.value) == 4 and volume.value == str(year_of(entry)):
        yield Finding(volume.value_span, f"`volume` {volume.value} is the year; check the volume")
