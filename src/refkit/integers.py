"""Conversion of digits, of any number, and of Roman numerals to integers."""

from __future__ import annotations

from refkit.patterns import lazy_pattern

MAX_DIGITS = 18  # digits that fit into 64 bits
LARGEST = 10**MAX_DIGITS
_ROMAN = lazy_pattern(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_NUMERALS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


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


def read_roman(numeral: str) -> int:
    """Return the integer for a Roman numeral in capital or small letters, or 0 for other text."""
    if not numeral or not _ROMAN.fullmatch(numeral.upper()):
        return 0
    numbers = [_NUMERALS[letter] for letter in numeral.upper()]
    later = [*numbers[1:], 0]
    return sum(
        -one if one < next_one else one for one, next_one in zip(numbers, later, strict=True)
    )
