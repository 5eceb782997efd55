"""The rule conference-as-journal."""

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
