"""The rule conference-as-journal."""

import pytest
from tests.rules.lintcase import messages


def test_journals_called_proceedings_are_fine() -> None:
    """Journals named "Proceedings" with a volume are serials."""
    text = "@article{a, journal={Proceedings of the Royal Society A}} @article{b, journal={AIP Conference Proceedings}}"
    assert messages("FLD221", text) == []


def test_volumes_make_a_serial() -> None:
    """A conference with volumes is a series."""
    assert (
        messages(
            "FLD221", "@article{a, journal={Proc. International Conference on Dunes}, volume={7}}"
        )
        == []
    )


@pytest.mark.parametrize(
    ("venue", "count"),
    [("Nature", 1), ("Journal of Hydrology", 1), ("European Journal of Botany", 1),
     ("Journal of Dunes: Conference Series", 0), ("Journal of Dunes Workshop Proceedings", 0),
     ("Proceedings of the Workshop on Dunes", 0), ("Nature Workshop", 0)],
)  # fmt: skip
def test_journals_of_papers_are_found(venue: str, count: int) -> None:
    """A paper in a journal is an article."""
    assert len(messages("FLD221", f"@inproceedings{{a, booktitle={{{venue}}}}}")) == count
