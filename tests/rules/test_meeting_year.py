"""The rule meeting-year."""

from tests.rules.lintcase import messages


def test_years_with_a_meeting_are_fine() -> None:
    """ECCV met in 2020."""
    text = (
        "@inproceedings{a, booktitle={European Conference on Computer Vision (ECCV)}, year={2020}}"
    )
    assert messages("DAT233", text) == []


def test_both_neighbours_are_named() -> None:
    """The message gives the nearest years with a meeting."""
    assert (
        "2021 and 2023"
        in messages("DAT233", "@inproceedings{a, booktitle={Proceedings of ICCV}, year={2022}}")[0]
    )


def test_the_first_meeting_counts() -> None:
    """ICLR did not exist in 2009."""
    assert messages("DAT233", "@inproceedings{a, booktitle={ICLR}, year={2009}}")


def test_workshops_are_left_alone() -> None:
    """Workshop proceedings may appear in the next year."""
    assert messages("DAT233", "@inproceedings{a, booktitle={ECCV Workshops}, year={2023}}") == []


def test_the_future_is_not_judged() -> None:
    """Future meetings of a series are unknown."""
    assert messages("DAT233", "@inproceedings{a, booktitle={ECCV}, year={2027}}") == []
