"""The rule thesis-as-other-type."""

import pytest
from tests.rules.lintcase import messages


def test_works_about_theses_are_fine() -> None:
    """Only a field that begins with the name of a thesis is reported."""
    assert messages("FLD223", "@misc{a, note={Continues the author's PhD thesis}}") == []


def test_other_languages_are_known() -> None:
    """ "Diplomarbeit" is recognized as a thesis."""
    assert messages("FLD223", "@techreport{a, note={Diplomarbeit, Uni Nord}}")


@pytest.mark.parametrize(
    ("entry", "count"),
    [("@mastersthesis{a, type={PhD thesis}}", 1), ("@mastersthesis{a, type={Doctoral dissertation}}", 1),
     ("@phdthesis{a, type={Master's thesis}}", 1), ("@phdthesis{a, type={PhD thesis}}", 0),
     ("@mastersthesis{a, type={Bachelor's thesis}}", 0), ("@phdthesis{a, type={Habilitation}}", 0),
     ("@thesis{a, type={phdthesis}}", 0)],
)  # fmt: skip
def test_kinds_of_theses_are_compared_with_the_type(entry: str, count: int) -> None:
    """BibTeX has types for two kinds; other kinds are written in `type`."""
    assert len(messages("FLD223", entry)) == count
