"""Flags of names that BibTeX has no words for, in BibLaTeX's data annotations (manual, 3.7).

    author        = {King, Jr., Martin Luther and Doe, Ann},
    author+an:csl = {1=comma-suffix}

No style prints an annotation unless it is told to, and BibTeX ignores the field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from refkit.formats.bibtex.fields_draft import Draft
from refkit.model.name import Name

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


def read_annotations(draft: Draft) -> None:
    """Set the flags of names; an annotation that fits no names of the entry stays in `custom`."""
    for field_name in [name for name in draft.custom if name.endswith(ENDING)]:
        variable = _variable(draft, field_name.removesuffix(ENDING))
        names = list(draft.item.names.get(variable, ()))
        if _annotate(names, draft.custom[field_name]):
            draft.item.names[variable] = tuple(names)
            del draft.custom[field_name]


def _variable(draft: Draft, name: str) -> str:
    """Return the variable that was read from a field."""
    origins = draft.origins.items()
    return next((variable for variable, field in origins if field.name == name), "")


def _annotate(names: list[Name], text: str) -> bool:
    """Set the flags that a text names; whether all of it was understood."""
    for part in text.split(";"):
        number, _, words = part.strip().partition("=")
        flags = {word.strip() for word in words.split(",")}
        index = int(number) - 1 if number.isdecimal() and len(number) < 6 else -1
        if not 0 <= index < len(names) or not flags <= {_COMMA, _STATIC}:
            return False
        names[index] = replace(
            names[index], comma_suffix=_COMMA in flags, static_ordering=_STATIC in flags
        )
    return True
