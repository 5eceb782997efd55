"""The rule parent-year."""

import pytest
from tests.rules.lintcase import messages, quoted

VOLUME = "@proceedings{p, title={Locks}, booktitle={Locks}, year={2018}}"


def test_other_year_than_the_volume_is_found() -> None:
    """The year of the paper is marked, and the message names the volume."""
    text = f"@inproceedings{{a, year={{2015}}, crossref={{p}}}} {VOLUME}"
    assert quoted("DAT239", text) == ["{2015}"]
    assert "`p`" in messages("DAT239", text)[0]


def test_case_of_the_key_does_not_matter() -> None:
    """BibTeX finds the parent of a key in other case."""
    text = f"@incollection{{a, year={{2015}}, crossref={{P}}}} {VOLUME}"
    assert quoted("DAT239", text) == ["{2015}"]


@pytest.mark.parametrize(
    "text",
    [
        f"@inproceedings{{a, year={{2018}}, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, year={{2017}}, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, crossref={{p}}}} {VOLUME}",
        f"@inproceedings{{a, year={{2015}}, crossref={{q}}}} {VOLUME}",
        f"@misc{{a, year={{2015}}, crossref={{p}}}} {VOLUME}",
        "@inbook{a, date={1990}, crossref={p}} @mvbook{p, title={Locks}, date={1980/2000}}",
        "@inbook{a, date={1950}, crossref={p}} @book{p, title={Locks}, date={2000}, origdate={1950}}",
    ],
)
def test_years_that_agree_pass(text: str) -> None:
    """A difference of one year, inherited years, and volumes of several years are not reported."""
    assert messages("DAT239", text) == []
