"""The tables of journals agree with each other: a mistyped year or volume shows."""

from itertools import pairwise

import pytest

from refkit.data.journal_volumes import FIRST_YEARS, KNOWN_UNTIL, ONE_PER_YEAR, SEVERAL_PER_YEAR

# Journals whose first volumes did not take a year each, so that counting back misses the year of volume 1.
UNEVEN_AT_FIRST = {
    "proceedings of the national academy of sciences", "pnas", "proc natl acad sci usa",
    "nucleic acids research", "management science", "operations research",
}  # fmt: skip


def test_volume_one_is_from_the_first_year_of_a_journal() -> None:
    """If it has a volume a year ever since."""
    both = (FIRST_YEARS.keys() & ONE_PER_YEAR.keys()) - UNEVEN_AT_FIRST
    assert len(both) > 50
    assert {name: FIRST_YEARS[name] for name in both} == {
        name: ONE_PER_YEAR[name] + 1 for name in both
    }


def test_exceptions_are_needed() -> None:
    """A table that was corrected needs none."""
    assert [name for name in UNEVEN_AT_FIRST if FIRST_YEARS[name] == ONE_PER_YEAR[name] + 1] == []


@pytest.mark.parametrize(
    "names",
    [
        ("proceedings of the national academy of sciences", "pnas", "proc natl acad sci usa"),
        ("journal of the acm", "jacm"),
        ("communications of the acm", "cacm"),
    ],
)
def test_all_names_of_a_journal_have_the_same_volumes(names: tuple[str, ...]) -> None:
    """An abbreviation is the same journal."""
    assert len({ONE_PER_YEAR[name] for name in names}) == 1


@pytest.mark.parametrize(("name", "runs"), SEVERAL_PER_YEAR.items(), ids=SEVERAL_PER_YEAR.keys())
def test_a_run_of_volumes_begins_where_the_one_before_ends(
    name: str, runs: tuple[tuple[int, int, int], ...]
) -> None:
    """No volume is skipped when a journal changes the number of its volumes."""
    for (year, volume, a_year), (next_year, next_volume, _) in pairwise(runs):
        assert next_volume == volume + a_year * (next_year - year), name


def test_years_are_past() -> None:
    """No journal of the tables begins after what is known of them."""
    years = [
        *FIRST_YEARS.values(),
        *ONE_PER_YEAR.values(),
        *(run[0] for runs in SEVERAL_PER_YEAR.values() for run in runs),
    ]
    assert min(years) > 1600
    assert max(years) <= KNOWN_UNTIL
