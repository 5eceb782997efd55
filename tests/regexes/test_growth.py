"""No pattern takes cubic or exponential time, whatever the text."""

import sys
from collections.abc import Iterator

import pytest
from tests.regexes.hostile import Hostile, texts
from tests.regexes.registry import Pattern, all_patterns
from tests.regexes.steps import Counter, TooManyStepsError

LENGTHS = (16, 32, 64)
CUBIC = (
    4.5  # steps grow 4 times if they are quadratic in a text of twice the length, 8 times if cubic
)
FEW = 300
MODULES = sorted({pattern.where.split(":")[0].split("._")[0] for pattern in all_patterns()})


@pytest.fixture(autouse=True)
def deep_recursion() -> Iterator[None]:
    """Raise the recursion limit, because the matcher calls itself for every character."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(limit)


def growth(pattern: Pattern, hostile: Hostile) -> float:
    """Return the minimum factor by which the steps grow when the text doubles."""
    counter = Counter(pattern.text, pattern.flags)
    try:
        short, middle = (counter.match(hostile.text(length)) for length in LENGTHS[:2])
        if middle < CUBIC * short:
            return middle / short
        long = counter.match(hostile.text(LENGTHS[2]))
    except TooManyStepsError:
        return float("inf")
    return min(middle / short, long / middle) if long > FEW else 0


def slow(patterns: list[Pattern]) -> list[str]:
    return [
        f"{pattern.where}: {hostile.text(8)!r} against {pattern.text!r}"
        for pattern in patterns
        for hostile in texts(pattern.text, pattern.flags)
        if growth(pattern, hostile) > CUBIC
    ]


@pytest.mark.parametrize("module", MODULES)
def test_steps_grow_at_most_with_the_square_of_the_text(module: str) -> None:
    """Every pattern of the module is tried with texts generated from its own repeats."""
    patterns = [p for p in all_patterns() if p.where.split(":")[0].split("._")[0] == module]
    assert slow(patterns) == []


@pytest.mark.parametrize(
    "text",
    [r"(?:a+)+$", r"(?:a|a)*b", r"\s*:?\s*,?\s*;?\s*x", r"(?:\w+\s?)*!", r"(?:[aʼ]+|[ʼ'])+ "],
)
def test_slow_patterns_are_recognized(text: str) -> None:
    """Nested repeats, alternatives that overlap, and four repeats of one class in a row."""
    assert slow([Pattern("here", text, 0)])


@pytest.mark.parametrize("text", [r"a+b", r"(?>(?:a+)+)$", r"\s*+:?\s*x", r"[^,]{2,40}?, (\d+)"])
def test_fast_patterns_pass(text: str) -> None:
    """Single, atomic, possessive and bounded repeats."""
    assert slow([Pattern("here", text, 0)]) == []
