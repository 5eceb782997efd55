"""The rule missing-parent."""

from tests.rules.lintcase import messages, quoted


def test_the_key_is_pointed_at() -> None:
    """The value of `crossref` is blamed."""
    assert quoted("REF220", "@inbook{a, crossref={nobody}}") == ["{nobody}"]


def test_order_matters_to_bibtex() -> None:
    """A parent above its child lends nothing."""
    text = "@book{p, title={Dunes}} @inbook{a, crossref={p}}"
    assert "the parent must be below" in messages("REF220", text)[0]
