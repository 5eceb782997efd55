"""The name of a person is written with and without accents.

Styles print, sort and abbreviate the two as different people: "García, Ana" and "Garcia, Ana".

Example:

    @article{garcia2015,
      author = {García, Ana},
      title = {Sand Ripples},
      year = {2015},
    }

    @article{garcia2016,
      author = {Garcia, Ana},
      title = {Sand Dunes},
      year = {2016},
    }

Use instead:

    @article{garcia2015,
      author = {García, Ana},
      title = {Sand Ripples},
      year = {2015},
    }

    @article{garcia2016,
      author = {García, Ana},
      title = {Sand Dunes},
      year = {2016},
    }

Fix: none, because both may be right: some people publish under both forms of their name.
Source: common practice. Names with initials are not compared, because two people may share them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Set

from refkit.lint.facts import shown
from refkit.lint.persons import NameList, family_and_given, name_lists
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.library import Library
from refkit.records import dataclass
from refkit.tex.decode import decode_letters

_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "œ": "oe"}
)
_LETTERS = str.maketrans(
    {"ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


@dataclass(slots=True)
class _Use:
    """A name as written, and as "family, given" in lower case; `number` is its index in the field."""

    name: str
    key: str
    people: NameList
    number: int


@rule("NAM243", "name-written-two-ways", severity="info", verdict=Verdict.INCONSISTENT)
def name_written_two_ways(library: Library, context: Context) -> Iterator[Finding]:
    """Look for each name with accents among the names without.

    Names with accents are collected first, so that no table of all names is kept.
    """
    accented: dict[str, tuple[str, str]] = {}
    for use in _with_accents(library):
        for form in (use.key, use.key.translate(_DIGRAPHS)):
            accented.setdefault(_without_accents(form), (use.name, use.people.entry.key))
    families = {key.partition(", ")[0] for key in accented}
    for use in _without(library, families) if accented else ():
        if use.key in accented:
            yield _finding(use, *accented.pop(use.key))


def _with_accents(library: Library) -> Iterator[_Use]:
    """Yield the names with accents that state a family name and a full given name."""
    for people in name_lists(library):
        if not people.is_ascii:
            yield from (use for use in _in_list(people) if not use.key.isascii())


def _without(library: Library, families: Set[str]) -> Iterator[_Use]:
    """Yield the names without accents that state one of the family names and a full given name."""
    for people in name_lists(library):
        yield from (use for use in _in_list(people, families) if use.key.isascii())


def _in_list(people: NameList, families: Set[str] | None = None) -> Iterator[_Use]:
    for number, written in enumerate(people.names):
        name = decode_letters(written) if "\\" in written else written
        family, given = family_and_given(name)
        if families is not None and family.lower() not in families:
            continue
        first = given.partition(" ")[0]
        if len(first) > 2 and first.isalpha() and len(family) > 2 and "{" not in name:
            yield _Use(name, f"{family}, {given}".lower(), people, number)


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFD", name.translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _finding(use: _Use, other: str, key: str) -> Finding:
    return Finding(
        use.people.place(use.number),
        f"{shown(use.name)} in `{use.people.name}` is written {shown(other)} in `{key}`; use one form",
        source=use.people.entry.source,
        key=use.people.entry.key,
    )
