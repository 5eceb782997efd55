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
    """A single quote may be an inch mark."""
    text = '@misc{a, title={A 3" pipe}}'
    assert messages("TEX227", text)
    assert fixed("TEX227", text, unsafe=True) == text
