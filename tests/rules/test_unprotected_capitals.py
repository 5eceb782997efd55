"""The rule unprotected-capitals."""

from tests.rules.lintcase import fixed, messages


def test_braced_words_are_fine() -> None:
    """What is protected is no finding."""
    assert messages("TTL226", "@book{a, title={Reading {DNA} at {McTool}}}") == []


def test_first_letters_may_change() -> None:
    """A capital that begins a word is for the style."""
    assert messages("TTL226", "@book{a, title={The Dunes of Spring}}") == []


def test_the_fix_braces_each_word() -> None:
    """All words of the title are braced."""
    mended = fixed("TTL226", "@book{a, title={From mRNA to DNA}}", unsafe=True)
    assert mended == "@book{a, title={From {mRNA} to {DNA}}}"
