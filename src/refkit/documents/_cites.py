"""Citations in a LaTeX text: which keys each command names, and where.

    cite = command "*"? ("<" note ">")? ("[" note "]"){0,2} "{" key ("," key)* "}"
    multicite = command "*"? ("(" note ")"){0,2} (("[" note "]"){0,2} "{" keys "}")+

Commands for volumes have the volume in braces before the key. Notes may cite, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.latex_citations import (
    CITE_DEFINERS,
    COMMANDS,
    DEFINERS,
    MANY_KEYS,
    MANY_VOLUMES,
    OTHERS,
    TWO_KEYS,
    VOLUME_AND_KEY,
)
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

LONGEST_GROUP = 5_000  # characters; more is a bracket without its partner
LONGEST_DEFINITION = 400
_COMMAND = lazy_pattern(r"\\(?:([A-Za-z@]++)\*?|.)", re.DOTALL)
_SPACE = lazy_pattern(r"\s{0,200}+")
_BRACKET = lazy_pattern(r"\\.|[{}\])>]", re.DOTALL)
_KEY = lazy_pattern(r"[^,\s](?>(?:[^,\s]++|\s++(?=[^,\s]))*)")
_STAR = lazy_pattern(r"\*(?>(?:\s*+\[[^\[\]]{0,200}+\]){0,2})\s*+(?=[^\s,])")
_ALIAS = lazy_pattern(r"[\s={}]*+\Z")


@dataclass(slots=True, frozen=True)
class Cite:
    """What one command cites; `sure` says that it is a known citation command, `computed` that a macro gives keys."""

    command: str
    keys: tuple[tuple[str, Span], ...]
    sure: bool = True
    computed: bool = False


def cites(active: str) -> Iterator[Cite]:
    """Give the citations of a text without comments and verbatim text, in its order.

    Macros that the text itself defines with citation commands are citation commands that are not sure.
    """
    own = _Own()
    for command in _COMMAND.finditer(active):
        name = command[1]
        if name is None:
            continue
        if own.defines(name, command.end()):
            continue
        if name in COMMANDS:
            groups, _ = key_groups(active, command.end(), name)
        elif name in own.names or ("cite" in name.lower() and name not in OTHERS):
            groups = _any_groups(active, command.end())
        else:
            continue
        yield from _cite(active, command, groups, own)


@dataclass(slots=True)
class _Own:
    """The macros that a text defines as citation commands, and the definition that it is in."""

    names: set[str] = field(default_factory=set)
    definer: str = ""
    defined: str = ""
    end: int = -LONGEST_DEFINITION

    def defines(self, name: str, end: int) -> bool:
        """Whether a command begins a definition or is the macro that one defines."""
        if name in DEFINERS or name in CITE_DEFINERS:
            self.definer = name
            return True
        if not self.definer:
            return False
        if self.definer in CITE_DEFINERS:
            self.names.add(name)
        self.defined, self.end, self.definer = name, end, ""
        return True


def _cite(active: str, command: re.Match[str], groups: list[Span], own: _Own) -> Iterator[Cite]:
    """The citation that a command is; in a definition its keys are parameters, or it has none."""
    inside = command.start() - own.end < LONGEST_DEFINITION
    parameters = any("#" in active[slice(*group)] for group in groups)
    alias = not groups and inside and _ALIAS.match(active[own.end : command.start()])
    if inside and (parameters or alias):
        own.names.add(own.defined)
    readable = [group for group in groups if not _is_computed(active[slice(*group)])]
    keys = [key for group in readable for key in _keys(active, group, command[1])]
    if keys or len(readable) < len(groups):
        computed = len(readable) < len(groups) and not parameters
        yield Cite(command[1], tuple(keys), command[1] in COMMANDS, computed)


def _is_computed(text: str) -> bool:
    return "#" in text or "\\" in text


def _keys(active: str, group: Span, command: str) -> Iterator[tuple[str, Span]]:
    """keys = key ("," key)*; a star joins a key to the one before it (mcite, REVTeX)."""
    at, end = group
    while found := _KEY.search(active, at, end):
        at = found.end()
        star = _STAR.match(active, found.start(), at)
        start = star.end() if star else found.start()
        key = " ".join(active[start:at].split())
        if command == "citeproc":  # Pandoc's links to the list
            key = key.removeprefix("ref-")
        yield key, Span(start, at)


def key_groups(text: str, at: int, command: str) -> tuple[list[Span], int]:
    """Return the contents of the groups of keys that follow a citation command, and where its arguments end."""
    many = command in MANY_KEYS or command in MANY_VOLUMES
    volumes = command in VOLUME_AND_KEY or command in MANY_VOLUMES
    at = _after_notes(text, at, "(", 2) if many else _after_notes(text, at, "<", 1)
    groups: list[Span] = []
    while found := _one(text, at, volumes):
        groups.append(found)
        at = found.end + 1
        if not many and not (command in TWO_KEYS and len(groups) == 1):
            break
    return groups, at


def _one(text: str, at: int, volumes: bool) -> Span | None:
    """one = note{0,2} [volume note?] keys"""
    at = _after_notes(text, at, "[", 2)
    if volumes:
        volume = _group(text, at, "{")
        if volume is None:
            return None
        at = _after_notes(text, volume.end + 1, "[", 1)
    return _group(text, at, "{")


def _any_groups(text: str, at: int) -> list[Span]:
    """Return the contents of all groups in braces that follow a command, up to nine."""
    groups: list[Span] = []
    while len(groups) < 9:
        at = _after_notes(text, at, "[", 2)
        found = _group(text, at, "{")
        if found is None:
            break
        groups.append(found)
        at = found.end + 1
    return groups


def _after_notes(text: str, at: int, opening: str, most: int) -> int:
    """Return where reading goes on after up to `most` notes in brackets."""
    for _ in range(most):
        note = _group(text, at, opening)
        if note is None:
            break
        at = note.end + 1
    return at


_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


def _group(text: str, at: int, opening: str) -> Span | None:
    """Return the content of the group that begins at `at`, spaces aside; brackets inside braces close nothing."""
    space = _SPACE.match(text, at)
    at = space.end() if space else at
    if not text.startswith(opening, at):
        return None
    depth = 0
    for bracket in _BRACKET.finditer(text, at + 1, at + LONGEST_GROUP):
        sign = bracket[0]
        if depth == 0 and sign == _CLOSING[opening]:
            return Span(at + 1, bracket.start())
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return None
    return None
