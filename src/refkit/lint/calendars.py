"""Recognize years of other calendars than the Gregorian, from the language or the script of an item."""

from __future__ import annotations

from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Calendar:
    """A calendar that is used in bibliographies: its recent years, languages and script."""

    first: int
    last: int
    languages: tuple[str, ...]
    script: str


CALENDARS = (
    Calendar(2400, 2600, ("th",), "\u0e00-\u0e7f"),  # Buddhist
    Calendar(5500, 5900, ("he", "iw", "yi"), "\u0590-\u05ff"),  # Hebrew
    Calendar(
        1200, 1500, ("ar", "fa", "pers", "ur", "ps"), "\u0600-\u06ff"
    ),  # Hijri, lunar or solar
    Calendar(
        1, 130, ("zh", "chi", "ja", "ko"), "\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"
    ),  # Minguo, eras
)
_SCRIPTS = tuple(lazy_pattern(f"[{calendar.script}]") for calendar in CALENDARS)


def is_of_other_calendar(item: Item, year: int) -> bool:
    """Whether a year that is impossible in the Gregorian calendar may be of another one."""
    for calendar, script in zip(CALENDARS, _SCRIPTS, strict=True):
        if calendar.first <= year <= calendar.last:
            language = item.language.lower()
            return (
                language.startswith(calendar.languages) or script.search(_words(item)) is not None
            )
    return False


def _words(item: Item) -> str:
    names = " ".join(name.family for name in item.author)
    return f"{item.title} {item.container_title} {item.publisher} {names}"
