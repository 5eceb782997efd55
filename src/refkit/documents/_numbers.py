"""The numbers of lists: how Word and HTML write one."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def written(number: int, form: str) -> str:
    """Return a number in one of Word's forms (ECMA-376-1, 17.18.59) or HTML's (`<ol type>`)."""
    if form in ("lowerRoman", "upperRoman", "i", "I"):
        return roman(number).upper() if form in ("upperRoman", "I") else roman(number)
    if form in ("lowerLetter", "upperLetter", "a", "A"):
        return letters(number).upper() if form in ("upperLetter", "A") else letters(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    """Return a number in Roman letters, one that they don't reach in figures."""
    if not 0 < number < 4000:
        return str(number)
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def letters(number: int) -> str:
    """Return a, b, ... z, aa, bb, ..."""
    if not 0 < number < 2600:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
