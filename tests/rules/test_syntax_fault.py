"""Syntax faults become findings, with the entry's key, and cost one entry alone."""

from tests.rules.lintcase import findings, messages


def test_missing_comma_is_found() -> None:
    """A value that is followed by no comma is a finding at what stands in the comma's place."""
    assert len(messages("SYN101", "@book{a, title={T} year={2020}}")) == 1


def test_finding_knows_its_entry() -> None:
    """The finding carries the key of the entry that it is in."""
    assert [f.key for f in findings("SYN101", "@book{a, title={T} year={2020}}")] == ["a"]


def test_clean_text_has_no_fault() -> None:
    """Good BibTeX, with a comment between entries, has no syntax fault."""
    assert (
        messages("SYN101", "my list\n@book{a, title={T}}\n@comment{jabref}\n@book{b, title={U}}")
        == []
    )
