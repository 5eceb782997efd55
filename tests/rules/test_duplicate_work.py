"""The rule duplicate-work."""

from tests.rules.lintcase import messages


def test_abridged_versions_elsewhere_are_two_works() -> None:
    """A year later in another venue is another publication."""
    text = (
        "@inproceedings{a, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. UAI}, year={2017}} "
        "@inproceedings{b, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. IJCAI}, year={2018}}"
    )
    assert messages("DUP221", text) == []


def test_a_thesis_is_no_book() -> None:
    """Two sorts of publication are two publications."""
    text = (
        "@phdthesis{a, author={Lee, M.}, title={Migration of the Dunes}, year={2021}} "
        "@book{b, author={Lee, M.}, title={Migration of the Dunes}, year={2021}}"
    )
    assert messages("DUP221", text) == []


def test_parts_are_two_works() -> None:
    """Part II is not part I."""
    text = (
        "@book{a, author={Lee, M.}, title={Dunes of the Great Desert, Part I}} "
        "@book{b, author={Lee, M.}, title={Dunes of the Great Desert, Part II}}"
    )
    assert messages("DUP221", text) == []


def test_two_dois_are_two_works() -> None:
    """Who has two DOIs is cited twice by right."""
    text = (
        "@article{a, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/1}} "
        "@article{b, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/2}}"
    )
    assert messages("DUP221", text) == []


def test_a_slip_in_the_title_is_found() -> None:
    """One letter does not make another work."""
    text = (
        "@article{a, author={Lee, Min}, title={Migration of Dunes in the Great Desert}} "
        "@article{b, author={M. Lee}, title={Migration of Dune in the Great Desert}}"
    )
    assert len(messages("DUP221", text)) == 1


def test_accents_do_not_matter() -> None:
    """TeX and Unicode spell one name."""
    text = (
        r"@article{a, author={M{\"u}ller, J.}, title={Migration of the Dunes}} "
        "@article{b, author={Jörg Müller}, title={Migration of the {Dunes}}}"
    )
    assert len(messages("DUP221", text)) == 1
