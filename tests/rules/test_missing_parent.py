"""The rule missing-parent."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_the_key_is_pointed_at() -> None:
    """The finding marks the value of `crossref`."""
    assert quoted("REF220", "@inbook{a, crossref={nobody}}") == ["nobody"]


@pytest.mark.parametrize(
    "entry", ["@inbook{x2, crossref={x2}}", "@inbook{x2, xdata={x2}, date={2000}}"]
)
def test_an_entry_that_names_itself_is_found(entry: str) -> None:
    """The message does not speak of another entry."""
    assert messages("REF220", entry)[0].endswith(
        "names `x2`, which is the entry itself; correct the key or remove the link"
    )


def test_order_matters_to_bibtex() -> None:
    """BibTeX does not inherit from a parent that comes before its child."""
    text = "@book{p, title={Dunes}} @inbook{a, crossref={p}}"
    assert "the parent must be below" in messages("REF220", text)[0]
