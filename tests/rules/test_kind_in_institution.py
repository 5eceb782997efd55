"""The rule kind-in-institution."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("school", "kept"),
    [
        ("PhD thesis, University of Leeds", "University of Leeds"), ("Ph.D. dissertation, MIT", "MIT"),
        ("Master's thesis: TU Delft", "TU Delft"), ("Dissertation, Universität Bonn", "Universität Bonn"),
        ("Thèse de doctorat, Paris 7", "Paris 7"),
        ("Universität Bonn, Dissertation", "Universität Bonn"),
        ("Tesis doctoral, Universidad de Sevilla", "Universidad de Sevilla"), ("Leeds -- PhD thesis", "Leeds"),
        ("University of Leeds (PhD thesis)", "University of Leeds"),
        ("Leeds, PhD Thesis.", "Leeds."),
        ("Unpublished PhD thesis, Leeds", "Leeds"),
    ],
)  # fmt: skip
def test_kinds_of_theses_are_removed(school: str, kept: str) -> None:
    """Before and after the university, in several languages."""
    entry = "@phdthesis{a, title={T}, school={%s}}"
    assert fixed("FLD234", entry % school, unsafe=True) == entry % kept


def test_kinds_of_reports_are_found() -> None:
    """Styles print "Technical report" before the number."""
    report = "@techreport{a, title={T}, institution={Technical Report, Institute of Dunes}}"
    assert quoted("FLD234", report) == ["Technical Report,"]
    assert "`institution`" in messages("FLD234", report)[0]


@pytest.mark.parametrize(
    "school",
    [
        "Doctoral School of Exact Sciences, University of Bath", "School of Dissertation Studies", "Durham Theses",
        "Institute of Philosophy, Leeds", "Photonics, Leeds", "University of Phoenix", "Dissertation",
    ],
)  # fmt: skip
def test_schools_are_fine(school: str) -> None:
    """Names that contain such words are kept."""
    assert messages("FLD234", f"@phdthesis{{a, title={{T}}, school={{{school}}}}}") == []


def test_books_are_not_checked() -> None:
    """A publisher may be called like a kind of thesis."""
    assert messages("FLD234", "@book{a, title={T}, publisher={Dissertation, Inc.}}") == []
