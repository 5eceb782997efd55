"""The rule doi-other-venue."""

from tests.rules.lintcase import messages


def test_preprints_fit_every_venue() -> None:
    """An arXiv DOI is compatible with any conference."""
    assert (
        messages("IDS228", "@inproceedings{a, booktitle={CVPR}, doi={10.48550/arXiv.2101.00001}}")
        == []
    )


def test_abbreviated_venues_are_known() -> None:
    """One word from the name of the series is enough."""
    text = "@inproceedings{a, booktitle={Proc. IEEE Conf. Comput. Vis. Pattern Recognit.}, doi={10.1109/CVPR.2016.90}}"
    assert messages("IDS228", text) == []


def test_publishers_change_with_the_years() -> None:
    """ICML papers from 2008 have ACM DOIs; later ones have none."""
    text = "@inproceedings{a, booktitle={ICML}, year={%s}, doi={10.1145/1390156.1390177}}"
    assert messages("IDS228", text % 2008) == []
    assert len(messages("IDS228", text % 2021)) == 1


def test_unknown_venues_are_left_alone() -> None:
    """The DOI prefixes of small workshops are unknown."""
    assert (
        messages(
            "IDS228",
            "@inproceedings{a, booktitle={Workshop on Dunes}, doi={10.1145/1390156.1390177}}",
        )
        == []
    )
