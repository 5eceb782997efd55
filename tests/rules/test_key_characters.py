"""The rule key-characters."""

from tests.rules.lintcase import messages, quoted

from refkit.lint.settings import Settings


def test_keys_of_dblp_and_ads_are_fine() -> None:
    """Colons, slashes, plus signs and periods are not reported."""
    text = (
        "@misc{DBLP:conf/aaai/X10} @misc{1998ApJ...500..525S} @misc{C++:2020} @misc{smith_2015-a}"
    )
    assert messages("KEY220", text) == []


def test_biber_takes_letters() -> None:
    """In a BibLaTeX file, non-ASCII letters are allowed."""
    assert messages("KEY220", "@misc{müller15}", Settings(dialect="biblatex")) == []


def test_the_character_is_named() -> None:
    """The message shows the character to replace."""
    assert quoted("KEY220", "@misc{a~b, title={T}}") == ["~"]
    assert messages("KEY220", "@misc{a~b, title={T}}")[0].startswith("`~` in the key `a~b`")
