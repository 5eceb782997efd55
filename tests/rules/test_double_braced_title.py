"""The rule double-braced-title."""

from tests.rules.lintcase import fixed, messages


def test_one_braced_word_is_fine() -> None:
    """A name as title may stand in braces."""
    assert messages("TTL221", "@book{a, title={{Dunes}}}") == []


def test_two_groups_are_fine() -> None:
    """Braces at both ends need not be one pair."""
    assert messages("TTL221", "@book{a, title={{DNA} of {NASA}}}") == []


def test_the_fix_keeps_inner_braces() -> None:
    """Only the outer pair goes."""
    mended = fixed("TTL221", "@book{a, title={{The {DNA} of Dunes}}}", unsafe=True)
    assert mended == "@book{a, title={The {DNA} of Dunes}}"
