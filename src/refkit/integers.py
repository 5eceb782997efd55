"""Conversion of digits to integers, for any number of digits."""

from __future__ import annotations

MAX_DIGITS = 18  # digits that fit into 64 bits
LARGEST = 10**MAX_DIGITS


def read_int(digits: str) -> int:
    """Return the integer for digits, or `LARGEST` (or its negative) if there are too many of them.

    Python refuses to convert more than 4,300 digits. Years, volumes and pages have only a few, and a number that is
    only compared need not be exact. Raises ValueError like `int`.
    """
    if len(digits) <= MAX_DIGITS or not digits.strip().lstrip("+-").isdecimal():
        return int(digits)
    number = digits.strip().lstrip("+-").lstrip("0")
    size = int(number or "0") if len(number) <= MAX_DIGITS else LARGEST
    return -size if digits.strip().startswith("-") else size
