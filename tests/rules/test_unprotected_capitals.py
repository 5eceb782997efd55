"""The rule unprotected-capitals."""

from tests.rules.lintcase import fixed, messages


def test_braced_words_are_fine() -> None:
    """Protected capitals are not reported."""
    assert messages("TTL226", "@book{a, title={Reading {DNA} at {McTool}}}") == []


def test_first_letters_may_change() -> None:
    """A style may change a capital at the start of a word."""
    assert messages("TTL226", "@book{a, title={The Dunes of Spring}}") == []


def test_the_fix_braces_each_word() -> None:
    """The fix puts braces around each word with unprotected capitals."""
    text = fixed("TTL226", "@book{a, title={From mRNA to DNA}}", unsafe=True)
    assert text == "@book{a, title={From {mRNA} to {DNA}}}"
