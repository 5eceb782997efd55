"""A name contains an affiliation.

"Anna Berg (University of Ulm)" and "Berg, Anna, MIT" are printed, sorted and abbreviated as if the institution were
part of the person's name.

Example:

    @article{berg2015,
      author = {Anna Berg (University of Ulm) and Okafor, Tom},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Use instead:

    @article{berg2015,
      author = {Anna Berg and Okafor, Tom},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Fix: none, because the institution may be needed elsewhere in the entry.
Source: the words for organizations are in `refkit/data`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, has_organization_word, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_BRACKETS = lazy_pattern(r"\s*[(\[]([^()\[\]]+)[)\]]?")
_ACRONYM = lazy_pattern(r"[A-Z]{3,7}(?:[-/ ][A-Z]{2,7})*")
_ROMAN = lazy_pattern(r"[IVX]+")


@rule("NAM233", "affiliation-in-name", prose=False, cues=(ODD_NAMES,))
def affiliation_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report institutions and countries after the names of people."""
    for person in unusual_people(item):
        affiliation = _affiliation(person)
        if affiliation:
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(affiliation)} in `{person.variable}` is an affiliation, not part of the name; remove it",
            )


def _affiliation(person: Person) -> str:
    """Return the affiliation in a name, or an empty string."""
    if person.is_plain and not person.name.suffix and " " not in person.name.family:
        return ""
    if "(" in person.text or "[" in person.text:
        return _in_brackets(person.text)
    name = person.name
    # "Berg, Anna, University of Ulm" and "Anna Berg, University of Ulm"; organizations have the word in `family`.
    # "Acme Tools, Inc" and "Association for Machinery" are organizations.
    parts = [part for part in (name.given, name.suffix) if " " in part]
    parts = parts if name.suffix or " " in name.family else []
    if (
        not parts
        or has_organization_word(f"{name.particle} {name.family}")
        or name.family.islower()
    ):
        return ""
    return next((part for part in parts if has_organization_word(part)), "")


def _in_brackets(text: str) -> str:
    match = _BRACKETS.search(text)
    if match is None:
        return ""
    outside, inside = f"{text[: match.start()]}{text[match.end() :]}".strip(), match[1].strip()
    if has_organization_word(outside) or " " not in outside:
        return ""  # the abbreviation of an organization, "European Commission (EC)"
    is_acronym = _ACRONYM.fullmatch(inside) and not _ROMAN.fullmatch(inside)
    return inside if is_acronym or has_organization_word(inside) or _is_known(inside) else ""


def _is_known(text: str) -> bool:
    from refkit.data.cities import CITIES
    from refkit.data.countries import COUNTRIES
    from refkit.data.words.organizations import ONE_WORD_NAMES

    return any(text.lower() in names for names in (ONE_WORD_NAMES, COUNTRIES, CITIES))
