"""The rule preprint-twin."""

from tests.rules.lintcase import messages, quoted


def test_the_preprint_is_blamed() -> None:
    """The finding is at the preprint, whatever the order of the entries."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}, year={2021}} "
        "@article{b, author={Lee, M.}, title={Migration of the Dunes}, journal={Sand}, year={2022}}"
    )
    assert quoted("DUP222", text) == ["a"]


def test_a_book_is_no_twin() -> None:
    """A book with the same title is a different publication."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}, year={2021}} "
        "@book{b, author={Lee, M.}, title={Migration of the Dunes}, publisher={Sand}, year={2022}}"
    )
    assert messages("DUP222", text) == []


def test_two_preprints_are_no_twins() -> None:
    """Two entries on arXiv are duplicates, not a preprint and its published version."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}} "
        "@article{b, author={Lee, M.}, title={Migration of the Dunes}, journal={CoRR}}"
    )
    assert messages("DUP222", text) == []
