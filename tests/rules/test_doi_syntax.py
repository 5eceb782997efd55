"""Malformed DOIs."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value",
    [
        "10.15/a b",
        "10.1000",
        "doi.org/abc",
        "Smith2020",
        "10.1000/ 182",
        "978-3-598-21508-7",
        "see publisher",
    ],
)
def test_what_is_no_doi_is_found(value: str) -> None:
    """A short registrant, a missing slash, spaces and words are reported."""
    assert quoted("IDS101", f"@misc{{a, doi={{{value}}}}}") == [f"{{{value}}}"]


@pytest.mark.parametrize(
    "value",
    [
        "10.1000/182", "10.1016/S0140-6736(97)11096-0", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "https://doi.org/10.1000/182", "doi:10.1000/182", "{10.1000/182}", r"10.1007/978-3-540-74484-9\_51",
        r"\url{10.1000/182}", "10.1000.10/123", "10.48550/arXiv.2101.00001",
    ],
)  # fmt: skip
def test_dois_as_people_write_them_pass(value: str) -> None:
    """URLs, labels, braces, TeX escapes and all characters of a suffix are allowed."""
    assert quoted("IDS101", f"@misc{{a, doi={{{value}}}}}") == []


def test_several_dois_are_the_reason() -> None:
    text = "@misc{a, doi={https://doi.org/10.1000/abc, https://doi.org/10.1000/def}}"
    assert "it contains several DOIs; check the DOI" in messages("IDS101", text)[0]
