"""Numbers of list items as Word and HTML format them."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def format_number(number: int, form: str) -> str:
    """Return a number in one of the forms of Word (ECMA-376-1, 17.18.59) or HTML (`<ol type>`)."""
    if form in ("lowerRoman", "upperRoman", "i", "I"):
        return roman(number).upper() if form in ("upperRoman", "I") else roman(number)
    if form in ("lowerLetter", "upperLetter", "a", "A"):
        return letters(number).upper() if form in ("upperLetter", "A") else letters(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    """Return a number as a Roman numeral, or in digits if it is out of range."""
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for value, sign in _ROMAN:
        numeral += sign * (number // value)
        number %= value
    return numeral


def letters(number: int) -> str:
    """Return a number as a, b, ... z, aa, bb, ..., or in digits if it is out of range."""
    if not 0 < number < 2600:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
