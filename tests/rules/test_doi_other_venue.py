"""The rule doi-other-venue."""

import pytest
from tests.rules.lintcase import messages, quoted


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


@pytest.mark.parametrize(
    ("publisher", "doi"),
    [
        ("Springer", "10.1017/CBO9780511800000"),
        ("Cambridge University Press", "10.1007/978-3-030-10001-8"),
        ("Association for Computing Machinery", "10.1007/978-3-030-10001-8_5"),
        ("John Wiley & Sons", "10.1016/B978-0-12-374370-1.00001-2"),
    ],
)
def test_books_of_another_publisher_are_found(publisher: str, doi: str) -> None:
    """The registrant of the DOI is another large publisher."""
    text = f"@book{{a, publisher={{{publisher}}}, doi={{{doi}}}}}"
    assert quoted("IDS228", text) == [doi]


@pytest.mark.parametrize(
    ("entry_type", "publisher", "doi"),
    [
        ("book", "Princeton University Press", "10.1515/9781400830244"),
        ("book", "Academic Press, Cambridge", "10.1016/B978-0-12-374370-1.00001-2"),
        ("book", "Birkhäuser, Boston", "10.1007/978-0-8176-0001-7"),
        ("book", "Reprints Ltd, Oxford", "10.1007/978-3-030-10001-8"),
        ("inproceedings", "IEEE", "10.1145/3200000.3200017"),
        ("article", "Oxford University Press", "10.1111/j.1365-2966.2010.17001.x"),
        ("book", "Oxford: Blackwell", "10.1002/9781118000017"),
    ],
)
def test_distributors_imprints_and_journals_pass(entry_type: str, publisher: str, doi: str) -> None:
    """Imprints, distributors, places and journals that changed their publisher are not reported."""
    text = f"@{entry_type}{{a, publisher={{{publisher}}}, doi={{{doi}}}}}"
    assert messages("IDS228", text) == []


@pytest.mark.parametrize(
    ("venue", "doi"),
    [
        ("IEEE Trans. Vis. Comput. Graph.", "10.1109/TVCG.2012.1"),
        ("IEEE Trans. Img. Proc.", "10.1109/TIP.2012.1"),
        (r"\nat", "10.1038/nature12373"),
        ("Nat.", "10.1038/nature12373"),
        ("自然", "10.1038/nature12373"),
        ("Science", "10.2307/1690046"),
    ],
)
def test_short_and_translated_names_pass(venue: str, doi: str) -> None:
    """Abbreviations of ACM, macros, translations and JSTOR's DOIs fit."""
    assert messages("IDS228", f"@article{{a, journal={{{venue}}}, doi={{{doi}}}}}") == []


@pytest.mark.parametrize(
    ("doi", "journal"),
    [("10.1371/journal.pone.0020124", "PLoS Medicine"), ("10.1371/journal.pbio.0020124", "PLoS ONE"),
     ("10.3389/fpsyg.2014.00012", "Frontiers in Plant Science"),
     ("10.1103/PhysRevB.50.17953", "Physical Review Letters"),
     ("10.1103/PhysRevD.50.17953", "Phys. Rev. B"), ("10.1103/PhysRevLett.77.3865", "Phys. Rev. B")],
)  # fmt: skip
def test_another_journal_of_the_same_publisher_is_found(doi: str, journal: str) -> None:
    """Publishers with many journals put the journal's code into the DOI."""
    assert messages("IDS228", f"@article{{a, journal={{{journal}}}, doi={{{doi}}}}}")


@pytest.mark.parametrize(
    ("doi", "journal"),
    [("10.1371/journal.pone.0020124", "PLoS ONE"), ("10.1371/journal.pone.0020124", "PLoS"),
     ("10.1371/journal.pcbi.1000112", "PLoS Comput Biol"),
     ("10.1371/journal.pgph.0000112", "PLOS Global Public Health"),
     ("10.3389/fpsyg.2014.00012", "Front. Psychol."), ("10.3389/fnhum.2014.00012", "Frontiers in Human Neuroscience"),
     ("10.1103/PhysRevB.50.17953", "Physical Review B"), ("10.1103/PhysRevB.50.17953", "Phys. Rev. B Condens. Matter"),
     ("10.1103/PhysRevB.50.17953", "Phys. Rev."), ("10.1103/PhysRevD.50.17953", "PRD"),
     ("10.1103/PhysRevE.50.17953", "Physical Review E - Statistical, Nonlinear, and Soft Matter Physics"),
     ("10.1103/PhysRevLett.77.3865", "Phys. Rev. Lett."), ("10.1103/PhysRevLett.77.3865", "PRL")],
)  # fmt: skip
def test_names_of_the_journal_in_the_doi_pass(doi: str, journal: str) -> None:
    """The journal's name, its abbreviation, and the bare name of the family agree with the code."""
    assert messages("IDS228", f"@article{{a, journal={{{journal}}}, doi={{{doi}}}}}") == []
