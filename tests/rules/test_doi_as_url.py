"""DOIs behind an address."""

import pytest
from tests.rules.lintcase import fixed, quoted


@pytest.mark.parametrize(
    "value",
    [
        "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "doi.org/10.1000/182", "doi:10.1000/182",
        "DOI: 10.1000/182", "https://doi.org/doi:10.1000/182", "https://www.doi.org/10.1000/182",
    ],
)  # fmt: skip
def test_address_is_taken_out(value: str) -> None:
    """What is left is the DOI as it was written."""
    assert fixed("IDS102", f"@misc{{a, doi = {{{value}}}}}") == "@misc{a, doi = {10.1000/182}}"


@pytest.mark.parametrize("value", ["10.1000/182", "https://example.org/10.1000/182", "doi.org/abc"])
def test_other_values_pass(value: str) -> None:
    """A bare DOI, and what is none."""
    assert quoted("IDS102", f"@misc{{a, doi={{{value}}}}}") == []


def test_address_with_percent_signs_is_left() -> None:
    """There the DOI is spelt otherwise, so nothing is mended."""
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
    """Not the DOI, which is right."""
    assert quoted("IDS102", f"@misc{{a, doi = {value}}}") == [address.strip()]
