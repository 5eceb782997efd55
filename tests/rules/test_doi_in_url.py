"""The rule doi-in-url."""

from tests.rules.lintcase import fixed, messages


def test_other_links_are_fine() -> None:
    """A link to the publisher is not reported."""
    assert messages("FLD228", "@book{a, doi={10.1000/1}, url={https://dunes.net/10.1000/1}}") == []


def test_a_repeated_link_goes() -> None:
    """The URL is removed if `doi` contains the same DOI."""
    text = "@book{a, doi={10.1000/ab}, url={https://doi.org/10.1000/AB}}"
    assert fixed("FLD228", text, unsafe=True) == "@book{a, doi={10.1000/ab}}"


def test_a_lone_link_becomes_the_doi() -> None:
    """The field becomes `doi`, and its value becomes the DOI."""
    text = "@book{a, url={https://doi.org/10.1000/AB}}"
    assert fixed("FLD228", text, unsafe=True) == "@book{a, doi={10.1000/AB}}"
