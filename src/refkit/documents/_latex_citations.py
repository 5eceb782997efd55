"""Citations in a LaTeX text: the keys of each command, and their spans.

    cite = command "*"? ("<" note ">")? ("[" note "]"){0,2} "{" key ("," key)* "}"
    multicite = command "*"? ("(" note ")"){0,2} (("[" note "]"){0,2} "{" keys "}")+

Commands for volumes have the volume in braces before the key. Notes can contain citations, too.
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

MAX_GROUP = 5_000  # characters; a longer group is a bracket without its partner
MAX_DEFINITION = 400
_COMMAND = lazy_pattern(r"\\(?:([A-Za-z@]++)\*?|.)", re.DOTALL)
_SPACE = lazy_pattern(r"\s{0,200}+")
_BRACKET = lazy_pattern(r"\\.|[{}\])>]", re.DOTALL)
_KEY = lazy_pattern(r"[^,\s](?>(?:[^,\s]++|\s++(?=[^,\s]))*)")
_STAR = lazy_pattern(r"\*(?>(?:\s*+\[[^\[\]]{0,200}+\]){0,2})\s*+(?=[^\s,])")
_ALIAS = lazy_pattern(r"[\s={}]*+\Z")


@dataclass(slots=True, frozen=True)
class DocumentCite:
    """The keys of a command; `is_known` means a known command, `is_computed` that a macro provides keys."""

    command: str
    keys: tuple[tuple[str, Span], ...]
    is_known: bool = True
    is_computed: bool = False


def find_listed_keys(active: str) -> frozenset[str]:
    """Return the keys of the `\\bibitem`s of a text without comments."""
    items = (item for item in _COMMAND.finditer(active) if item[1] == "bibitem")
    groups = (_keys_with_notes(active, item.end(), has_volumes=False) for item in items)
    return frozenset(" ".join(active[slice(*group)].split()) for group in groups if group)


def find_cites(active: str) -> Iterator[DocumentCite]:
    """Yield the citations of a text without comments and verbatim text, in text order.

    Macros that the text defines with citation commands are citation commands, too, but not known ones.
    """
    own_macros = _OwnMacros()
    for command in _COMMAND.finditer(active):
        name = command[1]
        if name is None:
            continue
        if own_macros.is_definition(name, command.end()):
            continue
        if name in COMMANDS:
            groups, _ = key_groups(active, command.end(), name)
        elif name in own_macros.names or ("cite" in name.lower() and name not in OTHERS):
            groups = _any_groups(active, command.end())
        else:
            continue
        yield from _cite(active, command, groups, own_macros)


@dataclass(slots=True)
class _OwnMacros:
    """The macros that a text defines as citation commands, and the current definition."""

    names: set[str] = field(default_factory=set)
    definer: str = ""
    defined: str = ""
    end: int = -MAX_DEFINITION

    def is_definition(self, name: str, end: int) -> bool:
        """Record a command that begins a definition or is being defined, and return whether it is one."""
        if name in DEFINERS or name in CITE_DEFINERS:
            self.definer = name
            return True
        if not self.definer:
            return False
        if self.definer in CITE_DEFINERS:
            self.names.add(name)
        self.defined, self.end, self.definer = name, end, ""
        return True


def _cite(
    active: str, command: re.Match[str], groups: list[Span], own_macros: _OwnMacros
) -> Iterator[DocumentCite]:
    """Yield the citation of a command, unless it defines a macro: then its keys are parameters."""
    in_definition = command.start() - own_macros.end < MAX_DEFINITION
    parameters = any("#" in active[slice(*group)] for group in groups)
    is_alias = (
        not groups and in_definition and _ALIAS.match(active[own_macros.end : command.start()])
    )
    if in_definition and (parameters or is_alias):
        own_macros.names.add(own_macros.defined)
    readable = [group for group in groups if not _is_computed(active[slice(*group)])]
    keys = [key for group in readable for key in _keys(active, group, command[1])]
    if keys or len(readable) < len(groups):
        computed = len(readable) < len(groups) and not parameters
        yield DocumentCite(command[1], tuple(keys), command[1] in COMMANDS, computed)


def _is_computed(text: str) -> bool:
    return "#" in text or "\\" in text


def _keys(active: str, group: Span, command: str) -> Iterator[tuple[str, Span]]:
    """keys = key ("," key)*; a star joins a key to the one before it (mcite, REVTeX)."""
    position, end = group
    while match := _KEY.search(active, position, end):
        position = match.end()
        star = _STAR.match(active, match.start(), position)
        start = star.end() if star else match.start()
        key = " ".join(active[start:position].split())
        if command == "citeproc":  # Pandoc's links to the list
            key = key.removeprefix("ref-")
        yield key, Span(start, position)


def key_groups(text: str, position: int, command: str) -> tuple[list[Span], int]:
    """Return the spans of the groups of keys after a citation command, and the end of its arguments."""
    has_many = command in MANY_KEYS or command in MANY_VOLUMES
    has_volumes = command in VOLUME_AND_KEY or command in MANY_VOLUMES
    position = (
        _after_notes(text, position, "(", 2) if has_many else _after_notes(text, position, "<", 1)
    )
    groups: list[Span] = []
    while group := _keys_with_notes(text, position, has_volumes):
        groups.append(group)
        position = group.end + 1
        if not has_many and not (command in TWO_KEYS and len(groups) == 1):
            break
    return groups, position


def _keys_with_notes(text: str, position: int, has_volumes: bool) -> Span | None:
    """keys-with-notes = note{0,2} [volume note?] keys"""
    position = _after_notes(text, position, "[", 2)
    if has_volumes:
        volume = _group(text, position, "{")
        if volume is None:
            return None
        position = _after_notes(text, volume.end + 1, "[", 1)
    return _group(text, position, "{")


def _any_groups(text: str, position: int) -> list[Span]:
    """Return the spans of up to nine groups in braces after a command."""
    groups: list[Span] = []
    while len(groups) < 9:
        position = _after_notes(text, position, "[", 2)
        group = _group(text, position, "{")
        if group is None:
            break
        groups.append(group)
        position = group.end + 1
    return groups


def _after_notes(text: str, position: int, opening: str, limit: int) -> int:
    """Return the end of up to `limit` notes in brackets."""
    for _ in range(limit):
        note = _group(text, position, opening)
        if note is None:
            break
        position = note.end + 1
    return position


_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


def _group(text: str, position: int, opening: str) -> Span | None:
    """Return the span of a group's content after optional spaces; brackets inside braces are ignored."""
    space = _SPACE.match(text, position)
    position = space.end() if space else position
    if not text.startswith(opening, position):
        return None
    depth = 0
    for bracket in _BRACKET.finditer(text, position + 1, position + MAX_GROUP):
        sign = bracket[0]
        if depth == 0 and sign == _CLOSING[opening]:
            return Span(position + 1, bracket.start())
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return None
    return None
