"""A part of a name appears twice.

"Holm, Ingrid Holm" states the family name again after the comma. Styles print both.

Example:

    @article{holm2015,
      author = {Holm, Ingrid Holm and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the other part of the name may be missing.
Source: common practice. Names such as "Boutros Boutros-Ghali", "Ford Madox Ford" and "Yang Yang" are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from refkit.lint.facts import shown
from refkit.lint.people import people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name


@rule("NAM238", "doubled-name-part", prose=False)
def doubled_name_part(item: Item, context: Context) -> Iterator[Finding]:
    """Report a family name that is also the last given name, and repeated words."""
    for person in people(item):
        word = _doubled(person.name)
        if word:
            yield Finding(
                name_place(item, person.variable, person.index),
                f"`{word}` appears twice in {shown(person.text)}; remove one",
            )


def _doubled(name: Name) -> str:
    """Return the word that appears twice, or an empty string."""
    family, given = name.family, name.given
    if len(family) > 3 and given.endswith(family) and _ends_in_family(given, family):
        return family
    for part in (family, given):
        words = part.split()
        for word, following in pairwise(words):
            if word == following and _is_word(word):
                return word
    return ""


def _ends_in_family(given: str, family: str) -> bool:
    """Whether the given name ends in the family name; "Yang Yang" and "Thomas Thomas" are names."""
    before = given[: -len(family)]
    return _is_word(family) if not before else before.endswith(" ") and before.strip() != family


def _is_word(word: str) -> bool:
    """Whether a word is neither an initial, a short name as in Chinese, nor both given and family name."""
    from refkit.data.chinese_surnames import CHINESE_SURNAMES

    return len(word) > 3 and word.isalpha() and word.lower() not in CHINESE_SURNAMES
