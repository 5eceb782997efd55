"""The given and the family name of a person are swapped.

Another entry of the file has the name in the other order. Styles sort and abbreviate the swapped name wrongly.

Example:

    @article{holm2015,
      author = {Holm, Ingrid and Okafor, Susanne},
      title = {Sand Ripples},
      year = {2015},
    }

    @article{holm2016,
      author = {Holm, Ingrid and Susanne, Okafor},
      title = {Sand Dunes},
      year = {2016},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid and Okafor, Susanne},
      title = {Sand Ripples},
      year = {2015},
    }

    @article{holm2016,
      author = {Holm, Ingrid and Okafor, Susanne},
      title = {Sand Dunes},
      year = {2016},
    }

Fix: none, because the file does not show which order is right.
Source: the given names in `refkit/data/given_names.py` decide which of the two entries is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.lint.facts import shown
from refkit.lint.persons import NameList, family_and_given, name_lists
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.records import dataclass

_Turned = tuple[str, str]  # a family name and the first given name


@dataclass(slots=True)
class _Suspect:
    """A name with a given name before the comma and none after it."""

    family: str
    given: str
    people: NameList
    number: int

    @property
    def turned(self) -> _Turned:
        """The name in the other order, in lower case."""
        return self.given.lower(), self.family.lower()


@rule("NAM237", "swapped-name", verdict=Verdict.INCONSISTENT)
def swapped_name(library: Library, context: Context) -> Iterator[Finding]:
    """Look for the names of suspects in the other order."""
    suspects = [suspect for people in name_lists(library) for suspect in _suspects(people)]
    keys = _keys_of({suspect.turned for suspect in suspects}, library) if suspects else {}
    for suspect in suspects:
        key = keys.get(suspect.turned)
        if key is not None:
            yield _finding(suspect, key)


def _suspects(people: NameList) -> Iterator[_Suspect]:
    """Yield the names whose family name is a given name."""
    for number, name in enumerate(people.names):
        family, comma, given = name.partition(", ")
        if comma and family.lower() in GIVEN_NAMES and _may_be_family(given):
            yield _Suspect(family, given, people, number)


def _keys_of(wanted: Collection[_Turned], library: Library) -> dict[_Turned, str]:
    """Return the key of the first entry with each wanted name, as family name and first given name."""
    keys: dict[_Turned, str] = {}
    families = {family for family, _ in wanted}
    for people in name_lists(library):
        for name in people.names:
            family, given = family_and_given(name)
            if family.lower() in families:
                found = (family.lower(), given.partition(" ")[0].lower())
                if found in wanted:
                    keys.setdefault(found, people.entry.key)
    return keys


def _may_be_family(given: str) -> bool:
    return given.isalpha() and len(given) > 2 and given.lower() not in GIVEN_NAMES


def _finding(suspect: _Suspect, key: str) -> Finding:
    written = f"{suspect.family}, {suspect.given}"
    right = f"{suspect.given}, {suspect.family}"
    return Finding(
        suspect.people.place(suspect.number),
        f"{shown(written)} in `{suspect.people.name}` is written {shown(right)} in `{key}`; correct one of them",
        source=suspect.people.entry.source,
        key=suspect.people.entry.key,
    )
