"""The rule isbn-publisher."""

import pytest
from tests.rules.lintcase import messages


def test_houses_of_one_group_are_one() -> None:
    """Academic Press belongs to Elsevier."""
    assert (
        messages("IDS225", "@book{a, isbn={978-0-12-374370-1}, publisher={Morgan Kaufmann}}") == []
    )


def test_unknown_publishers_are_left_alone() -> None:
    """A publisher that is not in the table may use the ISBNs of others."""
    assert messages("IDS225", "@book{a, isbn={978-0-521-88121-0}, publisher={Reprints Ltd}}") == []


def test_the_owner_is_named() -> None:
    """The message names the owner of the ISBN prefix."""
    assert (
        "MIT Press"
        in messages("IDS225", "@book{a, isbn={978-0-262-03384-8}, publisher={Wiley}}")[0]
    )


@pytest.mark.parametrize(
    ("publisher", "isbn"),
    [
        ("IEEE", "978-1-4503-0001-8"),
        ("ACM Press", "0-201-39829-X"),
        ("IEEE Press", "978-0-470-00001-5"),
        ("Penguin", "0-394-00001-X"),
        ("Mouton", "978-3-11-000001-2"),
    ],
)
def test_partners_are_one(publisher: str, isbn: str) -> None:
    """Publishers that share series or belong together use each other's numbers."""
    assert messages("IDS225", f"@book{{a, isbn={{{isbn}}}, publisher={{{publisher}}}}}") == []


def test_smaller_publishers_are_known() -> None:
    """The table contains publishers of several countries."""
    text = "@book{a, isbn={978-3-518-00001-2}, publisher={Princeton University Press}}"
    assert "Suhrkamp" in messages("IDS225", text)[0]
