"""Each repair of the parser has a row with its figures in docs/text-repairs.md."""

import re
from pathlib import Path

from tools.text_repairs import left_out, letters, repairs, table_of

PAGE = (Path(__file__).parents[2] / "docs/text-repairs.md").read_text(encoding="utf-8")
ROW = re.compile(r"\| `([\w.]+)` \| `([^`]+)` \| (.+?) \|")


def test_each_repair_has_a_row() -> None:
    """A new repair needs its figures; write them with `tools/text_repairs.py DATA --write`."""
    rows = {(row[1], row[2]) for row in ROW.finditer(PAGE)}
    assert {(one.module, one.name) for one in repairs()} == rows


def test_each_repair_has_a_name_of_its_own() -> None:
    """Otherwise two would be left out at a time."""
    names = [one.name for one in repairs()]
    assert len(names) == len(set(names))


def test_one_repair_is_left_out() -> None:
    """The table is whole again after it."""
    one = repairs()[-1]
    whole = table_of(one.module, one.attribute)
    with left_out(one):
        assert len(table_of(one.module, one.attribute)) == len(whole) - 1
    assert table_of(one.module, one.attribute) == whole


def test_names_are_equal_in_any_order() -> None:
    """Editors' roles and "and" do not count."""
    assert letters("J. Roe and A. Elm (eds.)") == letters("Elm, A., Roe, J.")
