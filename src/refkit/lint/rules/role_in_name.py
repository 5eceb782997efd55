"""A name contains a role.

"(ed.)", "(Hrsg.)" and "translated by" are not part of a name. The field states the role, and styles print it in the
language of the document.

Example:

    @book{brandt2015,
      author = {Brandt, Ilse (Ed.)},
      title = {Sand},
      publisher = {Harbour Press},
      year = {2015},
    }

Use instead:

    @book{brandt2015,
      editor = {Brandt, Ilse},
      title = {Sand},
      publisher = {Harbour Press},
      year = {2015},
    }

Fix: none, because the name may belong in another field.
Source: the words for roles are in `refkit/data/words/roles.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.roles import ROLE_IN_BRACKETS, ROLE_LABELS, ROLE_WORDS
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, is_suffix, role_at_end, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_IN_BRACKETS = lazy_pattern(rf"(?ix)[(\[]\s*(?:{ROLE_IN_BRACKETS})\.?\s*(?:[)\]]|$)")
_BEFORE = lazy_pattern(rf"(?i)(?:{ROLE_LABELS})\s")


@rule("NAM231", "role-in-name", prose=False, cues=(ODD_NAMES,))
def role_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report words for roles in the names of people."""
    for person in unusual_people(item):
        role = _role(person)
        if role:
            yield Finding(
                name_place(item, person.variable, person.index),
                f"`{role}` in {shown(person.text)} is a role, not part of the name; use the field for the role",
            )


def is_labeled(text: str) -> bool:
    """Whether a name begins with a word for a role, "by Ann Roe", which this rule reports."""
    return _BEFORE.match(text) is not None


def _role(person: Person) -> str:
    """Return the role in a name, or an empty string."""
    if not any(mark in person.text for mark in "([:") and ROLE_WORDS.isdisjoint(person.words):
        return ""
    has_bracket = "(" in person.text or "[" in person.text
    if has_bracket and (match := _IN_BRACKETS.search(person.text)):
        return match[0]
    if match := _BEFORE.match(person.text):
        return match[0].strip()
    name = person.name
    if ":" in name.family and (match := _BEFORE.match(name.family)):
        return match[0].strip()
    for part in (name.given, name.family, name.suffix):
        role = role_at_end(part)
        if role and not _is_abbreviated_name(role, person):
            return role
    return ""


def _is_abbreviated_name(word: str, person: Person) -> bool:
    """Whether a word may be a given name: "Roberts, Ed." and "Smith, Comp." but not "Roe, Ann, ed."."""
    name = person.name
    if word.islower() or len(word) > 5:
        return False
    has_whole_suffix = bool(name.suffix) and not is_suffix(name.suffix)
    return name.given == word and not has_whole_suffix and " " not in name.family
