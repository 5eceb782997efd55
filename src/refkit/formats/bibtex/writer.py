"""Items to BibTeX or BibLaTeX text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.formats.bibtex.fields import entry_fields
from refkit.formats.bibtex.scan import balanced
from refkit.model.item import Item
from refkit.model.sentence_case import with_protected_titles
from refkit.patterns import lazy_pattern

# what cannot stand in a key: white space and what bibtex, biber or LaTeX reads as something else
NOT_IN_KEYS = lazy_pattern(r"""[\x00-\x20\x7f-\xa0,{}()"'#%\\~=]+""")

# TeX refuses most of them as "invalid characters", and terminals obey them.
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")


def pieces(items: Iterable[Item], dialect: str) -> Iterator[str]:
    """Give items as entries, one field a line; a key that cannot be one is made into one."""
    keys = _Keys(dialect)
    between = ""
    for item in items:
        yield between + _entry(item, keys.new(item.id), dialect)
        between = "\n"


def _entry(item: Item, key: str, dialect: str) -> str:
    type_, fields = entry_fields(with_protected_titles(item), dialect)
    lines = (f"  {name} = {_value(name, value)},\n" for name, value in fields)
    return f"@{type_}{{{key},\n{''.join(lines)}}}\n"


def _value(name: str, value: str) -> str:
    if name == "month" and value in MONTH_MACROS:
        return value
    value = value if value.isprintable() else _CONTROLS.sub("", value)
    return "{" + (value if balanced(value) else _without_braces(value)) + "}"


def _without_braces(value: str) -> str:
    """A brace without a partner would end the value or never end it."""
    return value.replace("{", "\\textbraceleft ").replace("}", "\\textbraceright ")


class _Keys:
    """The keys that are taken, and the number that each repeated one is tried with next."""

    __slots__ = ("_biblatex", "_next", "_taken")

    def __init__(self, dialect: str) -> None:
        self._biblatex = dialect == "biblatex"
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """Return a key that no entry has yet: the one wanted if possible, else with a number."""
        plain = NOT_IN_KEYS.sub("_", wanted) or "item"
        same = self._same(plain)
        if same not in self._taken:
            self._taken.add(same)
            return plain
        number = self._next.get(same, 2)
        while self._same(f"{plain}-{number}") in self._taken:
            number += 1
        self._next[same] = number + 1
        self._taken.add(self._same(f"{plain}-{number}"))
        return f"{plain}-{number}"

    def _same(self, key: str) -> str:
        """Return what the dialect compares: `bibtex` ignores the case of keys, biber does not."""
        return key if self._biblatex else key.lower()
