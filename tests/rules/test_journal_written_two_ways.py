"""The rule journal-written-two-ways."""

from tests.rules.lintcase import messages, quoted


def test_the_rarer_form_is_blamed() -> None:
    """The form in one entry is reported if two others agree."""
    text = "@article{a, journal={Dune Lett.}} @article{b, journal={Dune Letters}} @article{c, journal={Dune Letters}}"
    assert quoted("FLD224", text) == ["Dune Lett."]


def test_sections_are_other_journals() -> None:
    """Series A is a different journal."""
    assert (
        messages("FLD224", "@article{a, journal={Phys. Rev.}} @article{b, journal={Phys. Rev. A}}")
        == []
    )


def test_braces_are_not_printed() -> None:
    """Protective braces are ignored in the comparison."""
    assert (
        messages(
            "FLD224", "@article{a, journal={{SIAM} Review}} @article{b, journal={SIAM Review}}"
        )
        == []
    )


def entries(*journals: str) -> str:
    """Return an article in each of the journals."""
    return "".join(f"@article{{a{n}, journal={{{name}}}}}\n" for n, name in enumerate(journals))


def test_macros_are_names_of_their_own() -> None:
    """Two known journals differ, and an unknown macro may be any journal."""
    assert messages("FLD224", entries(r"\apj", r"\mnras", r"\foo", r"\bar", "Foo")) == []


def test_macro_beside_the_name_of_its_journal_is_reported() -> None:
    """AASTeX prints an abbreviation for the macro."""
    text = entries(r"\apj", r"\apj", "Astrophysical Journal")
    assert quoted("FLD224", text) == ["Astrophysical Journal"]


def test_two_macros_of_one_journal_are_reported() -> None:
    """`\\astap` is an older macro for `\\aap`."""
    assert quoted("FLD224", entries(r"\aap", r"\aap", r"\astap")) == [r"\astap"]


def test_names_without_letters_are_not_compared() -> None:
    """Empty names and punctuation are not two forms of one name."""
    assert messages("FLD224", entries("----", "....", "{{{}}}")) == []


def test_conjunction_tells_two_journals_apart() -> None:
    """One journal has an "and" that the other has not."""
    assert messages("FLD224", entries(r"Computers \& Graphics", "Computer Graphics")) == []


def test_abbreviation_omits_the_conjunction() -> None:
    """ISO 4 omits "and" in abbreviations."""
    text = entries("Astron. Astrophys.", r"Astronomy \& Astrophysics")
    assert len(messages("FLD224", text)) == 1


def test_final_letter_is_a_section() -> None:
    """A section is not the abbreviation of a word."""
    assert messages("FLD224", entries("Phys. Rev. A", "Phys. Rev. Applied")) == []


def test_macro_within_a_name_can_denote_any_journal() -> None:
    """The rest of the name does not show which journal it is."""
    names = (r"\apj\ in press", r"\aap\ in press", r"\foo\ Letters", r"\bar\ Letters")
    assert messages("FLD224", entries(*names)) == []


def test_accents_within_a_name_are_read() -> None:
    """A known command does not hide the journal."""
    text = entries(r"\v{C}asopis pro p\v{e}stov\'an\'\i", "Časopis pro Pěstování")
    assert len(messages("FLD224", text)) == 1
