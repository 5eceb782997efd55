"""Syntax errors become findings with the cite key, and affect only one entry."""

from tests.rules.lintcase import findings, messages


def test_missing_comma_is_found() -> None:
    """The finding for a missing comma is at the text in place of the comma."""
    assert len(messages("SYN101", "@book{a, title={T} year={2020}}")) == 1


def test_finding_knows_its_entry() -> None:
    """The finding contains the cite key of its entry."""
    assert [f.key for f in findings("SYN101", "@book{a, title={T} year={2020}}")] == ["a"]


def test_clean_text_has_no_fault() -> None:
    """Valid BibTeX with a comment between entries has no syntax error."""
    assert (
        messages("SYN101", "my list\n@book{a, title={T}}\n@comment{jabref}\n@book{b, title={U}}")
        == []
    )
