"""The rule two-identifiers."""

from tests.rules.lintcase import messages, quoted


def test_one_doi_written_twice_is_fine() -> None:
    """DOIs that differ in case or resolver are the same."""
    text = "@article{a, doi={10.1371/Journal.PONE.0221111}, url={http://dx.doi.org/10.1371/journal.pone.0221111}}"
    assert messages("IDS230", text) == []


def test_two_preprints_are_found() -> None:
    """An eprint and a link to another eprint disagree."""
    text = "@misc{a, eprint={2101.00001}, archiveprefix={arXiv}, url={https://arxiv.org/abs/2102.00002}}"
    assert quoted("IDS230", text) == ["{https://arxiv.org/abs/2102.00002}"]


def test_link_to_the_preprint_is_fine() -> None:
    """A link to a preprint in addition to the DOI of the publication is not reported."""
    text = "@article{a, doi={10.1371/journal.pone.0221111}, url={https://doi.org/10.48550/arXiv.2101.00001}}"
    assert messages("IDS230", text) == []
