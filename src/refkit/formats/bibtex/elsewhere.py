"""Macros and parents that a .bib file uses and does not contain."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from refkit.model.entry import Fault
from refkit.model.source import Source, Span
from refkit.records import dataclass, field

SEVERAL = 3  # this many undefined macros are probably defined in a missing file, not misspelled
SHOWN = 3


@dataclass(slots=True, frozen=True)
class Elsewhere:
    """The definitions in other files.

    Macros (`macros`, in lower case) and parents (`keys`, in lower case) that they contain are not reported as missing.
    With `everything`, nothing is reported as missing. `later` maps the macros that are defined too late to the files
    that define them, which are read after this file.
    """

    everything: bool = False
    macros: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    later: Mapping[str, str] = field(default_factory=dict)


NOTHING_ELSEWHERE = Elsewhere()


@dataclass(slots=True, frozen=True)
class OpenEnds:
    """The macros and the keys of parents that a file uses and does not contain, in lower case."""

    macros: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.macros or self.keys)


def macro_faults(
    source: Source, uses: Sequence[Span], own: Collection[str], elsewhere: Elsewhere
) -> Iterator[Fault]:
    """Yield the faults of uses of undefined macros: one per macro, or one for all if a file of macros is missing."""
    if elsewhere.everything:
        return
    unknown = [use for use in uses if source.slice(use).lower() not in elsewhere.macros]
    late = [use for use in unknown if source.slice(use).lower() in elsewhere.later]
    if late:
        name = source.slice(late[0])
        yield _fault(_late(name, elsewhere.later[name.lower()], late), late[0], source)
    missing = [use for use in unknown if source.slice(use).lower() not in elsewhere.later]
    by_name: dict[str, list[Span]] = {}
    for use in missing:
        by_name.setdefault(source.slice(use).lower(), []).append(use)
    if len(by_name) >= SEVERAL and len(by_name) > len(own):
        yield _fault(_without_file(by_name, source), missing[0], source)
        return
    for same in by_name.values():
        yield _fault(_undefined(source.slice(same[0]), len(same), own), same[0], source)


def _fault(message: str, use: Span, source: Source) -> Fault:
    return Fault(message, use, source, "macro")


def _late(name: str, file: str, uses: Sequence[Span]) -> str:
    more = f" ({len(uses)} uses of macros in this file)" if len(uses) > 1 else ""
    return (
        f"the macro `{name}` is defined in `{file}`, which is read after this file, and is read as empty{more}; "
        f"put `{file}` first"
    )


def _undefined(name: str, count: int, own: Collection[str]) -> str:
    uses = f" ({count} uses)" if count > 1 else ""
    if count > 1 and not own:  # a misspelling is seldom repeated
        return (
            f"the macro `{name}` is not defined in this file and is read as empty{uses}; "
            "name the file that defines it before this one, or define it with @string above"
        )
    return (
        f"the macro `{name}` is not defined before its use and is read as empty{uses}; "
        f"define it with @string above, or write `{{{name}}}`"
    )


def _without_file(by_name: Mapping[str, Sequence[Span]], source: Source) -> str:
    first = [uses[0] for uses in by_name.values()]
    shown = ", ".join(f"`{source.slice(use)}`" for use in first[:SHOWN])
    others = len(first) - SHOWN
    more = f" and {others} other{'s' if others > 1 else ''}" if others else ""
    count = sum(map(len, by_name.values()))
    return (
        f"the macros {shown}{more} are not defined in this file and are read as empty ({count} uses); "
        "name the file that defines them before this one"
    )
