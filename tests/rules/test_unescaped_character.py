"""The rule unescaped-character."""

from tests.rules.lintcase import fixed, messages


def test_links_and_mathematics_are_fine() -> None:
    """What commands print as it stands is no finding."""
    text = (
        r"@misc{a, note={\url{http://a.net/b_c%20d}, $x_1$, 5\%, \_}, title={See http://a.net/b_c}}"
    )
    assert messages("TEX220", text) == []


def test_the_harm_is_told() -> None:
    """After a percent sign the line is lost."""
    assert "hides the rest of the line" in messages("TEX220", "@misc{a, note={50% of dunes}}")[0]


def test_all_of_a_field_are_escaped() -> None:
    """The fix mends every character of the field."""
    assert (
        fixed("TEX220", "@misc{a, note={R&D in file_1}}", unsafe=True)
        == r"@misc{a, note={R\&D in file\_1}}"
    )


def test_unpaired_dollars_are_not_guessed_at() -> None:
    """Where mathematics cannot be told, nothing is said."""
    assert messages("TEX220", "@misc{a, title={At $x_1}}") == []
