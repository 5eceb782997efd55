"""Integers of any length are read, and never by `int` alone."""

import ast
from pathlib import Path

import pytest

import refkit
from refkit.integers import LARGEST, read_int, read_roman

ROOT = Path(refkit.__file__).parent
# `int` of something else than digits of a reference
EXCEPTIONS = {
    ("files/read.py", "setting"),
    ("formats/text/finding/lines.py", "len(edges) * 0.96"),
    ("csl/write/html.py", "code, 16"),
    ("formats/text/recognize/token_classes.py", "(found.lastgroup or 's0')[1:]"),
    ("formats/_json_records.py", "digits"),
    ("lint/reading.py", "value"),
}


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        ("2020", 2020),
        ("-44", -44),
        (" 7 ", 7),
        ("٣", 3),
        ("0" * 5000 + "12", 12),
        ("9" * 5000, LARGEST),
        ("-" + "9" * 5000, -LARGEST),
    ],
)
def test_digits_are_read(digits: str, number: int) -> None:
    """As `int` reads them, up to a limit."""
    assert read_int(digits) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("xiv", 14), ("MCMXCIX", 1999), ("iiii", 4), ("", 0), ("iix", 0), ("mild", 0), ("12", 0)],
)
def test_roman_numerals_are_read(numeral: str, number: int) -> None:
    """Other text is 0."""
    assert read_roman(numeral) == number


@pytest.mark.parametrize("text", ["", "x", "1.5", "1" * 30 + "x"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        read_int(text)


def test_digits_are_read_in_one_way() -> None:
    """`int` raises an error for more than 4,300 digits, which one value of a file can have."""
    found = {
        (path.relative_to(ROOT).as_posix(), ", ".join(map(ast.unparse, node.args)))
        for path in ROOT.rglob("*.py")
        if path.name != "integers.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "int"
    }
    assert found == EXCEPTIONS
