"""The same author appears twice in one list.

Merging two exports, or fabricating a list, repeats a name. Two people can have the same name, so the rule
skips very common family names.

Example:

    @article{brook2018,
      author = {Brook, Anna and Field, Tom and Brook, Anna},
      title = {Mills on the River},
      journal = {Local History},
      year = {2018},
    }

Use instead:

    @article{brook2018,
      author = {Brook, Anna and Field, Tom},
      title = {Mills on the River},
      journal = {Local History},
      year = {2018},
    }

Fix: none, because another name may belong there.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_NOT_LETTERS = lazy_pattern(r"[\W_]+")
# Family names that many authors share: https://dblp.org/faq/1474704.html
SHARED = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang "
    "han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao jin "
    "shi kim lee park choi jung kang cho yoon jang lim kumar singh sharma gupta jain das nguyen tran le pham patel "
    "shah".split()
)


@rule(
    "NAM226",
    "repeated-author",
    severity="warning",
    variables=("author", "editor"),
    cues=(ODD_NAMES,),
)
def repeated_author(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the names with one another, as "given family"."""
    for variable in ("author", "editor"):
        names = [person for person in people(item) if person.variable == variable]
        if len({frozenset(person.words) for person in names}) == len(names) and not any(
            map(_has_markup, names)
        ):
            continue
        person = _first_repeated(names)
        if person:
            yield Finding(
                name_place(item, variable, person.index),
                f"{shown(person.text)} appears twice in `{variable}`; remove or replace one of them",
            )


def _first_repeated(names: list[Person]) -> Person | None:
    """Return the first name that appears before, or None."""
    seen: set[str] = set()
    for person in names:
        plain = _plain(person.name)
        # Too many people share a family name, or a family name and an initial.
        if plain in seen and len(plain) > 5:
            return person
        seen.add(plain)
    return None


def _has_markup(person: Person) -> bool:
    return "<" in person.text


def _plain(name: Name) -> str:
    """Return a full name without punctuation, or an empty string for initials and common family names."""
    first = name.given.replace(".", ". ").split()[:1]
    if not first or len(first[0].strip(".")) < 2 or name.family.lower() in SHARED:
        return ""
    # "Smith John" lacks a comma, but is the same person as "John Smith".
    return " ".join(sorted(_NOT_LETTERS.sub(" ", str(name)).lower().split()))
