"""The rule mojibake."""

from tests.rules.lintcase import fixed, messages, quoted


def test_accents_are_fine() -> None:
    """Words with these letters exist."""
    assert messages("TEX225", "@misc{a, title={Âge, château, São}}") == []


def test_twice_wrong_is_read_twice() -> None:
    """Text that went wrong twice is mended."""
    twice = "é".encode().decode("latin-1").encode().decode("latin-1")
    assert (
        fixed("TEX225", f"@misc{{a, title={{Caf{twice}}}}}", unsafe=True)
        == "@misc{a, title={Café}}"
    )


def test_lost_characters_are_told() -> None:
    """U+FFFD cannot be mended."""
    assert "was lost" in messages("TEX225", "@misc{a, title={Caf�}}")[0]


def test_each_word_is_pointed_at_and_fixed() -> None:
    """A word that lost a letter does not keep the others from being decoded."""
    text = "@misc{a, title={{BjÃ¶rk} und\n RenÃ©, Caf\ufffd, Ã\u00a0 la carte}}"
    assert quoted("TEX225", text) == ["BjÃ¶rk", "RenÃ©,", "Caf\ufffd,", "Ã\u00a0"]
    after = "@misc{a, title={{Björk} und\n René, Caf\ufffd, à la carte}}"
    assert fixed("TEX225", text, unsafe=True) == after
