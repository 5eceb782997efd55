"""The rule all-caps-title."""

from tests.rules.lintcase import messages


def test_acronyms_are_fine() -> None:
    """Short words in capitals are treated as acronyms."""
    assert messages("TTL224", "@book{a, title={NASA GISS ICE}}") == []


def test_capitals_in_braces_are_found() -> None:
    """A title in capitals is reported even in braces."""
    assert messages("TTL224", "@book{a, title={{DUNES AND SANDS OF THE DESERT}}}")
