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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A. Moss and B. Elm, Curves on tides, arXiv:math.GT/0309136 (2003).",
            {"eprint": "math/0309136", "eprintclass": "math.GT", "eprinttype": "arxiv"},
        ),
        (
            "A. Moss, Curves on tides, arXiv:alg-geom/9202004 (1992).",
            {"eprint": "alg-geom/9202004", "eprinttype": "arxiv"},
        ),
        (
            "A. Moss, Curves on tides, arXiv:2402.01234 [astro-ph.CO] (2024).",
            {"eprint": "2402.01234", "eprintclass": "astro-ph.CO", "eprinttype": "arxiv"},
        ),
    ],
)
def test_arxiv_number_with_its_class(text: str, found: dict[str, str]) -> None:
    """The class becomes a field of its own; the archives of the nineties are known."""
    found_item = refkit.parse(text)
    assert (found_item.custom, found_item.note) == (found, "")


def test_doi_with_a_divided_registrant() -> None:
    """DOI Handbook, 2.2.2: full stops can divide the registrant code."""
    text = "Moss, A. (2001). Tides. Ocean, 3, 4-5. https://doi.org/10.1000.10/abc12"
    found_item = refkit.parse(text)
    assert (found_item.DOI, found_item.URL) == ("10.1000.10/abc12", "")
