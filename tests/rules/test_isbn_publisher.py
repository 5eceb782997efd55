"""The rule isbn-publisher."""

import re

import pytest
from tests.rules.lintcase import messages

from refkit.data.isbn_publishers import NAMES, REGISTRANTS


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


@pytest.mark.parametrize(
    ("isbn", "publisher"),
    [
        ("978-3-16-145001-3", "Mohr Siebeck"),
        ("3-525-53501-8", "Vandenhoeck & Ruprecht"),
        ("978-2-13-050001-9", "Presses Universitaires de France"),
        ("88-06-15001-1", "Einaudi"),
        ("978-84-376-0501-2", "Ediciones Cátedra"),
        ("2-02-010101-3", "Éditions du Seuil"),
        ("978-3-499-55001-6", "Rowohlt Taschenbuch Verlag"),
    ],
)
def test_publishers_of_several_languages_are_known(isbn: str, publisher: str) -> None:
    """The owner of the number is silent, and another known publisher is reported."""
    text = f"@book{{a, isbn={{{isbn}}}, publisher={{%s}}}}"
    assert messages("IDS225", text % publisher) == []
    assert len(messages("IDS225", text % "Princeton University Press")) == 1


def test_every_owner_has_words_that_name_it() -> None:
    """The name in the table is one of the names by which an owner is known."""
    for owner in REGISTRANTS.values():
        assert re.search(NAMES[owner], owner.lower()), owner
