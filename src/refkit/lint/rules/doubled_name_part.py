"""The family name is repeated after the given name.

"Holm, Ingrid Holm" repeats the family name after the comma. Styles print both.

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
Source: common practice. Names such as "Mustafa Mustafa", "Ford Madox Ford" and "Coello Coello, Carlos"
are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from refkit.data.given_names import GIVEN_NAMES
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name


@rule("NAM238", "doubled-name-part", prose=False, cues=(ODD_NAMES,))
def doubled_name_part(item: Item, context: Context) -> Iterator[Finding]:
    """Report a family name that is also the last given name, and repeated given names."""
    for person in people(item):
        word = _doubled(person.name)
        if word:
            span = name_place(item, person.variable, person.index)
            # "Carlos Coello Coello" has two equal family names, "Holm, Ingrid Holm" has one too many.
            if item.entry is None or "," in item.entry.source.slice(span):
                yield Finding(span, f"`{word}` appears twice in {shown(person.text)}; remove one")


def _doubled(name: Name) -> str:
    """Return the word that appears twice, or an empty string."""
    family, given = name.family, name.given
    if len(family) > 3 and given.endswith(f" {family}") and given.partition(" ")[0] != family:
        return family if _is_word(family) else ""
    words = given.split()
    return next(
        (one for one, two in pairwise(words) if one == two and one.lower() in GIVEN_NAMES), ""
    )


def _is_word(word: str) -> bool:
    """Whether a word is longer than a short name, as in Chinese."""
    from refkit.data.chinese_surnames import CHINESE_SURNAMES

    return word.isalpha() and word.lower() not in CHINESE_SURNAMES
