"""The rule unescaped-character."""

from tests.rules.lintcase import findings, fixed, messages, quoted


def test_links_and_mathematics_are_fine() -> None:
    """Special characters in links and mathematics are not reported."""
    text = (
        r"@misc{a, note={\url{http://a.net/b_c%20d}, $x_1$, 5\%, \_}, title={See http://a.net/b_c}}"
    )
    assert messages("TEX220", text) == []


def test_the_harm_is_told() -> None:
    """The message says that the line after a percent sign is lost."""
    assert (
        "comments out the rest of the line"
        in messages("TEX220", "@misc{a, note={50% of dunes}}")[0]
    )


def test_all_of_a_field_are_escaped() -> None:
    """The fix escapes every character of the field."""
    assert (
        fixed("TEX220", "@misc{a, note={R&D in file_1}}", unsafe=True)
        == r"@misc{a, note={R\&D in file\_1}}"
    )


def test_unpaired_dollars_are_not_guessed_at() -> None:
    """Nothing is reported if mathematics cannot be recognized."""
    assert messages("TEX220", "@misc{a, title={At $x_1}}") == []


def test_every_character_is_pointed_at() -> None:
    """Each character has a finding with its own column and message."""
    text = "@misc{a,\n title = {A study of DNA & RNA in 50% of cases}}"
    found = [(f.line, f.column, f.message[:3]) for f in findings("TEX220", text)]
    assert found == [(2, 26, "`&`"), (2, 37, "`%`")]


def test_the_same_characters_in_a_row_are_one_finding() -> None:
    """A run of underscores causes one finding."""
    text = "@misc{a, note={Name: ____}}"
    assert quoted("TEX220", text) == ["____"]
    assert fixed("TEX220", text, unsafe=True) == r"@misc{a, note={Name: \_\_\_\_}}"


def test_characters_in_folded_and_joined_values_are_pointed_at_and_escaped() -> None:
    """Line ends and joined pieces do not change the positions."""
    text = '@misc{a, title = {Dunes\n  & Sands,\n\n 5% more} # "R&D"}'
    assert quoted("TEX220", text) == ["&", "%", "&"]
    after = '@misc{a, title = {Dunes\n  \\& Sands,\n\n 5\\% more} # "R\\&D"}'
    assert fixed("TEX220", text, unsafe=True) == after


def test_a_character_of_a_macro_is_at_its_name() -> None:
    """The macro is defined elsewhere, so it is not edited; two characters cause one finding."""
    text = '@string{rd = "R&D & Co"} @misc{a, title = "On " # rd}'
    assert quoted("TEX220", text) == ["rd"]
    assert fixed("TEX220", text, unsafe=True) == text


def test_too_many_to_list_are_one_finding() -> None:
    """The finding has a fix for all of them."""
    text = f"@misc{{a, title={{{'R&D ' * 100}}}}}"
    assert [f.message[-14:] for f in findings("TEX220", text)] == [r" (and 99 more)"]
    assert fixed("TEX220", text, unsafe=True) == text.replace("&", "\\&")


def test_caret_is_reported_without_a_fix() -> None:
    """A caret after a backslash is an accent, so that nothing certain can be written."""
    text = r"@misc{a, note={x^2 is not $x^2$, \^{e} or \url{http://a.net/^b}}}"
    assert quoted("TEX220", text) == ["^"]
    assert fixed("TEX220", text, unsafe=True) == text
