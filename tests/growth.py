"""How the work of a function grows with its input: what tests of linear time compare.

Calls are counted, not seconds, so that the result is the same on every machine. What a pattern does
inside `re` is not a call; tests/regexes counts that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

FACTOR = 4
WORST = 6.0  # four times the input needs 4 times the calls if work is linear, 16 times if it is quadratic


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those written in C included."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work()  # caches are filled and patterns compiled
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(function: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """Return how many times more calls a function needs for a text of four times the size."""
    return calls(lambda: function(text(FACTOR * size))) / calls(lambda: function(text(size)))


def is_linear(
    function: Callable[[str], object], text: Callable[[int], str], size: int = 500
) -> bool:
    """Whether the calls that a function needs grow about as fast as its input."""
    return growth(function, text, size) < WORST
