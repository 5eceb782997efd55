"""Integers from digits that people wrote, however many there are."""

from __future__ import annotations

LONGEST = 18  # digits that 64 bits hold
LARGEST = 10**LONGEST


def read_int(digits: str) -> int:
    """Return the integer that digits say, `LARGEST` (or its negative) if there are too many of them.

    Python refuses to read more than 4,300 digits; no year, volume or page has more than a few, and a
    number that is only compared need not be exact. Raises ValueError as `int` does.
    """
    if len(digits) <= LONGEST or not digits.strip().lstrip("+-").isdecimal():
        return int(digits)
    number = digits.strip().lstrip("+-").lstrip("0")
    size = int(number or "0") if len(number) <= LONGEST else LARGEST
    return -size if digits.strip().startswith("-") else size
