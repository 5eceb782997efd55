"""The rule missing-parent."""

from tests.rules.lintcase import messages, quoted


def test_the_key_is_pointed_at() -> None:
    """The finding marks the value of `crossref`."""
    assert quoted("REF220", "@inbook{a, crossref={nobody}}") == ["{nobody}"]


def test_order_matters_to_bibtex() -> None:
    """BibTeX does not inherit from a parent that comes before its child."""
    text = "@book{p, title={Dunes}} @inbook{a, crossref={p}}"
    assert "the parent must be below" in messages("REF220", text)[0]
