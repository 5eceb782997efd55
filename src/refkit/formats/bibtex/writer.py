"""Writer for BibTeX and BibLaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.formats.bibtex.fields_write import entry_fields
from refkit.formats.bibtex.scan import is_balanced
from refkit.model.item import Item
from refkit.model.sentence_case import with_protected_titles
from refkit.patterns import lazy_pattern

# Characters that are not allowed in a key: white space, and special characters of bibtex, biber and LaTeX.
NOT_IN_KEYS = lazy_pattern(r"""[\x00-\x20\x7f-\xa0,{}()"'#%\\~=]+""")
# `bibtex` accepts an apostrophe (`o'neil99`), biber does not.
_NOT_IN_BIBTEX_KEYS = lazy_pattern(r"""[\x00-\x20\x7f-\xa0,{}()"#%\\~=]+""")

# TeX rejects most of them as "invalid characters", and terminals interpret them.
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")


def write_pieces(items: Iterable[Item], dialect: str) -> Iterator[str]:
    """Yield items as entries with one field per line; invalid keys are replaced."""
    keys = _UniqueKeys(dialect)
    separator = ""
    for item in items:
        yield separator + entry_text(item, keys.new(item.id), dialect)
        separator = "\n"


def written_keys(dialect: str) -> Callable[[str], str]:
    """Return a function that returns the key that `write_pieces` writes for the id of each item in turn."""
    return _UniqueKeys(dialect).new


def entry_text(item: Item, key: str, dialect: str) -> str:
    """Return an entry with one field per line."""
    type_, fields = entry_fields(with_protected_titles(item), dialect)
    lines = (f"  {name} = {_value(name, value)},\n" for name, value in fields)
    return f"@{type_}{{{key},\n{''.join(lines)}}}\n"


def _value(name: str, value: str) -> str:
    if name == "month" and value in MONTH_MACROS:
        return value
    return f"{{{clean_value(value)}}}"


def clean_value(value: str) -> str:
    """Return a value without control characters and unmatched braces."""
    value = value if value.isprintable() else _CONTROLS.sub("", value)
    return value if is_balanced(value) else _replace_braces(value)


def _replace_braces(value: str) -> str:
    """Return a value without braces: an unbalanced one would end the value too early or never."""
    return value.replace("{", "\\textbraceleft ").replace("}", "\\textbraceright ")


class _UniqueKeys:
    """The keys in use, and the next number to try for each repeated key."""

    __slots__ = ("_biblatex", "_next", "_taken")

    def __init__(self, dialect: str) -> None:
        self._biblatex = dialect == "biblatex"
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def new(self, requested: str) -> str:
        """Return an unused key: the requested one if possible, or else one with a number."""
        excluded = NOT_IN_KEYS if self._biblatex else _NOT_IN_BIBTEX_KEYS
        candidate = excluded.sub("_", requested) or "item"
        comparable = self._comparable(candidate)
        if comparable not in self._taken:
            self._taken.add(comparable)
            return candidate
        number = self._next.get(comparable, 2)
        while self._comparable(f"{candidate}-{number}") in self._taken:
            number += 1
        self._next[comparable] = number + 1
        self._taken.add(self._comparable(f"{candidate}-{number}"))
        return f"{candidate}-{number}"

    def _comparable(self, key: str) -> str:
        """Return a key in the form in which the dialect compares keys: `bibtex` ignores case, biber does not."""
        return key if self._biblatex else key.lower()
