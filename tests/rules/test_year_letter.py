"""The rule year-letter."""

from tests.rules.prosecase import books, document, messages, quoted, reference

CODE = "REF227"


def with_more(*years: str) -> str:
    """A list that ends in several works of one author."""
    titles = ("Ice", "Thaw", "Floods of spring", "Gauges")
    more = (
        reference("Okafor, B.", year, title) for year, title in zip(years, titles, strict=False)
    )
    return document(*books(5), *more)


def test_two_works_of_a_year_need_letters() -> None:
    """The second is blamed, at its year."""
    assert messages(CODE, with_more("2019", "2019")) == [
        "two works in the list are `Okafor, 2019`; distinguish them as `2019a` and `2019b`"
    ]


def test_letters_in_their_turn_pass() -> None:
    """As do works of different years."""
    assert [
        messages(CODE, with_more(*years))
        for years in (["2019a", "2019b", "2019c"], ["2018", "2019"])
    ] == [[], []]


def test_a_letter_without_its_twin() -> None:
    """The twin was taken out, or never put in."""
    told = messages(CODE, with_more("2019a"))
    assert "`Okafor, 2019a` has a letter, but the list has no `2019b`" in told[0]


def test_a_gap_between_letters() -> None:
    """The one after the gap is blamed."""
    told = messages(CODE, with_more("2019a", "2019c"))
    assert "`Okafor, 2019c` has a letter, but the list has no `2019b`" in told[-1]


def test_a_letter_given_twice() -> None:
    """Two works of the same authors cannot share it."""
    told = messages(CODE, with_more("2019a", "2019b", "2019b"))
    assert told == ["`Okafor, 2019b` appears twice in the list; give one of the two another letter"]


def test_other_co_authors_are_told_apart_by_them() -> None:
    """Only the whole list of authors makes two citations alike."""
    more = (
        reference("Okafor, B.", "2019", "Ice"),
        reference("Okafor, B., & Lind, A.", "2019", "Thaw"),
    )
    assert quoted(CODE, document(*books(5), *more)) == []


def test_numbered_lists_need_no_letters() -> None:
    """There the number tells the works apart."""
    listed = [
        *books(5),
        reference("Okafor, B.", "2019", "Ice"),
        reference("Okafor, B.", "2019", "Thaw"),
    ]
    assert quoted(CODE, document(*(f"[{n}] {one}" for n, one in enumerate(listed, 1)))) == []
