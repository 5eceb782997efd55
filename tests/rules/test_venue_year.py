"""The rule venue-year."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_one_year_of_difference_is_usual() -> None:
    """Proceedings of a meeting in December appear in the next year."""
    assert messages("DAT223", "@inproceedings{a, booktitle={Dunes 2014}, year={2015}}") == []


def test_two_digits_after_an_apostrophe_are_a_year() -> None:
    """`'98` is 1998."""
    assert (
        "1998"
        in messages(
            "DAT223", "@inproceedings{a, booktitle={Proceedings of DUNES '98}, year={2011}}"
        )[0]
    )


def test_a_span_of_years_is_no_year() -> None:
    """A range of years in a venue is not compared."""
    assert (
        messages(
            "DAT223",
            "@inproceedings{a, booktitle={Dunes 1990--1995, Selected Papers}, year={2011}}",
        )
        == []
    )


def test_numbers_are_no_years() -> None:
    """A standard or a model with four digits is not read as a year."""
    assert (
        messages(
            "DAT223", "@inproceedings{a, booktitle={Workshop on IEEE-1997 Clocks}, year={2011}}"
        )
        == []
    )


@pytest.mark.parametrize(
    "fields",
    [
        "booktitle={Dunes 2000, International Workshop, Durham, December 8--12, 2000}, year={2002}",
        "booktitle={Dunes 2000, Selected Papers}, year={2007}",
        "booktitle={Dunes '98 (Aarhus)}, journal={Annals of Dunes}, volume={104}, year={2004}",
        "booktitle={Dunes 2010}, eventdate={2010-05-01}, date={2016}",
        "booktitle={Workshop on Dunes}, series={LNCS 2001}, year={2011}",
        "booktitle={Proceedings of the Workshop on Vision 2020}, year={2010}",
        "booktitle={Meeting on Fortran 2003}, year={2012}",
        "booktitle={Classics in Dunes 1979}, year={1967}",
        "booktitle={Dunes 2014}, eventdate={2013-12-01}, year={2014}",
        "booktitle={Workshop on Dunes}, series={Lecture Notes 2001}, year={2002}",
    ],
)
def test_proceedings_that_appear_later(fields: str) -> None:
    """Proceedings may take three years, selected papers and special issues longer."""
    assert messages("DAT223", f"@inproceedings{{a, {fields}}}") == []


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        ("@inproceedings{a, booktitle={Dunes 2004}, year={2002}}", "2004"),
        ("@inproceedings{a, booktitle={Dunes 2004, Selected Papers}, year={2002}}", "2004"),
        ("@inproceedings{a, booktitle={Dunes 2004}, year={2008}}", "2004"),
        ("@inproceedings{a, booktitle={CVPR 2017}, year={2020}}", "2017"),
        ("@inproceedings{a, booktitle={Workshop on Dunes}, series={DUNES '14}, year={2010}}", "'14"),
        ("@inproceedings{a, booktitle={Workshop on Dunes}, series={{DUNES} 2014}, year={2010}}", "2014"),
        ("@inproceedings{a, booktitle={Workshop on Dunes}, eventtitle={DUNES 2014}, year={2010}}", "2014"),
        ("@proceedings{a, title={Proceedings of Dunes 2014}, year={2010}}", "2014"),
        ("@article{a, journal={2014 Conference on Dunes}, year={2010}}", "2014"),
        ("@inproceedings{a, booktitle={Dunes 2014}, eventdate={2011-05-01}, year={2014}}", "2014"),
    ],
)  # fmt: skip
def test_years_that_cannot_be_right(entry: str, marked: str) -> None:
    """Proceedings do not precede the meeting, and known series publish in the next year at the latest."""
    assert quoted("DAT223", entry) == [marked]


def test_journals_named_after_a_year() -> None:
    """A journal that is not of a meeting may have a year in its name."""
    assert messages("DAT223", "@article{a, journal={Science 1986}, year={1983}}") == []


@pytest.mark.parametrize(
    ("acronym", "count"),
    [
        ("(NAACL 2019)", 1),
        ("(NAACL-2019)", 1),
        ("(NAACL 2018)", 0),
        ("(NAACL)", 0),
        ("(Online, 2019)", 0),
    ],
)
def test_two_years_in_one_name_are_compared(acronym: str, count: int) -> None:
    """The acronym has the year of the meeting."""
    venue = f"Proceedings of the 2018 Conference on Dunes {acronym}"
    text = f"@inproceedings{{a, title={{T}}, booktitle={{{venue}}}, year={{2018}}}}"
    assert len(messages("DAT223", text)) == count
