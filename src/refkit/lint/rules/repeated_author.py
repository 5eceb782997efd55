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
from refkit.lint.persons import written_names
from refkit.lint.places import name_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_NOT_LETTERS = lazy_pattern(r"[\W_]+")
# Family names that many authors share: https://dblp.org/faq/1474704.html
SHARED = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang "
    "han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao jin "
    "shi kim lee park choi jung kang cho yoon jang lim kumar singh sharma gupta jain das nguyen tran le pham patel "
    "shah".split()
)


@rule("NAM226", "repeated-author", severity="warning", fields=("author", "editor"))
def repeated_author(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the names with one another, as "given family"."""
    names = written_names(field.value)
    if len(names) < 2:
        return
    if len(set(names)) == len(names) and "," not in field.value:
        return
    seen: set[str] = set()
    for number, name in enumerate(names):
        plain = _plain(name)
        # Too many people share a family name, or a family name and an initial.
        if plain in seen and len(plain) > 6:
            yield Finding(
                name_span(field, entry, number),
                f"{shown(name)} appears twice in `{field.name}`; remove or replace one of them",
            )
            return
        seen.add(plain)


def _plain(name: str) -> str:
    """Return a full name without punctuation, given name first, or an empty string for common names."""
    family, comma, given = name.partition(",")
    turned = f"{given}{family}" if comma else name
    if (family if comma else name.rpartition(" ")[2]).strip("{} ").lower() in SHARED:
        return ""
    if (
        any(len(part.strip("{} .")) < 2 for part in turned.replace(".", ". ").split()[:1])
        or " " not in name
    ):
        return ""
    return _NOT_LETTERS.sub("", turned).lower()
