"""The rule url-in-title."""

from tests.rules.lintcase import messages


def test_words_with_www_are_fine() -> None:
    """A title about the WWW is not reported."""
    assert messages("TTL225", "@book{a, title={The WWW and its www.}}") == []


def test_the_link_is_shown() -> None:
    """The message shows the URL to move."""
    assert "`www.dunes.net/a`" in messages("TTL225", "@book{a, title={Dunes, www.dunes.net/a}}")[0]
