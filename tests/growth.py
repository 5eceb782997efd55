"""Growth of a function's work with its input, for tests of linear time.

Calls are counted instead of seconds, so that the result is the same on every machine. The steps of a pattern inside
`re` are not calls; tests/regexes counts these.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

FACTOR = 4
WORST = 6.0  # four times the input needs 4 times the calls if work is linear, 16 times if it is quadratic


def calls(work: Callable[[], object]) -> int:
    """Return the number of function calls, including functions written in C."""
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
    """Return the factor by which a function needs more calls for a text of four times the size."""
    return calls(lambda: function(text(FACTOR * size))) / calls(lambda: function(text(size)))


def is_linear(
    function: Callable[[str], object], text: Callable[[int], str], size: int = 500
) -> bool:
    """Whether the number of calls that a function needs grows about linearly with its input."""
    return growth(function, text, size) < WORST
