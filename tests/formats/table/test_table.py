"""Writing tables: columns, quotation marks, and cells that spreadsheets do not run."""

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.cli import main
from refkit.data.csl import ITEM_TYPES, VARIABLES
from refkit.data.table import COLUMNS
from refkit.errors import RefkitError
from refkit.model.item import Item
from refkit.model.name import Name

SIGNS = "=+-@＝＋－＠"


def cells(item: Item, form: str = "csv") -> dict[str, str]:
    """Return the cells of an item by column, as a reader of the format gets them."""
    text = refkit.dumps([item], form)
    dialect: dict[str, object] = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if form == "tsv" else {}  # fmt: skip
    (row,) = csv.DictReader(io.StringIO(text, newline=""), **dialect)  # type: ignore[call-overload]
    return {column: value for column, value in row.items() if value}


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_row(form: str) -> None:
    """Names, dates and numbers as people write them in tables."""
    item = Item.new(
        "article-journal", "alder2015", title='Salt, "Tides"; Sea', author="Alder, Ines and Birk, Jon",
        issued="2015-03", page="11-19", composer="Clay, Eva",
    )  # fmt: skip
    assert cells(item, form) == {
        "id": "alder2015",
        "type": "article-journal",
        "title": 'Salt, "Tides"; Sea',
        "author": "Alder, Ines; Birk, Jon",
        "issued": "2015-03",
        "page": "11-19",
        "other": "composer: Clay || Eva",
    }


def test_what_has_no_column_is_reported() -> None:
    item = Item("a", "book", text={"scale": "1:5"}, custom={"weird": "x"})
    found = [(loss.variable, loss.kept_in) for loss in losses_in("csv", item)]
    assert found == [("scale", "other"), ("weird", "other")]


def test_columns_are_variables() -> None:
    assert set(COLUMNS) - {"id", "type"} <= VARIABLES


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\t", "\r\n", "x;", "x; ", "x|"])
def test_a_cell_is_not_a_formula(before: str, sign: str, form: str) -> None:
    """Not even in a spreadsheet that splits lines at other signs."""
    item = Item("a", "book", text={"title": f"{before}{sign}HYPERLINK(1)"})
    item.names = {"author": (Name(literal=f"{sign}cmd"), Name(literal=f"{sign}cmd"))}
    line = refkit.dumps([item], form).splitlines()[1]
    for part in re.split(r"[,;\t|]", line):
        assert not part.strip('" ').startswith(tuple(SIGNS))


def test_lines() -> None:
    """A row is one line."""
    item = Item("a", "book", text={"abstract": "One\nTwo\r\nThree\tFour\x00"})
    assert cells(item)["abstract"] == "One Two Three Four"


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_tables_are_not_read(form: str, tmp_path: Path) -> None:
    """The message says it, and folders are not searched for them."""
    path = tmp_path / f"x.{form}"
    path.write_text(refkit.dumps([Item("a", "book")], form))
    with pytest.raises(RefkitError, match=f"writes the format {form}, but does not read it"):
        refkit.load(path)
    done = CliRunner().invoke(main, ["check", "--no-cache", str(tmp_path)])
    assert "does not read it" not in done.output


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.dictionaries(st.sampled_from(COLUMNS[2:]), st.text(max_size=9)),
)
def test_any_text_is_one_cell(kind: str, texts: dict[str, str]) -> None:
    """And never begins a formula."""
    item = Item("a", kind, text=texts)
    for form in ("csv", "tsv"):
        found = cells(item, form)
        assert found["type"] == kind
        assert not any(cell.startswith(tuple(SIGNS)) for cell in found.values())
