"""A name consists of a given name only.

The other people of the list have a family name, too. It was lost in this name, or separated from it by `and`.

Example:

    @article{holm2015,
      author = {Holm, Ingrid and Susanne},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid and Okafor, Susanne},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not contain the rest of the name.
Source: common practice. Single words that are not common given names may be whole names, and are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule("NAM241", "incomplete-name", verdict=Verdict.SIGNAL, prose=False, cues=(ODD_NAMES,))
def incomplete_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report a given name alone in a list of whole names."""
    everyone = people(item)
    if len(everyone) < 2 or not any(person.text.lower() in GIVEN_NAMES for person in everyone):
        return
    for variable in item.names:
        group = [person for person in everyone if person.variable == variable]
        alone = [person for person in group if not person.name.given]
        if len(alone) == 1 < len(group) and alone[0].text.lower() in GIVEN_NAMES:
            yield Finding(
                name_place(item, variable, alone[0].index),
                f"{shown(alone[0].text)} in `{variable}` is only a given name; complete the name",
            )
