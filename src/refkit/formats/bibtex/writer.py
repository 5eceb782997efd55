"""Items to BibTeX or BibLaTeX text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.formats.bibtex.fields import entry_fields
from refkit.formats.bibtex.scan import balanced
from refkit.model.item import Item
from refkit.model.sentence_case import protected
from refkit.patterns import lazy_pattern

# what cannot stand in a key: white space and what bibtex, biber or LaTeX reads as something else
NOT_IN_KEYS = lazy_pattern(r"""[\x00-\x20\x7f-\xa0,{}()"'#%\\~=]+""")


def write(items: Iterable[Item], dialect: str = "bibtex") -> str:
    """Return items as entries, one field a line; a key that cannot be one is made into one."""
    taken: set[str] = set()
    return "\n".join(_entry(item, _key(item.id, taken, dialect), dialect) for item in items)


def _entry(item: Item, key: str, dialect: str) -> str:
    type_, fields = entry_fields(protected(item), dialect)
    lines = (f"  {name} = {_value(name, value)},\n" for name, value in fields)
    return f"@{type_}{{{key},\n{''.join(lines)}}}\n"


def _value(name: str, value: str) -> str:
    if name == "month" and value in MONTH_MACROS:
        return value
    return "{" + (value if balanced(value) else _without_braces(value)) + "}"


def _without_braces(value: str) -> str:
    """A brace without a partner would end the value or never end it."""
    return value.replace("{", "\\textbraceleft ").replace("}", "\\textbraceright ")


def _key(wanted: str, taken: set[str], dialect: str) -> str:
    """Return a key that no entry has yet; `bibtex` does not mind the case of keys, biber does."""
    plain = NOT_IN_KEYS.sub("_", wanted) or "item"
    keys = ((key, key if dialect == "biblatex" else key.lower()) for key in _numbered(plain))
    key, same = next((key, same) for key, same in keys if same not in taken)
    taken.add(same)
    return key


def _numbered(key: str) -> Iterator[str]:
    yield key
    number = 2
    while True:
        yield f"{key}-{number}"
        number += 1
