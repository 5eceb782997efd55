"""The rule out-of-order."""

import pytest
from tests.rules.prosecase import books, document, messages, quoted, reference

CODE = "REF225"


def with_one_more(author: str, at: int) -> str:
    """Return a sorted list with an additional reference at a position."""
    listed = books()
    listed.insert(at, reference(author, "2011", "Shells and their makers"))
    return document(*listed)


def test_the_one_out_of_place_is_blamed() -> None:
    """The finding marks the misplaced reference, not its neighbors."""
    assert quoted(CODE, with_one_more("Okafor, B.", 3)) == ["Okafor, B."]


def test_the_message_says_where_it_belongs() -> None:
    """The message names the reference before it and the one that it should precede."""
    told = messages(CODE, with_one_more("Farmer, B.", 2))
    assert told == [
        "`Farmer, 2011` follows `Brandt, 2002` in an alphabetical list; move it before `Farrow, 2006`"
    ]


@pytest.mark.parametrize(
    ("author", "at"),
    [
        ("Åberg, B.", 0), ("Åberg, B.", 10), ("van Bergen, B.", 1), ("van Bergen, B.", 10), ("Çelik, B.", 3),
        ("D’Angelo, B.", 3), ("Müller, B.", 10), ("de la Cruz, B.", 3), ("brandt, K.", 2), ("Gränger, B.", 7),
    ],
)  # fmt: skip
def test_names_may_be_sorted_in_every_usual_way(author: str, at: int) -> None:
    """Sorting may ignore accents or particles, and å may be the first or last letter."""
    assert quoted(CODE, with_one_more(author, at)) == []


def test_a_list_in_another_order_is_left_alone() -> None:
    """The references are sorted by year, newest first."""
    assert quoted(CODE, document(*reversed(books()))) == []


def test_few_references_show_no_order() -> None:
    """In a shuffled list of six references, five are often in order by chance."""
    listed = books(5)
    listed.insert(1, reference("Okafor, B.", "2011", "Shells and their makers"))
    assert quoted(CODE, document(*listed)) == []


def test_one_author_in_any_order_of_years() -> None:
    """Styles differ in how they sort years and co-authors."""
    listed = books()
    listed.insert(3, reference("Castell, M.", "1999", "Older deltas"))
    assert quoted(CODE, document(*listed)) == []
