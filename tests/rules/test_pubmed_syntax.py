"""The rule pubmed-syntax."""

from tests.rules.lintcase import messages, quoted


def test_numbers_pass() -> None:
    """A PMID and a PMCID in the correct form are not reported."""
    assert messages("IDS222", "@article{a, pmid={25412345}, pmcid={PMC4211234}}") == []


def test_exchanged_identifiers_are_found() -> None:
    """A PMCID in `pmid` is reported."""
    assert quoted("IDS222", "@article{a, pmid={PMC4211234}}") == ["{PMC4211234}"]
