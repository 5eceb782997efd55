"""DOIs written as URLs."""

import pytest
from tests.rules.lintcase import fixed, marked, messages, quoted


@pytest.mark.parametrize(
    "value",
    [
        "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi.org/10.1000/182", "doi:10.1000/182",
        "DOI: 10.1000/182", "https://doi.org/doi:10.1000/182", "https://www.doi.org/10.1000/182",
    ],
)  # fmt: skip
def test_address_is_taken_out(value: str) -> None:
    """The fix leaves only the DOI, as it was written."""
    assert fixed("IDS102", f"@misc{{a, doi = {{{value}}}}}") == "@misc{a, doi = {10.1000/182}}"


@pytest.mark.parametrize("value", ["10.1000/182", "https://example.org/10.1000/182", "doi.org/abc"])
def test_other_values_pass(value: str) -> None:
    """A bare DOI and values that are not DOIs are not reported."""
    assert quoted("IDS102", f"@misc{{a, doi={{{value}}}}}") == []


def test_address_with_percent_signs_is_left() -> None:
    """The URL spells the DOI differently, so nothing is fixed."""
    text = "@misc{a, doi={https://doi.org/10.1000/a%2Fb}}"
    assert (len(quoted("IDS102", text)), fixed("IDS102", text)) == (1, text)


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("{https://doi.org/10.1000/182}", "https://doi.org/"),
        ("{{DOI: 10.1000/182}}", "DOI: "),
        ('"https://doi.org/" # "10.1000/182"', "https://doi.org/"),
        ("{https://doi.org/10.1000/a%2Fb}", "https://doi.org/"),
    ],
)
def test_the_address_is_pointed_at(value: str, address: str) -> None:
    """The finding marks the URL prefix, not the DOI."""
    assert quoted("IDS102", f"@misc{{a, doi = {value}}}") == [address.strip()]


@pytest.mark.parametrize(
    "value",
    ["https://doi.org/10.1000/abc, https://doi.org/10.1000/def", "doi:10.1000/abc; doi:10.1000/def",
     "https://doi.org/10.1000/abc 10.1000/def", "doi: 10.1000/a b"],
)  # fmt: skip
def test_several_dois_are_not_shortened(value: str) -> None:
    """Another rule reports several DOIs in a field."""
    text = f"@misc{{a, doi={{{value}}}}}"
    assert (quoted("IDS102", text), len(quoted("IDS101", text))) == ([], 1)


def test_other_formats_are_reported() -> None:
    """Processors of CSL-JSON add the address, too."""
    text = '[{"id": "a", "type": "book", "title": "T", "DOI": "https://doi.org/10.1000/182"}]'
    assert marked("IDS102", text, "csl-json") == ["https://doi.org/"]


def test_a_doi_in_the_url_is_not_one_in_doi() -> None:
    """An address belongs there."""
    assert messages("IDS102", "@misc{a, url={https://doi.org/10.1000/182}}") == []
