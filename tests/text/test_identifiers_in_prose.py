"""Identifiers at the end of a reference are parsed in every form that styles use."""

import pytest

import refkit
from refkit.model.item import Item

REFERENCE = (
    "Moss, A., & Elm, P. (2013). Leaf traits across a slope. Journal of Leaves, 71(2), 35–36. "
)


def item(behind: str) -> Item:
    return refkit.parse(REFERENCE + behind)


@pytest.mark.parametrize(
    "written",
    [
        "https://doi.org/10.1007/s0042-012-1",
        "http://dx.doi.org/10.1007/s0042-012-1.",
        "https://www.doi.org/10.1007/s0042-012-1",
        "https://doi.org/ 10.1007/s0042-012-1",
        "(https://doi.org/10.1007/s0042-012-1)",
        "<https://doi.org/10.1007/s0042-012-1>",
        "[https://doi.org/10.1007/s0042-012-1](https://doi.org/10.1007/s0042-012-1)",
        "doi.org/10.1007/s0042-012-1",
        "doi: 10.1007/s0042-012-1",
        "doi:10.1007/s0042-012-1",
        "doi:https://doi.org/10.1007/s0042-012-1",
        "DOI: https://doi.org/10.1007/s0042-012-1.",
        "DOI 10.1007/s0042-012-1",
        "10.1007/s0042-012-1.",
    ],
)
def test_a_doi_is_that_and_no_address(written: str) -> None:
    """The resolver before it is discarded, and no other text is left unparsed."""
    found = item(written)
    assert (found.DOI, found.URL, found.text.get("note")) == ("10.1007/s0042-012-1", "", None)


@pytest.mark.parametrize(
    "written",
    [
        "(ERIC Document Reproduction Service No. ED 130 243)",
        "(ERIC No. ED 130 243)",
        "ERIC ED 130 243.",
    ],
)
def test_a_document_of_eric(written: str) -> None:
    """The database is the archive."""
    found = item(written)
    assert (found.text["archive"], found.text["archive_location"]) == ("ERIC", "ED 130 243")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://leaves.org/a_(b).", "https://leaves.org/a_(b)"),
        ("Available from: <http://leaves.org/a>.", "http://leaves.org/a"),
        ("Available at: leaves.org/a.", "leaves.org/a"),
        ("www.leaves.org/a", "www.leaves.org/a"),
    ],
)
def test_an_address(written: str, address: str) -> None:
    """An address needs no "https://" and does not end in a punctuation mark."""
    url = item(written).URL
    assert url == address
