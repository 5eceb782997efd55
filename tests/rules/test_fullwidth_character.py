"""The rule fullwidth-character."""

from tests.rules.lintcase import fixed, messages


def test_east_asian_text_is_fine() -> None:
    """Beside Chinese the forms are at home."""
    assert messages("TEX224", "@misc{a, title={沙丘（第１部）}}") == []


def test_commands_are_not_written() -> None:
    """A fullwidth percent sign does not become a comment."""
    assert (
        fixed("TEX224", "@misc{a, title={Ｄunes ５％}}", unsafe=True)
        == "@misc{a, title={Dunes 5％}}"
    )
