"""A name is written in lower case.

Styles print the name as written. BibTeX also reads a word in lower case as a particle like "von".

Example:

    @article{holm2015,
      author = {ingrid holm and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{holm2015,
      author = {Ingrid Holm and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because some people write their names in lower case.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10, on words in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.particles import CAPITAL_PARTICLES
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, has_organization_word, role_at_end, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item

# People who write their names in lower case.
_LOWER_CASE = frozenset(("hooks", "boyd", "cummings", "lang", "paz", "stein", "morrisseau"))
# What other rules report.
_OTHERS = frozenset(
    (
        "author",
        "authors",
        "workers",
        "coworkers",
        "colleagues",
        "collaborators",
        "others",
        "associates",
    )
)


@rule("NAM235", "lower-case-name", prose=False, cues=(ODD_NAMES,))
def lower_case_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report people with a family name or a common given name that has no capital letter."""
    for person in unusual_people(item):
        if _is_lower(person) and not _is_other(person):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(person.text)} in `{person.variable}` is in lower case; capitalize it",
            )


def _is_other(person: Person) -> bool:
    """Whether the name belongs to an organization or ends in a role, which other rules report."""
    return has_organization_word(person.text) or role_at_end(person.name.family) != ""


def _is_lower(person: Person) -> bool:
    name = person.name
    given = (name.given or name.particle).partition(" ")[0]
    # "anna Berg" has a particle in BibTeX, "Berg, anna" a given name. In "ben Yaakov, D." and "ben Yaakov" it is
    # a particle.
    if given.islower() and given in GIVEN_NAMES and given not in CAPITAL_PARTICLES:
        return name.family not in _LOWER_CASE
    if not name.family.islower() or len(name.family) < 3 or name.family in _LOWER_CASE | _OTHERS:
        return False
    # A single word is a user name; two are a name if both are words.
    given = name.given or name.particle
    words = [*given.split(), *name.family.split()]
    return bool(given) and all(len(word) < 3 or word.replace("-", "").isalpha() for word in words)
