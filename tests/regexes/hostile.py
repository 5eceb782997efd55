"""Texts that make a pattern backtrack, generated from the pattern itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.regexes.steps import REPEATS, Node, c, fits, parser

CHARACTERS = (
    "aAzZ0 9.,;:-–—'’ʼ‘`\"“”()[]{}<>/\\&%$#@_~=+*!?|^\t\n\rinàßéØſıжא中あ\u00a0\u200b\u0301"
)
TAILS = ("", "\x00")
LONG = 8  # a repeat of fewer than this is not worth pumping


@dataclass(slots=True, frozen=True)
class Hostile:
    """A text of many copies of `pump`, and where a pattern's match would start."""

    prefix: str
    pump: str
    tail: str

    def text(self, length: int) -> str:
        """Return the prefix, about `length` characters of the pump, and the tail."""
        return self.prefix + self.pump * (length // len(self.pump)) + self.tail


def texts(pattern: str, flags: int) -> list[Hostile]:
    """Return texts for every repeat of a pattern, one of each kind that the pattern distinguishes."""
    tree = parser.parse(pattern, flags)
    held = tree.state.flags
    kinds = _kinds(list(_single(tree, held)))
    pumps = {
        (prefix, "".join(kinds.get(c, c) for c in pump)) for prefix, pump in _pumps(tree, "", held)
    }
    return [Hostile(*pair, tail) for pair in sorted(pumps) if pair[1] for tail in TAILS]


def _kinds(tests: list[tuple[Node, int]]) -> dict[str, str]:
    """Return for each character the first one that all parts of a pattern treat alike."""
    first: dict[tuple[bool, ...], str] = {}
    kinds = {}
    for char in CHARACTERS:
        kind = tuple(fits(node, char, flags) for node, flags in tests)
        kinds[char] = first.setdefault(kind, char)
    return kinds


def _pumps(nodes: Sequence[Node], before: str, flags: int) -> Iterator[tuple[str, str]]:
    """Yield each repeat's possible bodies with a text that leads to it."""
    for node in nodes:
        yield from _pumps_of(node, before, flags)
        before += sample([node], flags)


def _pumps_of(node: Node, before: str, flags: int) -> Iterator[tuple[str, str]]:
    operation, value = node
    if operation in REPEATS:
        _, high, body = value
        if int(high) >= LONG:
            yield from ((before, pump) for pump in _bodies(body, flags))
            yield from (("", pump) for pump in _bodies(body, flags))
        yield from _pumps(body, before, flags)
    elif operation is c.BRANCH:
        for way in value[1]:
            yield from _pumps(way, before, flags)
    elif operation is c.SUBPATTERN:
        yield from _pumps(value[3], before, (flags | value[1]) & ~value[2])
    elif operation is c.ATOMIC_GROUP:
        yield from _pumps(value, before, flags)
    elif operation in (c.ASSERT, c.ASSERT_NOT):
        yield from _pumps(value[1], before, flags)


def _bodies(body: Sequence[Node], flags: int) -> Iterator[str]:
    """Yield texts that a repeated body matches: a sample, and single characters."""
    yield sample(body, flags)
    inner = list(_single(body, flags))
    for char in CHARACTERS:
        if any(fits(node, char, held) for node, held in inner):
            yield char


def _single(nodes: Sequence[Node], flags: int) -> Iterator[tuple[Node, int]]:
    """Yield the operations of a body that consume one character, at any depth."""
    for node in nodes:
        operation, value = node
        if operation in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            yield node, flags
        elif operation in REPEATS:
            yield from _single(value[2], flags)
        elif operation is c.BRANCH:
            for way in value[1]:
                yield from _single(way, flags)
        elif operation is c.SUBPATTERN:
            yield from _single(value[3], (flags | value[1]) & ~value[2])
        elif operation is c.ATOMIC_GROUP:
            yield from _single(value, flags)


def sample(nodes: Sequence[Node], flags: int) -> str:
    """Return a short text that a sequence matches, assertions aside."""
    return "".join(_sample_of(node, flags) for node in nodes)


def _sample_of(node: Node, flags: int) -> str:
    operation, value = node
    if operation is c.LITERAL:
        return chr(value)
    if operation in (c.NOT_LITERAL, c.ANY, c.IN):
        known = next((char for char in CHARACTERS if fits(node, char, flags)), None)
        return known if known is not None else _first_of(value)
    if operation in REPEATS:
        return sample(value[2], flags) * max(1 if value[0] == 0 and value[1] > 0 else value[0], 0)
    if operation is c.BRANCH:
        return sample(value[1][0], flags)
    if operation is c.SUBPATTERN:
        return sample(value[3], (flags | value[1]) & ~value[2])
    return sample(value, flags) if operation is c.ATOMIC_GROUP else ""


def _first_of(members: Any) -> str:
    """Return the first character that a class names."""
    for operation, value in members:
        if operation in (c.LITERAL, c.RANGE):
            return chr(value if operation is c.LITERAL else value[0])
    return ""
