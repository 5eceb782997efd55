"""The rule volume-years-disagree."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_turn_of_the_year_is_fine() -> None:
    """A volume may span two years."""
    text = "@article{a, journal={J}, volume={1}, year={2014}} @article{b, journal={J}, volume={1}, year={2015}}"
    assert messages("DAT225", text) == []


def test_the_minority_is_blamed() -> None:
    """The one of three entries that disagrees is reported."""
    text = (
        "@article{a, journal={J}, volume={1}, year={2009}} @article{b, journal={J}, volume={1}, year={2015}} "
        "@article{c, journal={J}, volume={1}, year={2015}}"
    )
    assert quoted("DAT225", text) == ["2009"]


def test_other_journals_do_not_count() -> None:
    """Volume 1 of different journals may have different years."""
    text = "@article{a, journal={J}, volume={1}, year={2001}} @article{b, journal={K}, volume={1}, year={2015}}"
    assert messages("DAT225", text) == []


def volume(journal: str, *issues: tuple[str, int]) -> str:
    """Return a file with articles of a journal, each with a volume and a year."""
    return "\n".join(
        f"@article{{k{at}, journal = {journal}, volume={{{number}}}, year={{{year}}}}}"
        for at, (number, year) in enumerate(issues)
    )


@pytest.mark.parametrize(
    ("one", "other"), [("{\\apj}", "{\\mnras}"), ("jaa", "jbb"), ("jaa", "jaa"), ("{\\apj Lett.}", "{\\grl Lett.}")]
)  # fmt: skip
def test_macros_are_names_of_their_own(one: str, other: str) -> None:
    """Different macros, and macros that are not defined, are different journals."""
    text = volume(one, ("18", 2006)) + volume(other, ("18", 1996))
    assert messages("DAT225", text) == []


def test_one_macro_is_one_name() -> None:
    """A macro that is used twice is the same journal."""
    assert len(messages("DAT225", volume("{\\apj}", ("18", 2006), ("18", 1996)))) == 1


def test_markup_is_not_a_name() -> None:
    """Commands for markup and accents do not hide the name."""
    text = volume("{\\emph{Coastal Waters}}", ("18", 2006)) + volume(
        "{Coastal Waters}", ("18", 1996)
    )
    assert len(messages("DAT225", text)) == 1


@pytest.mark.parametrize(
    "journal",
    [
        "JHEP", "{JHEP}", "J. High Energy Phys.", "Lancet", "The Lancet", "Phil. Mag.", "Bull. Amer. Math. Soc.",
        "The London, Edinburgh, and Dublin Philosophical Magazine and Journal of Science",
    ],
)  # fmt: skip
def test_journals_that_start_again(journal: str) -> None:
    """The volumes of some journals are months, or start again in a new series."""
    assert messages("DAT225", volume(f"{{{journal}}}", ("12", 2006), ("12", 2011))) == []


def test_months_as_volumes_have_a_zero() -> None:
    """The volume `04` is a month."""
    assert messages("DAT225", volume("{Fjords}", ("04", 2006), ("04", 2011))) == []


def test_most_volumes_disagree() -> None:
    """Nothing is reported about a journal whose volumes start again each year."""
    issues = (("1", 1961), ("1", 1970), ("2", 1950), ("2", 1973), ("3", 1970), ("3", 1971))
    assert messages("DAT225", volume("{Fjords}", *issues)) == []


def test_two_errors_among_many() -> None:
    """Two errors are reported if most of the volumes with several articles agree."""
    issues = [(str(number), 1990 + number) for number in range(1, 9) for _ in "ab"]
    issues += [("1", 2001), ("2", 2001)]
    assert quoted("DAT225", volume("{Fjords}", *issues)) == ["2001", "2001"]
