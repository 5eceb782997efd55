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

from refkit.lint.facts import shown
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


@rule("NAM226", "repeated-author", severity="warning", variables=("author", "editor"))
def repeated_author(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the names with one another, as "given family"."""
    for variable in ("author", "editor"):
        names = item.names.get(variable, ())
        if len(set(names)) == len(names) and not any(map(_has_markup, names)):
            continue
        number = _first_repeated(names)
        if number:
            yield Finding(
                name_place(item, variable, number),
                f"{shown(str(names[number]))} appears twice in `{variable}`; "
                "remove or replace one of them",
            )


def _first_repeated(names: tuple[Name, ...]) -> int:
    """Return the index of the first name that appears before, or 0."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        plain = _plain(name)
        # Too many people share a family name, or a family name and an initial.
        if plain in seen and len(plain) > 6:
            return number
        seen.add(plain)
    return 0


def _has_markup(name: Name) -> bool:
    return "<" in name.family or "<" in name.given


def _plain(name: Name) -> str:
    """Return a full name without punctuation, or an empty string for initials and common family names."""
    first = name.given.replace(".", ". ").split()[:1]
    if not first or len(first[0].strip(".")) < 2 or name.family.lower() in SHARED:
        return ""
    return _NOT_LETTERS.sub("", str(name)).lower()
