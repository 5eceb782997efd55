"""The rule doi-year."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_acceptance_may_precede_print() -> None:
    """A paper printed three years after its acceptance is not reported."""
    assert messages("DAT220", "@article{a, year={2018}, doi={10.1016/j.jnn.2015.04.003}}") == []


def test_print_before_acceptance_is_found() -> None:
    """The finding marks the DOI, and the message gives both years."""
    text = "@article{a, year={2009}, doi={10.1016/j.jnn.2015.04.003}}"
    assert quoted("DAT220", text) == ["10.1016/j.jnn.2015.04.003"]
    assert "2015" in messages("DAT220", text)[0]
    assert "2009" in messages("DAT220", text)[0]


def test_article_number_in_the_place_of_a_month() -> None:
    """Newer Elsevier DOIs contain the year but no month."""
    text = "@article{a, year={2008}, doi={10.1016/j.jnn.2019.105524}}"
    assert "2019 (Elsevier)" in messages("DAT220", text)[0]


def test_volume_in_an_early_plos_number() -> None:
    """Until 2007 PLOS used the volume in its DOIs: 002 in PLOS Medicine is 2005."""
    assert messages("DAT220", "@article{a, year={2005}, doi={10.1371/journal.pmed.0020999}}") == []
    assert (
        "2005"
        in messages("DAT220", "@article{a, year={2011}, doi={10.1371/journal.pmed.0020999}}")[0]
    )


def test_doi_in_a_link_counts() -> None:
    """A DOI that is only in `url` is checked, too."""
    assert quoted(
        "DAT220", "@article{a, year={2002}, url={https://doi.org/10.3389/fxyz.2014.00012}}"
    )


def test_volume_can_tell_the_year() -> None:
    """The volume in an AAAI DOI is the year of the meeting."""
    assert (
        "2020"
        in messages("DAT220", "@inproceedings{a, year={2023}, doi={10.1609/aaai.v34i05.6399}}")[0]
    )


def test_unknown_practice_is_left_alone() -> None:
    """A DOI is not reported if its publisher does not use years in DOIs."""
    assert messages("DAT220", "@article{a, year={1950}, doi={10.1145/2900000.2900017}}") == []


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, year={1958}, doi={10.1017/S0305004100039999}}",
        "@article{a, year={1997}, doi={10.1017/S0956796800009999}}",
        "@incollection{a, year={1970}, doi={10.1016/S0065-2458(08)60999-4}}",
        "@incollection{a, year={2001}, doi={10.1016/S0065-2687(08)60999-4}}",
        "@article{a, year={1979}, url={https://doi.org/10.1006/S0049-237X(09)70999-2}}",
    ],
)
def test_year_of_digitization(entry: str) -> None:
    """A DOI that was assigned when an old volume was scanned contains another year."""
    assert messages("DAT220", entry) == []


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, year={1999}, doi={10.1016/S0022-0000(85)90999-4}}",
        "@article{a, year={1978}, doi={10.1016/0022-0000(85)90999-4}}",
        "@article{a, year={2003}, doi={10.1016/S0022-0000(08)90999-4}}",
        "@article{a, year={2015}, doi={10.1017/S0956796800009999}}",
    ],
)
def test_identifiers_that_no_digitization_explains(entry: str) -> None:
    """An older year, the form with the true year, and recent articles are reported."""
    assert len(messages("DAT220", entry)) == 1


def test_a_decade_is_not_compared() -> None:
    """A date with an unspecified digit does not say which year it is."""
    text = "@article{a, date={201X}, doi={10.1016/j.jnn.2015.04.003}}"
    assert messages("DAT220", text) == []
    assert messages("DAT220", text.replace("201X", "200X/")) == []
    assert messages("DAT220", text.replace("201X", "2009"))
