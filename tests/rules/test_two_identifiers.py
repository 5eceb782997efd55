"""The rule two-identifiers."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_one_doi_written_twice_is_fine() -> None:
    """DOIs that differ in case or resolver are the same."""
    text = "@article{a, doi={10.1371/Journal.PONE.0221111}, url={http://dx.doi.org/10.1371/journal.pone.0221111}}"
    assert messages("IDS230", text) == []


def test_two_preprints_are_found() -> None:
    """An eprint and a link to another eprint disagree."""
    text = "@misc{a, eprint={2101.00001}, archiveprefix={arXiv}, url={https://arxiv.org/abs/2102.00002}}"
    assert quoted("IDS230", text) == ["https://arxiv.org/abs/2102.00002"]


def test_link_to_the_preprint_is_fine() -> None:
    """A link to a preprint in addition to the DOI of the publication is not reported."""
    text = "@article{a, doi={10.1371/journal.pone.0221111}, url={https://doi.org/10.48550/arXiv.2101.00001}}"
    assert messages("IDS230", text) == []


@pytest.mark.parametrize(
    "fields",
    [
        "doi={10.1000/abc.17}, url={https://doi.org/10.1000/abc.18}",
        "doi={10.1000/abc.17}, url={https://journals.dunes.net/doi/full/10.1000/abc.18}",
        "doi={10.1000/abc.17}, note={doi:10.1000/abc.18}",
        "doi={10.1000/abc.17}, howpublished={\\url{https://doi.org/10.1000/abc.18}}",
        "eprint={2101.00001}, doi={10.48550/arXiv.2101.00002}",
    ],
)
def test_two_dois_are_found(fields: str) -> None:
    """A link, an address of the publisher or a note leads to another work."""
    assert len(messages("IDS230", f"@article{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "doi={10.1000/abc.17}, url={https://journals.dunes.net/doi/pdf/10.1000/abc.17.pdf?download=true}",
        "doi={10.1007/978-3-030-10001-8_5}, url={https://link.springer.com/book/10.1007/978-3-030-10001-8}",
        "doi={10.1000/a<1>b}, url={https://journals.dunes.net/doi/10.1000/a%3C1%3Eb}",
        "doi={10.1000/abc.17}, url={https://www.jstor.org/stable/10.2307/2118364}",
        "doi={10.1000/abc.17}, url={https://dl.acm.org/doi/10.5555/3200000.3200017}",
        "doi={10.1000/abc.17}, note={Erratum: doi:10.1000/abc.18}",
        "doi={10.1000/abc.17}, url={https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1}",
    ],
)
def test_other_addresses_of_the_work_are_fine(fields: str) -> None:
    """Files, books, archives, preprints and errata have addresses of their own."""
    assert messages("IDS230", f"@article{{a, {fields}}}") == []
