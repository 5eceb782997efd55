"""The rule old-preprint."""

from tests.rules.lintcase import messages


def test_two_years_later_are_usual() -> None:
    """A version revised two years later is not reported."""
    assert messages("SIG223", "@misc{a, year={2020}, doi={10.48550/arXiv.1812.00001}}") == []


def test_published_doi_says_nothing() -> None:
    """Only the DOI of the preprint itself is checked."""
    assert (
        messages(
            "SIG223", "@article{a, year={2020}, eprint={1201.00001}, doi={10.1145/2900000.2900017}}"
        )
        == []
    )
