"""The rule url-repeats-doi."""

from tests.rules.lintcase import fixed, messages


def test_a_repeated_link_goes() -> None:
    """The URL is removed if `doi` contains the same DOI."""
    text = "@book{a, doi={10.1000/ab}, url={https://doi.org/10.1000/AB}}"
    assert fixed("FLD231", text, unsafe=True) == "@book{a, doi={10.1000/ab}}"


def test_address_of_another_doi_stays() -> None:
    """The rule about two identifiers reports two DOIs."""
    text = "@book{a, doi={10.1000/ab}, url={https://doi.org/10.1000/xy}}"
    assert messages("FLD231", text) == []
