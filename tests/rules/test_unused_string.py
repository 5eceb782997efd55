"""The rule unused-string."""

from tests.rules.lintcase import quoted


def test_a_use_in_another_string_counts() -> None:
    """A macro may be used in the definition of another macro."""
    assert quoted("REF222", '@string{a = "A"} @string{b = a # "B"} @misc{k, journal = b}') == []


def test_case_does_not_matter() -> None:
    """BibTeX ignores case in names of macros."""
    assert quoted("REF222", '@string{DJ = "A"} @string{ej = "B"} @misc{k, journal = dj}') == ["ej"]
