"""The rule parent-year."""

import pytest
from tests.rules.lintcase import messages, quoted

VOLUME = "@proceedings{p, title={Locks}, booktitle={Locks}, year={2018}}"


@pytest.mark.parametrize("year", ["2014", "2020", "2081"])
def test_other_year_than_the_volume_is_found(year: str) -> None:
    """The year of the paper is marked, and the message names the volume."""
    text = f"@inproceedings{{a, year={{{year}}}, crossref={{p}}}} {VOLUME}"
    assert quoted("DAT239", text) == [year]
    assert "`p`" in messages("DAT239", text)[0]


def test_case_of_the_key_does_not_matter() -> None:
    """BibTeX finds the parent of a key in other case."""
    text = f"@conference{{a, year={{2021}}, crossref={{P}}}} {VOLUME}"
    assert quoted("DAT239", text) == ["2021"]


@pytest.mark.parametrize(
    "text",
    [
        f"@inproceedings{{a, year={{2018}}, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, year={{2015}}, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, year={{2019}}, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, year={{2021}}, crossref={{q}}}} {VOLUME}",
        "@inbook{a, date={1973}, crossref={p}} @mvbook{p, title={Locks}, date={1968}}",
    ],
)
def test_years_that_agree_pass(text: str) -> None:
    """Years of the meeting, inherited years, and parts of books in several volumes are not reported."""
    assert messages("DAT239", text) == []
