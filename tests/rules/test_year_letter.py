"""The rule year-letter."""

from tests.rules.prosecase import books, document, messages, quoted, reference

CODE = "REF227"


def with_more(*years: str) -> str:
    """Return a list that ends with several works by one author."""
    titles = ("Ice", "Thaw", "Floods of spring", "Gauges")
    more = (
        reference("Okafor, B.", year, title) for year, title in zip(years, titles, strict=False)
    )
    return document(*books(5), *more)


def test_two_works_of_a_year_need_letters() -> None:
    """The finding marks the year of the second work."""
    assert messages(CODE, with_more("2019", "2019")) == [
        "two works in the list are `Okafor, 2019`; distinguish them as `2019a` and `2019b`"
    ]


def test_letters_in_their_turn_pass() -> None:
    """Consecutive letters and works from different years are accepted."""
    assert [
        messages(CODE, with_more(*years))
        for years in (["2019a", "2019b", "2019c"], ["2018", "2019"])
    ] == [[], []]


def test_a_letter_without_its_twin() -> None:
    """The other work with a letter was removed or never added."""
    told = messages(CODE, with_more("2019a"))
    assert "`Okafor, 2019a` has a letter, but the list has no `2019b`" in told[0]


def test_a_gap_between_letters() -> None:
    """The finding marks the letter after the gap."""
    told = messages(CODE, with_more("2019a", "2019c"))
    assert "`Okafor, 2019c` has a letter, but the list has no `2019b`" in told[-1]


def test_a_letter_given_twice() -> None:
    """Two works by the same authors cannot have the same letter."""
    told = messages(CODE, with_more("2019a", "2019b", "2019b"))
    assert told == ["`Okafor, 2019b` appears twice in the list; give one of the two another letter"]


def test_other_co_authors_are_told_apart_by_them() -> None:
    """Citations are ambiguous only if all authors are the same."""
    more = (
        reference("Okafor, B.", "2019", "Ice"),
        reference("Okafor, B., & Lind, A.", "2019", "Thaw"),
    )
    assert quoted(CODE, document(*books(5), *more)) == []


def test_numbered_lists_need_no_letters() -> None:
    """In a numbered list, the numbers distinguish the works."""
    listed = [
        *books(5),
        reference("Okafor, B.", "2019", "Ice"),
        reference("Okafor, B.", "2019", "Thaw"),
    ]
    assert quoted(CODE, document(*(f"[{n}] {one}" for n, one in enumerate(listed, 1)))) == []
