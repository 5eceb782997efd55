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
Source: BibTeXing (btxdoc, 1988), section 4, on names and braces. Of single names, only those with a comma, and
initials or a common given name after it, are reported; braces around "Anna Ames" may be intended. In CSL-JSON,
which has no braces, the name after the comma may be any but a place, and a family name with a comma and no
given name is the same error.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_tex
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_AND = lazy_pattern(r"\s+and\s+|\s*;\s*")
# "Agriculture, Forestry and Aquaculture, Fisheries" is a ministry.
_NOUN = lazy_pattern(r".+(?:tions?|ments?|tures?|ics|ies|ships?|ology|estry|ware|works?|[A-Z]{2})")
_INITIAL = lazy_pattern(r"[^\W\d_](?:\.|$)")
_CAPITAL_CITY = "d.c."


@rule("NAM244", "person-in-braces", prose=False, cues=(ODD_NAMES,))
def person_in_braces(item: Item, context: Context) -> Iterator[Finding]:
    """Report names without parts that are people: one with the family name first, or several."""
    for variable, names in item.names.items():
        for index, name in enumerate(names):
            whole = name.literal or ("" if name.given or is_tex(item) else name.family)
            if _may_be_several(whole) and _are_people(whole, item):
                yield Finding(name_place(item, variable, index), _message(item, name, variable))


def _may_be_several(whole: str) -> bool:
    return "," in whole or " and " in whole or ";" in whole


def _are_people(whole: str, item: Item) -> bool:
    is_json = item.entry is not None and item.entry.source.format == "csl-json"
    parts = [part.strip() for part in _AND.split(whole)]
    if len(parts) > 1 and (all(map(_is_inverted, parts)) or all(map(_has_given_name, parts))):
        return True
    return all(map(_is_person, parts)) or (is_json and _is_whole_name(whole))


def _has_given_name(part: str) -> bool:
    """Whether a part of a list is "A. Roe", "Ann Roe", or several such names: "A. Roe, B. Doe"."""
    from refkit.lint.whole_names import is_person

    return " " in part and all(
        " " in name.strip() and is_person(name.strip()) for name in part.split(",")
    )


def _is_inverted(name: str) -> bool:
    """Whether a part of a list is "Roe, Yrsa": organizations with the same form, such as "Oxfam, Kenya", come alone."""
    from refkit.data.cities import CITIES
    from refkit.data.countries import COUNTRIES
    from refkit.data.words.roles import ROLE_WORDS
    from refkit.lint.whole_names import is_person

    family, comma, given = (part.strip() for part in name.partition(","))
    words = given.split()
    if not comma or not 0 < len(words) < 4 or "," in given or not is_person(name):
        return False
    known = {given.lower(), *map(str.lower, words)} & (CITIES | COUNTRIES | ROLE_WORDS)
    return not known and not any(map(_NOUN.fullmatch, (*family.split(), *words)))


def _is_whole_name(name: str) -> bool:
    """Whether a name is "Rao, Venkata", of two capitalized words; "Elsevier, Amsterdam" and "Oxfam, Kenya" are not."""
    from refkit.data.cities import CITIES
    from refkit.data.countries import COUNTRIES
    from refkit.data.words.roles import ROLE_WORDS
    from refkit.lint.whole_names import is_person

    family, _, given = (part.strip() for part in name.partition(","))
    others = CITIES | COUNTRIES | ROLE_WORDS
    words = (family, given)
    return (
        all(word.istitle() and word.isalpha() for word in words)
        and given.lower() not in others
        and is_person(name)
    )


def _message(item: Item, name: Name, variable: str) -> str:
    if not name.literal:
        return f"{shown(name.family)} in `{variable}` is a whole name in `family`; split it into family and given name"
    whole = shown(name.literal)
    if len(_AND.split(name.literal)) > 1:
        advice = "remove the braces around them" if is_tex(item) else "write each name by itself"
        return f"{whole} in `{variable}` contains several people, but is read as one organization; {advice}"
    advice = (
        "remove the braces around it" if is_tex(item) else "split it into family and given name"
    )
    return f"{whole} in `{variable}` is a person, but is read as an organization; {advice}"


def _is_person(name: str) -> bool:
    """Whether a name is "Roe, Ann" or "Roe, A. B."; "Elsevier, Amsterdam" and "Philips, NV" are not."""
    from refkit.data.given_names import GIVEN_NAMES
    from refkit.lint.whole_names import is_person

    _, comma, given = name.partition(",")
    words = given.split()
    if not comma or not words or given.strip().lower() == _CAPITAL_CITY or not is_person(name):
        return False
    return _INITIAL.match(words[0]) is not None or words[0].lower() in GIVEN_NAMES
