"""The rule isbn-publisher."""

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
