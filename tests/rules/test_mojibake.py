"""The rule mojibake."""

from tests.rules.lintcase import fixed, messages


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
