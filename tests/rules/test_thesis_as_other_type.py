"""The rule thesis-as-other-type."""

from tests.rules.lintcase import messages


def test_works_about_theses_are_fine() -> None:
    """Only a field that begins with the name of a thesis is reported."""
    assert messages("FLD223", "@misc{a, note={Continues the author's PhD thesis}}") == []


def test_other_languages_are_known() -> None:
    """ "Diplomarbeit" is recognized as a thesis."""
    assert messages("FLD223", "@techreport{a, note={Diplomarbeit, Uni Nord}}")
