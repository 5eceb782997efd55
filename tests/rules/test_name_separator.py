"""The rule name-separator."""

from tests.rules.lintcase import fixed, messages


def test_braces_hide_separators() -> None:
    """A group may have an ampersand."""
    assert messages("NAM220", r"@book{a, author={{Smith \& Sons}}}") == []


def test_ampersand_becomes_and() -> None:
    """The fix writes the word that BibTeX knows."""
    assert fixed("NAM220", r"@book{a, author={Smith, J. \& Jones, R.}}", unsafe=True) == (
        "@book{a, author={Smith, J. and Jones, R.}}"
    )


def test_semicolons_become_and() -> None:
    """All separators of the field are written anew."""
    assert fixed("NAM220", "@book{a, author={Smith, J.; Jones, R.; Brown, A.}}", unsafe=True) == (
        "@book{a, author={Smith, J. and Jones, R. and Brown, A.}}"
    )


def test_entities_are_html() -> None:
    """`&uuml;` separates no names."""
    assert messages("NAM220", "@book{a, author={M&uuml;ller, J.}}") == []
