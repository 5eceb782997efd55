"""The venue is a publisher, or the publisher is a venue.

The name of the journal or the proceedings is in the field of the publisher, or the other way around. "Elsevier" is
then printed in italics as a journal, and readers cannot find the article. A place instead of the publisher is
reported, too, and a year after it.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Elsevier},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      publisher = {Elsevier},
      year = {2015},
    }

Fix: none, because the entry may not contain the other name.
Source: common practice; the publishers and databases are in `refkit/data/venue_publishers.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.publishing_places import PLACES
from refkit.data.venue_publishers import VENUE_PUBLISHERS
from refkit.data.words.organizations import PUBLISHING_BODIES
from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

VARIABLES = ("collection-title", "container-title", "publisher", "publisher-place")
TYPES = (
    "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "paper-conference",
)  # fmt: skip
LONGEST = max(map(len, VENUE_PUBLISHERS))
_TAG = lazy_pattern(r"</?span[^<>]*>")
_VENUE = lazy_pattern(
    r"(?i)(?:the )?(?:(?:international|european|american|british|canadian|scandinavian) )?"
    r"(?:journal|transactions|annals|archives|proceedings|proc\.|conference|symposium|workshop)"
    r" (?:of|on|in|for) (?:the )?\w+"
)
_PUBLISHER = lazy_pattern(
    r"^(?:[A-Z]\. ?){1,2}[A-Z][a-z]{2,}|(?i:\b(?:press|verlag|publish(?:ers?|ing)|books|éditions|editorial|editore)\b)"
)
_YEAR_AFTER = lazy_pattern(r"[^\W\d_]\)?, *((?:1[5-9]|20)\d\d)\.?$")
# Words of organizations that are named after their journal.
_ORGANIZATION = lazy_pattern(rf"(?i)\b(?:press|publish\w*|{'|'.join(PUBLISHING_BODIES)})\b")


@rule(
    "FLD229",
    "publisher-as-venue",
    verdict=Verdict.FAULT,
    severity="warning",
    variables=VARIABLES,
    types=TYPES,
    prose=False,
)
def publisher_as_venue(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the venue with the names of publishers, and the publisher with the words of venues."""
    venue, publisher = item.container_title, item.publisher
    if venue and _is_publisher(venue):
        advice = "name the venue, and move this to `publisher`"
        message = f"{shown(_plain(venue))} is not a journal or a conference; {advice}"
        yield Finding(item.place("container-title"), message)
    series = item.text.get("collection-title", "")
    if series and item.type != "article-journal" and _is_publisher(series):
        message = f"the series {shown(_plain(series))} is a publisher; move it to `publisher`"
        yield Finding(item.place("collection-title"), message)
    place = item.text.get("publisher-place", "")
    if publisher and not place and _plain(publisher).lower() in PLACES:
        message = f"the publisher {shown(_plain(publisher))} is a place; name the publisher"
        yield Finding(item.place("publisher"), message)
    elif place and _is_swapped(_plain(publisher), _plain(place)):
        message = (
            f"the publisher {shown(_plain(publisher))} is a place, and the place is not; swap them"
        )
        yield Finding(item.place("publisher"), message)
    elif publisher and (match := _YEAR_AFTER.search(publisher)):
        message = f"the publisher ends in the year {match[1]}; keep only its name, and move the place to `address`"
        yield Finding(item.place("publisher"), message)
    elif publisher and _is_venue(publisher):
        message = f"the publisher {shown(_plain(publisher))} is a journal or a conference; name the publisher"
        yield Finding(item.place("publisher"), message)
    if place and _is_publisher(place):
        yield Finding(
            item.place("publisher-place"),
            f"the place {shown(place)} is a publisher; move it to `publisher`",
        )


def _is_swapped(publisher: str, place: str) -> bool:
    """Whether a publisher is a city, and the place has the words or the initials of a publisher."""
    is_city = publisher.lower() in PLACES and place.lower() not in PLACES
    return is_city and _PUBLISHER.search(place) is not None


def _is_publisher(name: str) -> bool:
    return len(name) <= LONGEST + 40 and _plain(name).lower() in VENUE_PUBLISHERS


def _is_venue(name: str) -> bool:
    """Whether the publisher has the words of a journal or a meeting, and none of an organization."""
    lower = name.lower()
    if "journal" not in lower and not any(word in lower for word in _WORDS):
        return False
    return _VENUE.match(_plain(name)) is not None and _ORGANIZATION.search(name) is None


_WORDS = ("transactions", "annals", "archives", "proc", "conference", "symposium", "workshop")


def _plain(name: str) -> str:
    return (_TAG.sub("", name) if "<" in name else name).strip()
