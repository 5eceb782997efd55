"""The rule pubmed-syntax."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_numbers_pass() -> None:
    """A PMID and a PMCID in the correct form are not reported."""
    assert messages("IDS222", "@article{a, pmid={25412345}, pmcid={PMC4211234}}") == []


def test_exchanged_identifiers_are_found() -> None:
    """A PMCID in `pmid` is reported."""
    assert quoted("IDS222", "@article{a, pmid={PMC4211234}}") == ["PMC4211234"]


@pytest.mark.parametrize(
    "field",
    ["pmid={2541234S}", "pmid={254123456}", "pmid={10.1000/abc}", "pmcid={4211234}", "pmcid={PMC}",
     "pmid={25412345, 25412346}"],
)  # fmt: skip
def test_malformed_numbers_are_found(field: str) -> None:
    """Letters, other identifiers and a PMCID without PMC are reported."""
    assert len(messages("IDS222", f"@article{{a, {field}}}")) == 1


@pytest.mark.parametrize(
    "field", ["pmid={PMID: 25412345}", "pmid={{25412345}}", "pmcid={PMCID: PMC4211234}"]
)
def test_labels_and_braces_pass(field: str) -> None:
    assert messages("IDS222", f"@article{{a, {field}}}") == []


@pytest.mark.parametrize("value", ["PMC5", "PMC55", "{PMC55}", "PMCID: PMC55"])
def test_a_short_number(value: str) -> None:
    """The message does not say that a number is missing."""
    (message,) = messages("IDS222", f"@article{{a, pmcid={{{value}}}}}")
    assert "has too few digits for a PMCID" in message
