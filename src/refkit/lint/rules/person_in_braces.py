"""The name of a person is kept together like the name of an organization.

Braces (or a single field for the name) keep the name of an organization together. A person in braces has no
family name: styles cite "(Ames, Anna, 2015)", sort by the whole text, and do not abbreviate the given name.

Example:

    @article{ames2015,
      author = {{Ames, Anna B.}},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2015},
    }

Use instead:

    @article{ames2015,
      author = {Ames, Anna B.},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2015},
    }

Fix: none, because a company may have the name of a person.
Source: BibTeXing (btxdoc, 1988), section 4, on names and braces. Only names with a comma, and initials or a common
given name after it, are reported; braces around "Anna Ames" may be intended.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_tex
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_AND = lazy_pattern(r"\s+and\s+")
_INITIAL = lazy_pattern(r"[^\W\d_](?:\.|$)")
_CAPITAL_CITY = "d.c."


@rule("NAM244", "person-in-braces", prose=False, cues=(ODD_NAMES,))
def person_in_braces(item: Item, context: Context) -> Iterator[Finding]:
    """Report names without parts that are people with the family name first."""
    for variable, names in item.names.items():
        for index, name in enumerate(names):
            if "," in name.literal and all(map(_is_person, _AND.split(name.literal))):
                yield Finding(
                    name_place(item, variable, index), _message(item, name.literal, variable)
                )


def _message(item: Item, name: str, variable: str) -> str:
    advice = (
        "remove the braces around it" if is_tex(item) else "split it into family and given name"
    )
    return f"{shown(name)} in `{variable}` is a person, but is read as an organization; {advice}"


def _is_person(name: str) -> bool:
    """Whether a name is "Roe, Ann" or "Roe, A. B."; "Elsevier, Amsterdam" and "Philips, NV" are not."""
    from refkit.data.given_names import GIVEN_NAMES
    from refkit.lint.whole_names import is_person

    _, comma, given = name.partition(",")
    words = given.split()
    if not comma or not words or given.strip().lower() == _CAPITAL_CITY or not is_person(name):
        return False
    return _INITIAL.match(words[0]) is not None or words[0].lower() in GIVEN_NAMES
