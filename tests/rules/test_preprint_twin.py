"""The rule preprint-twin."""

from tests.rules.lintcase import messages, quoted


def test_the_preprint_is_blamed() -> None:
    """Whatever their order, the preprint is pointed at."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}, year={2021}} "
        "@article{b, author={Lee, M.}, title={Migration of the Dunes}, journal={Sand}, year={2022}}"
    )
    assert quoted("DUP222", text) == ["a"]


def test_a_book_is_no_twin() -> None:
    """A book of the same title is another publication."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}, year={2021}} "
        "@book{b, author={Lee, M.}, title={Migration of the Dunes}, publisher={Sand}, year={2022}}"
    )
    assert messages("DUP222", text) == []


def test_two_preprints_are_no_twins() -> None:
    """Both on arXiv is a duplicate and no pair."""
    text = (
        "@misc{a, author={Lee, M.}, title={Migration of the Dunes}, eprint={2101.00001}} "
        "@article{b, author={Lee, M.}, title={Migration of the Dunes}, journal={CoRR}}"
    )
    assert messages("DUP222", text) == []
