"""An item has an attribute for each variable of CSL."""

import pytest

from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

# They belong to a citation.
CITATION_VARIABLES = {"citation-number", "first-reference-note-number", "locator"}


def attribute(item: Item, variable: str) -> object:
    return getattr(item, variable.replace("-", "_"))


@pytest.mark.parametrize(
    "variable", sorted((NUMBER_VARIABLES | TEXT_VARIABLES) - CITATION_VARIABLES)
)
def test_a_text_variable_is_an_attribute(variable: str) -> None:
    """Its name has `_` for `-`, and is otherwise that of CSL: `DOI`, `container_title`."""
    assert attribute(Item("a", text={variable: "x"}), variable) == "x"
    assert attribute(Item("a"), variable) == ""


@pytest.mark.parametrize("variable", sorted(NAME_VARIABLES))
def test_a_name_variable_is_an_attribute(variable: str) -> None:
    """Without names, it is an empty tuple."""
    assert attribute(Item("a", names={variable: (Name("Roe"),)}), variable) == (Name("Roe"),)
    assert attribute(Item("a"), variable) == ()


@pytest.mark.parametrize("variable", sorted(DATE_VARIABLES))
def test_a_date_variable_is_an_attribute(variable: str) -> None:
    """Without a date, it is an empty date."""
    date = Date(start=DatePoint(2001))
    assert attribute(Item("a", dates={variable: date}), variable) == date
    assert attribute(Item("a"), variable) == Date()
