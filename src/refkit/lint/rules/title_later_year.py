"""The title names a year later than the year of the entry.

"Lessons from the 2021 floods" cannot have appeared in 2018. Titles about the future can name a later year, so
the rule requires words of a report before the year.

Example:

    @article{gull2018,
      author = {Gull, Amy},
      title = {Lessons from the 2021 Floods of the Delta},
      journal = {Coastal Birds},
      year = {2018},
    }

Use instead:

    @article{gull2021,
      author = {Gull, Amy},
      title = {Lessons from the 2021 Floods of the Delta},
      journal = {Coastal Birds},
      year = {2021},
    }

Fix: none, because only the publisher's record can decide.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.item_facts import field_name, plain_text, year_of_item
from refkit.lint.places import match_place
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_THING = (
    r"(?:surveys?|census|elections?|season|earthquakes?|floods?|pandemic|epidemic|outbreak|shared task|challenge"
    r"|campaign|evaluation)"
)
# Reports and events with the year as their number; some appear in the year before.
_NUMBERED = lazy_pattern(
    r"(?i)\b(?:annual report|report|yearbook|almanac|survey|census|elections?|olympics|challenge|shared task"
    r"|(?:proceedings|conference|workshop|symposium)(?: [\w-]+){0,6}?) (?P<after>(?:19|20)\d\d)(?!\d|\s?[-–/]\s?\d)"
)
_GOAL = lazy_pattern(
    r"(?i)\b(?:targets?|goals?|agenda|strateg|scenario|vision|plan|framework|objectives?|forecast|outlook)"
)
_REPORT = lazy_pattern(
    r"(?i)\b(?:results?|findings|report|lessons|evidence|data|analysis|review|overview|summary|proceedings)"
    r" (?:of|from|on) (?:the )?(?P<after>(?:19|20)\d\d)(?!\d|[-–/.,]\d)"
    rf"|\bthe (?P<before>(?:19|20)\d\d) (?:\S+ ){{0,2}}?{_THING}\b"
)


@rule(
    "DAT232", "title-later-year", verdict=Verdict.INCONSISTENT,
    needs=("title", "issued"), cues=("19", "20"), cued=("title",),
)  # fmt: skip
def title_later_year(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the years in the title with the year of the item."""
    title, year = plain_text(item, "title"), year_of_item(item)
    if year is None:
        return
    for pattern, least in ((_REPORT, 1), (_NUMBERED, 2)):
        match = pattern.search(title)
        if match is None or not match.lastgroup:
            continue
        named = read_int(match[match.lastgroup])
        # A later year than today, or one of a plan, is that of a goal or a forecast.
        is_goal = named > context.today.year or _GOAL.search(title, match.end())
        if named >= year + least and not is_goal:
            yield Finding(
                match_place(item, "title", pattern, match.lastgroup),
                f"`{field_name(item, 'title')}` contains the year {named}, but "
                f"`{field_name(item, 'issued')}` is {year}; check which is right",
            )
            return
