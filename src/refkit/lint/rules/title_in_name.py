"""A name contains a title or degree.

"Dr.", "Prof.", "PhD" and "Sir" are not part of a name in a reference. Programs read them as given or family names:
"Dr. Ilse Brandt" becomes "Brandt, D. I.", and "Ilse Brandt PhD" is sorted under P.

Example:

    @article{brandt2015,
      author = {Dr. Ilse Brandt and Tom Okafor, PhD},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Use instead:

    @article{brandt2015,
      author = {Ilse Brandt and Tom Okafor},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Fix: none, because the name may lack other parts, too.
Source: The Chicago Manual of Style, 17th ed., 14.73 and 14.76; APA, 7th ed., 9.8.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.name_titles import DEGREE, DEGREE_OR_INITIALS, TITLE_BEFORE_NAME, TITLE_WORDS
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, is_suffix, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_BEFORE = lazy_pattern(TITLE_BEFORE_NAME)
_AFTER = lazy_pattern(rf"(?:.*[\s,])?({DEGREE})")
_ONLY = lazy_pattern(rf"(?:{DEGREE_OR_INITIALS})(?: (?:{DEGREE_OR_INITIALS}))*")


@rule("NAM230", "title-in-name", prose=False, cues=(ODD_NAMES,))
def title_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report titles before and degrees after the names of people."""
    for person in unusual_people(item):
        title = _title(person)
        if title:
            yield Finding(
                name_place(item, person.variable, person.index),
                f"`{title}` in {shown(person.text)} is a title, not part of the name; remove it",
            )


def _title(person: Person) -> str:
    """Return the title in a name, or an empty string."""
    if TITLE_WORDS.isdisjoint(person.words):
        return ""
    name = person.name
    for part in filter(None, (name.particle, name.given, name.family, name.suffix)):
        if match := _BEFORE.match(part):
            # "Smith, Sir" lacks a name, but "Miss" and "Frau" may be the whole family name.
            if part is name.family and part == match[0] and name.given:
                continue
            return match[0]
    return _degree(person)


def _degree(person: Person) -> str:
    """Return the degree at the end of a part of a name, or an empty string."""
    name = person.name
    for part in filter(None, (name.given, name.family, name.suffix)):
        match = _AFTER.fullmatch(part)
        if match and not (part is name.given and _may_be_initials(part, name)):
            return match[1]
    if _ONLY.fullmatch(name.family) and name.given and len(name.family) > 1 and "." in name.family:
        return name.family
    if name.family == "MD" and " " in name.given:
        return name.family
    whole_before = name.suffix and not is_suffix(name.suffix) and len(name.suffix) > 3
    if _ONLY.fullmatch(name.given) and (whole_before or _is_whole(name.family)):
        return name.given
    return (
        name.suffix
        if _ONLY.fullmatch(name.suffix) and name.given and " " not in name.suffix
        else ""
    )


def _may_be_initials(given: str, name: Name) -> bool:
    """Whether a given name is only capitals, as in PubMed's "Smith, MBA"."""
    return given.isupper() and len(given) < 5 and not name.suffix and not _is_whole(name.family)


def _is_whole(family: str) -> bool:
    """Whether a part before a comma is a whole name, "Anna Berg", and not a family name of two words."""
    from refkit.data.given_names import ALSO_FAMILY_NAMES, GIVEN_NAMES

    first, _, last = family.rpartition(" ")
    given, written = first.lower(), last.lower()
    return given in GIVEN_NAMES and written not in GIVEN_NAMES and given not in ALSO_FAMILY_NAMES
