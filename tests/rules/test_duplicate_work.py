"""The rule duplicate-work."""

from tests.rules.lintcase import messages


def test_abridged_versions_elsewhere_are_two_works() -> None:
    """A version in another venue a year later is a different publication."""
    text = (
        "@inproceedings{a, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. UAI}, year={2017}} "
        "@inproceedings{b, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. IJCAI}, year={2018}}"
    )
    assert messages("DUP221", text) == []


def test_a_thesis_is_no_book() -> None:
    """Entries of different publication types are different publications."""
    text = (
        "@phdthesis{a, author={Lee, M.}, title={Migration of the Dunes}, year={2021}} "
        "@book{b, author={Lee, M.}, title={Migration of the Dunes}, year={2021}}"
    )
    assert messages("DUP221", text) == []


def test_parts_are_two_works() -> None:
    """Part II is a different work from part I."""
    text = (
        "@book{a, author={Lee, M.}, title={Dunes of the Great Desert, Part I}} "
        "@book{b, author={Lee, M.}, title={Dunes of the Great Desert, Part II}}"
    )
    assert messages("DUP221", text) == []


def test_two_dois_are_two_works() -> None:
    """Entries with different DOIs are different works."""
    text = (
        "@article{a, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/1}} "
        "@article{b, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/2}}"
    )
    assert messages("DUP221", text) == []


def test_a_slip_in_the_title_is_found() -> None:
    """Titles that differ in one letter are the same work."""
    text = (
        "@article{a, author={Lee, Min}, title={Migration of Dunes in the Great Desert}} "
        "@article{b, author={M. Lee}, title={Migration of Dune in the Great Desert}}"
    )
    assert len(messages("DUP221", text)) == 1


def test_accents_do_not_matter() -> None:
    """Names in TeX and in Unicode are the same."""
    text = (
        r"@article{a, author={M{\"u}ller, J.}, title={Migration of the Dunes}} "
        "@article{b, author={Jörg Müller}, title={Migration of the {Dunes}}}"
    )
    assert len(messages("DUP221", text)) == 1
