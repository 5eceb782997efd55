"""The rule doi-in-url."""

from tests.rules.lintcase import fixed, messages


def test_other_links_are_fine() -> None:
    """A link to the publisher is not reported."""
    assert messages("FLD228", "@book{a, url={https://dunes.net/10.1000/1}}") == []


def test_a_lone_link_becomes_the_doi() -> None:
    """The field becomes `doi`, and its value becomes the DOI."""
    text = "@book{a, url={https://doi.org/10.1000/AB}}"
    assert fixed("FLD228", text, unsafe=True) == "@book{a, doi={10.1000/AB}}"


def test_entry_with_a_doi_passes() -> None:
    """Another rule reports an address that repeats the DOI."""
    assert messages("FLD228", "@book{a, doi={10.1000/ab}, url={https://doi.org/10.1000/AB}}") == []
