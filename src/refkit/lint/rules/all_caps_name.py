"""A name is written in capitals.

Styles render the name in capitals, too. Some styles use small capitals, but a style cannot restore the
original case of "MCDONALD".

Example:

    @article{smith2015,
      author = {HOLM, INGRID and BERG, OLAV},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not show which letters are capitals.
Source: veracite and Zotero's linter have the same check.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_CAPITALS = lazy_pattern(r"[A-ZÀ-ÖØ-ÞА-Я]{4}")


@rule("NAM225", "all-caps-name", prose=False, cues=(ODD_NAMES,))
def all_caps_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report people without lower-case letters, and their family names."""
    for person in unusual_people(item):
        if not person.text.islower() and _is_in_capitals(person):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(person.text)} in `{person.variable}` is in capitals; use lower case, "
                "or put braces around the name of an organization",
            )
            return


def _is_in_capitals(person: Person) -> bool:
    """Whether a name has capitals that are neither initials nor an acronym, which is a single word."""
    name, text = person.name, person.text
    if not _CAPITALS.search(text) or any(char.isdigit() or char == "<" for char in text):
        return False
    if text == text.upper():
        return " " in text
    given = name.given.replace("-", " ").split()
    return (
        bool(given)
        and name.family == name.family.upper()
        and _CAPITALS.search(name.family) is not None
        and given[0].lower() in GIVEN_NAMES
    )
