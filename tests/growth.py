"""How the processor time of a function grows with its input: what tests of linear time compare."""

from __future__ import annotations

import time
from collections.abc import Callable

FACTOR = 4
WORST = 10.0  # four times the input takes 4 times as long if time is linear, 16 times if it is quadratic
NOTICEABLE = 0.05  # seconds; below that, the clock and the first call count for more than the input
RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of a few runs; other processes do not count."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def growth(function: Callable[[str], object], text: Callable[[int], str], size: int) -> float:
    """Return how many times longer a function takes for a text of four times the size; 1.0 if both take no time."""
    small, large = text(size), text(FACTOR * size)
    slow = seconds(lambda: function(large))
    if slow < NOTICEABLE:
        return 1.0
    return slow / max(seconds(lambda: function(small)), 1e-9)


def is_linear(
    function: Callable[[str], object], text: Callable[[int], str], size: int = 10_000
) -> bool:
    """Whether the time that a function takes grows about as fast as its input."""
    return growth(function, text, size) < WORST
