"""Patterns mean the same in every Python from 3.11.0 up, and all of them compile."""

import re
from collections.abc import Iterator, Sequence

import pytest
from tests.regexes.registry import all_patterns
from tests.regexes.steps import Node, c, parser

ONE_CHARACTER = (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN)


def possessive_groups(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield possessive repeats of more than one character, at any depth."""
    for node in nodes:
        operation, value = node
        if operation is c.POSSESSIVE_REPEAT and not (
            len(value[2]) == 1 and value[2][0][0] in ONE_CHARACTER
        ):
            yield node
        yield from possessive_groups(list(inside(value)))


def inside(value: object) -> Iterator[Node]:
    """Yield the operations inside the arguments of an operation."""
    if isinstance(value, parser.SubPattern):
        yield from value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from inside(part)


def test_no_possessive_groups() -> None:
    """CPython before 3.11.5 matches `(?:...)*+` wrongly; `(?>(?:...)*)` is right everywhere."""
    assert [
        (pattern.where, pattern.text)
        for pattern in all_patterns()
        if any(possessive_groups(list(parser.parse(pattern.text, pattern.flags))))
    ] == []


@pytest.mark.parametrize(
    "text", [r"(?:ab|c)*+", r"x(?:ab)?+", r"(?:(?:ab){2,3}+c)*", r"(?=(?:ab)++)"]
)
def test_possessive_groups_are_recognized(text: str) -> None:
    assert any(possessive_groups(list(parser.parse(text))))


def test_every_pattern_compiles() -> None:
    """A lazy pattern with an error fails here, not when a user's file reaches it."""
    assert len([re.compile(pattern.text, pattern.flags) for pattern in all_patterns()]) > 700
