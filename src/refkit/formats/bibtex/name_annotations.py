"""Flags of names that BibTeX cannot express, in BibLaTeX's data annotations (manual, 3.7).

    author        = {King, Jr., Martin Luther and Doe, Ann},
    author+an:csl = {1=comma-suffix}

Styles do not print annotations by default, and BibTeX ignores the field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.formats.bibtex.item_builder import EntryItemBuilder
from refkit.integers import read_int
from refkit.model.name import Name
from refkit.records import replace

ENDING = "+an:csl"
_COMMA, _STATIC = "comma-suffix", "static-ordering"


def annotation(names: Sequence[Name]) -> str:
    """Return `number "=" flag ("," flag)*` per name with flags, separated by semicolons."""
    flags = ((number, ",".join(_flags(name))) for number, name in enumerate(names, 1))
    return "; ".join(f"{number}={words}" for number, words in flags if words)


def _flags(name: Name) -> Iterator[str]:
    if name.comma_suffix:
        yield _COMMA
    if name.static_ordering:
        yield _STATIC


def read_annotations(builder: EntryItemBuilder) -> None:
    """Set the flags of names; an annotation that does not match names of the entry is kept in `custom`."""
    for field_name in [name for name in builder.custom if name.endswith(ENDING)]:
        variable = _variable(builder, field_name.removesuffix(ENDING))
        names = list(builder.item.names.get(variable, ()))
        if _annotate(names, builder.custom[field_name]):
            builder.item.names[variable] = tuple(names)
            del builder.custom[field_name]


def _variable(builder: EntryItemBuilder, name: str) -> str:
    """Return the variable that was read from a field."""
    origins = builder.origins.items()
    return next((variable for variable, field in origins if field.name == name), "")


def _annotate(names: list[Name], text: str) -> bool:
    """Set the flags in a text and return whether all of them are valid."""
    for part in text.split(";"):
        number, _, words = part.strip().partition("=")
        flags = {word.strip() for word in words.split(",")}
        index = read_int(number) - 1 if number.isdecimal() else -1
        if not 0 <= index < len(names) or not flags <= {_COMMA, _STATIC}:
            return False
        names[index] = replace(
            names[index], comma_suffix=_COMMA in flags, static_ordering=_STATIC in flags
        )
    return True
