"""The rule straight-quotes."""

from tests.rules.lintcase import fixed, messages


def test_umlauts_are_accents() -> None:
    """`\\"o` is a letter."""
    assert messages("TEX227", r"@misc{a, title={K{\"o}ln}}") == []


def test_pairs_are_mended() -> None:
    """Opening and closing quotes alternate."""
    assert (
        fixed("TEX227", '@misc{a, title={A "b" and "c"}}', unsafe=True)
        == "@misc{a, title={A ``b'' and ``c''}}"
    )


def test_a_single_quote_is_not_guessed_at() -> None:
    """Nobody knows where the other one is missing."""
    text = '@misc{a, title={A "pipe}}'
    assert messages("TEX227", text)
    assert fixed("TEX227", text, unsafe=True) == text


def test_inches_and_shorthands_of_babel_are_fine() -> None:
    """Quotes after a number are inches, and those in a word an umlaut of babel."""
    text = '@misc{a, title={A 3" pipe}} @misc{b, title={Tagung f"ur "Kunst"}} @misc{c, title={{"Tides"}}}'
    assert messages("TEX227", text) == []
