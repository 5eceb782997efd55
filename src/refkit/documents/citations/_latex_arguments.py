"""The arguments of a citation command in LaTeX, as spans of the text.

    cite = command "*"? ("<" note ">")? ("[" note "]"){0,2} "{" key ("," key)* "}"
    multicite = command "*"? ("(" note ")"){0,2} (("[" note "]"){0,2} "{" keys "}")+

Commands for volumes have the volume in braces before the key, and some of csquotes a language. A single note in
brackets is after the key. Notes can contain citations, too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.data.latex_citations import (
    LANGUAGE_AND_KEY,
    MANY_KEYS,
    MANY_VOLUMES,
    TWO_KEYS,
    VOLUME_AND_KEY,
)
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

MAX_GROUP = 5_000  # characters; a longer group is a bracket without its partner
_SPACE = lazy_pattern(r"\s{0,200}+")
_BRACKET = lazy_pattern(r"\\.|[{}\])>]", re.DOTALL)
_CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}


class KeyGroup(NamedTuple):
    """The keys in one pair of braces, and the notes and the volume that belong to them."""

    keys: Span
    before: Span | None = None
    after: Span | None = None
    volume: Span | None = None


class Arguments(NamedTuple):
    """The groups of a command, the end of its arguments, and the notes for all groups."""

    groups: tuple[KeyGroup, ...]
    end: int
    before: Span | None = None
    after: Span | None = None


def read_arguments(text: str, position: int, command: str) -> Arguments:
    """Return the arguments of a citation command whose name, with its star, ends at a position."""
    has_many = command in MANY_KEYS or command in MANY_VOLUMES
    has_volumes = command in VOLUME_AND_KEY or command in MANY_VOLUMES
    before, after, position = _notes(text, position, "(" if has_many else "<")
    if command in LANGUAGE_AND_KEY:
        language = read_group(text, position, "{")
        position = language.end + 1 if language else position
    groups: list[KeyGroup] = []
    while group := _group_with_notes(text, position, has_volumes):
        groups.append(group)
        position = group.keys.end + 1
        if not has_many and not (command in TWO_KEYS and len(groups) == 1):
            break
    if has_many or not groups:
        return Arguments(tuple(groups), position, before, after)
    angle = after or before  # `<e.g.,>` is before the key
    if angle:
        groups[0] = groups[0]._replace(before=angle)
    return Arguments(tuple(groups), position)


def read_groups(text: str, position: int) -> Arguments:
    """Return up to nine groups in braces after a command that may cite."""
    groups: list[KeyGroup] = []
    while len(groups) < 9:
        _, _, position = _notes(text, position, "[")
        group = read_group(text, position, "{")
        if group is None:
            break
        groups.append(KeyGroup(group))
        position = group.end + 1
    return Arguments(tuple(groups), position)


def read_group(text: str, position: int, opening: str) -> Span | None:
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


def _group_with_notes(text: str, position: int, has_volumes: bool) -> KeyGroup | None:
    """group = note{0,2} [volume note?] keys"""
    before, after, position = _notes(text, position, "[")
    volume = read_group(text, position, "{") if has_volumes else None
    if volume:
        pages = read_group(text, volume.end + 1, "[")
        position = pages.end + 1 if pages else volume.end + 1
        before, after = before or after, pages
    elif has_volumes:
        return None
    keys = read_group(text, position, "{")
    return KeyGroup(keys, before, after, volume) if keys else None


def _notes(text: str, position: int, opening: str) -> tuple[Span | None, Span | None, int]:
    """Return the notes before and after the keys, and the end of both; a single one is that after the keys."""
    first = read_group(text, position, opening)
    if first is None:
        return None, None, position
    second = read_group(text, first.end + 1, opening)
    if second is None:
        return None, first, first.end + 1
    return first, second, second.end + 1
