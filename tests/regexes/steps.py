"""A backtracking matcher that counts its steps.

It uses the parser of `re` and tries the alternatives in the same order. The number of steps grows like the time
of `re` and is the same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

# `re` has no public parser
c: Any = import_module("re._constants")
parser: Any = import_module("re._parser")

Then = Callable[[int], bool]
Node = tuple[Any, Any]  # the output of re._parser: an operation and its arguments

REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)


class TooManyStepsError(Exception):
    """The limit of steps was reached."""


class Counter:
    """Matches one pattern and counts the steps."""

    def __init__(self, pattern: str, flags: int = 0, limit: int = 100_000) -> None:
        self.tree = parser.parse(pattern, flags)
        self.flags = self.tree.state.flags
        self.limit = limit

    def match(self, text: str, start: int = 0) -> int:
        """Return the steps to match at one position. Raises TooManyStepsError beyond the limit."""
        self.text, self.steps = text, 0
        self.groups: dict[int, tuple[int, int]] = {}
        self._sequence(list(self.tree), 0, start, self.flags, lambda end: True)
        return self.steps

    def end(self, text: str) -> int | None:
        """Return where the match at the start of a text ends."""
        self.text, self.steps, self.groups = text, 0, {}
        return self._end_of(list(self.tree), 0, self.flags)

    def _sequence(self, nodes: Sequence[Node], index: int, at: int, flags: int, then: Then) -> bool:
        if index == len(nodes):
            return then(at)
        self.steps += 1
        if self.steps > self.limit:
            raise TooManyStepsError
        rest: Then = lambda end: self._sequence(nodes, index + 1, end, flags, then)  # noqa: E731
        return self._node(nodes[index], at, flags, rest)

    def _node(self, node: Node, at: int, flags: int, then: Then) -> bool:
        operation, value = node
        if operation in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return at < len(self.text) and fits(node, self.text[at], flags) and then(at + 1)
        if operation in REPEATS:
            return self._repeat(node, at, flags, then)
        if operation is c.BRANCH:
            return any(self._sequence(list(way), 0, at, flags, then) for way in value[1])
        if operation is c.SUBPATTERN:
            return self._group(value, at, flags, then)
        if operation is c.ATOMIC_GROUP:
            end = self._end_of(value, at, flags)
            return end is not None and then(end)
        if operation in (c.ASSERT, c.ASSERT_NOT):
            return self._look(node, at, flags) and then(at)
        if operation is c.AT:
            return self._is_at(value, at, flags) and then(at)
        if operation is c.GROUPREF:
            start, end = self.groups.get(value, (0, -1))
            size = end - start
            same = size >= 0 and self.text[at : at + size] == self.text[start:end]
            return same and then(at + size)
        assert operation is c.GROUPREF_EXISTS, operation
        way = value[1] if value[0] in self.groups else value[2]
        return self._sequence(list(way or ()), 0, at, flags, then)

    def _group(self, value: Any, at: int, flags: int, then: Then) -> bool:
        number, added, removed, body = value
        inner = (flags | added) & ~removed

        def close(end: int) -> bool:
            before = self.groups.get(number)
            self.groups[number] = (at, end)
            if then(end):
                return True
            if before is None:
                self.groups.pop(number, None)
            else:
                self.groups[number] = before
            return False

        return self._sequence(list(body), 0, at, inner, close if number is not None else then)

    def _end_of(self, body: Sequence[Node], at: int, flags: int) -> int | None:
        """Return where the first match of a body ends."""
        ends: list[int] = []

        def stop(end: int) -> bool:
            ends.append(end)
            return True

        self._sequence(list(body), 0, at, flags, stop)
        return ends[0] if ends else None

    def _look(self, node: Node, at: int, flags: int) -> bool:
        operation, (direction, body) = node
        start = at if direction > 0 else at - parser.SubPattern.getwidth(body)[0]
        found = start >= 0 and self._end_of(body, start, flags) is not None
        return found is (operation is c.ASSERT)

    def _repeat(self, node: Node, at: int, flags: int, then: Then) -> bool:
        operation, (low, high, body) = node
        if len(body) == 1 and body[0][0] in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return self._repeat_one(node, at, flags, then)
        if operation is c.POSSESSIVE_REPEAT:
            end = self._end_of([(c.MAX_REPEAT, (low, high, body))], at, flags)
            return end is not None and then(end)
        return self._again(operation is c.MIN_REPEAT, low, high, list(body), at, 0, flags, then)

    def _again(
        self, lazy: bool, low: int, high: int, body: list[Node], at: int, done: int, flags: int, then: Then
    ) -> bool:  # fmt: skip
        def more() -> bool:
            def repeated(end: int) -> bool:
                if end == at and done >= low:
                    return False
                return self._again(lazy, low, high, body, end, done + 1, flags, then)

            return done < int(high) and self._sequence(body, 0, at, flags, repeated)

        if done < low:
            return more()
        return (then(at) or more()) if lazy else (more() or then(at))

    def _repeat_one(self, node: Node, at: int, flags: int, then: Then) -> bool:
        operation, (low, high, body) = node
        most = at
        while most < len(self.text) and most - at < int(high):
            self.steps += 1
            if not fits(body[0], self.text[most], flags):
                break
            most += 1
        if most - at < low:
            return False
        if operation is c.POSSESSIVE_REPEAT:
            return then(most)
        ends = range(at + low, most + 1)
        return any(map(then, ends if operation is c.MIN_REPEAT else reversed(ends)))

    def _is_at(self, place: Any, at: int, flags: int) -> bool:
        text, size = self.text, len(self.text)
        if place in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            lines = place is c.AT_BEGINNING and flags & re.MULTILINE
            return at == 0 or bool(lines and text[at - 1] == "\n")
        if place is c.AT_END_STRING:
            return at == size
        if place is c.AT_END:
            last = at == size or (at == size - 1 and text[at] == "\n")
            return last or bool(flags & re.MULTILINE and text[at] == "\n")
        words = [0 <= i < size and is_word(text[i]) for i in (at - 1, at)]
        return (words[0] != words[1]) is (place is c.AT_BOUNDARY)


def is_word(char: str) -> bool:
    """Whether a character is matched by `\\w`."""
    return char.isalnum() or char == "_"


def fits(node: Node, char: str, flags: int) -> bool:
    """Whether a character is matched by an operation that consumes one."""
    operation, value = node
    if operation is c.ANY:
        return char != "\n" or bool(flags & re.DOTALL)
    forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
    if operation is c.LITERAL:
        return any(form == chr(value) for form in forms)
    if operation is c.NOT_LITERAL:
        return all(form != chr(value) for form in forms)
    negated = value[0][0] is c.NEGATE
    return any(_is_in(part, forms) for part in value[negated:]) is not negated


def _is_in(part: Node, forms: set[str]) -> bool:
    operation, value = part
    if operation is c.LITERAL:
        return chr(value) in forms
    if operation is c.RANGE:
        return any(value[0] <= ord(form) <= value[1] for form in forms if len(form) == 1)
    name = str(value)
    test = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": is_word}[name.rsplit("_", 1)[1]]
    return any(map(test, forms)) is ("NOT" not in name)
