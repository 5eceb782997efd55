"""Positions: a document is written as clusters of cites, `A@3` is item A with locator 3."""

import pytest

from refkit.csl.cite import Cite, Cluster
from refkit.csl.position import CitePosition, Scan

SHORT = {"first": "first", "subsequent": "subs", "ibid": "ibid", "ibid-with-locator": "ibid+l"}


def cluster(text: str) -> Cluster:
    note, _, cites = text.partition(":")
    parts = [cite.partition("@") for cite in cites.split()]
    return Cluster([Cite(id_, locator=locator) for id_, _, locator in parts], note=int(note))


def scan(document: str, near: int = 5) -> list[list[CitePosition]]:
    clusters = [cluster(c) for c in document.split(";")]
    scanned = Scan(near)
    scanned.expect(clusters)
    return [list(scanned.next(one)) for one in clusters]


def positions(document: str) -> str:
    return "; ".join(" ".join(SHORT[p.position.value] for p in row) for row in scan(document))


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("1:A; 2:A", "first; ibid"),
        ("1:A; 2:B; 3:A", "first; first; subs"),
        ("1:B A A@1 A@1 A@2 A", "first first ibid+l ibid ibid+l subs"),
        ("1:A@1; 2:A; 3:A@1", "first; subs; ibid+l"),
        ("0:A; 0:A@4", "first; ibid+l"),
    ],
)
def test_a_cite_of_the_item_just_cited_is_ibid(document: str, expected: str) -> None:
    """The preceding cite must be of the same item; the locators decide between the forms of ibid."""
    assert positions(document) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("1:B A; 2:A", "first first; subs"),
        ("1:A; 1:B; 2:B", "first; first; subs"),
        ("1:A; 3:A", "first; subs"),
        ("1:A A; 2:A", "first ibid; subs"),
        ("1:B A; 1:A", "first first; ibid"),
        ("0:B A; 0:A", "first first; ibid"),
        ("0:A B; 0:A", "first first; subs"),
    ],
)
def test_the_note_before_must_hold_that_cite_alone(document: str, expected: str) -> None:
    """After a note with several cites or none, ibid would be ambiguous."""
    assert positions(document) == expected


def test_text_and_notes_do_not_see_each_other() -> None:
    """A citation in the text does not affect the positions in notes."""
    assert positions("1:A; 0:B; 2:A; 0:A") == "first; first; ibid; first"


def test_near_note_counts_notes_from_the_last_cite() -> None:
    """By default, a distance of five notes is near, a distance of six is not."""
    rows = scan("1:A; 6:A; 12:A")
    assert [row[0].near_note for row in rows] == [False, True, False]


def test_near_note_distance_may_be_nought() -> None:
    """With distance 0, only the same note is near."""
    rows = scan("1:A A; 2:A", near=0)
    assert [[place.near_note for place in row] for row in rows] == [[False, True], [False]]


def test_first_note_is_told_from_the_second_note_on() -> None:
    """The note of the first cite itself cannot refer back to an earlier note."""
    rows = scan("3:A A; 4:A; 0:A")
    assert [[place.first_note for place in row] for row in rows] == [[None, None], [3], [None]]
