"""The rule journal-written-two-ways."""

from tests.rules.lintcase import messages, quoted


def test_the_rarer_form_is_blamed() -> None:
    """The form in one entry is reported if two others agree."""
    text = "@article{a, journal={Dune Lett.}} @article{b, journal={Dune Letters}} @article{c, journal={Dune Letters}}"
    assert quoted("FLD224", text) == ["{Dune Lett.}"]


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
