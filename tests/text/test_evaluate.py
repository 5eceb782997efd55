"""Fields are compared by their meaning, not by their punctuation."""

import pytest
from tests.text.evaluate import (
    FIELDS,
    Segment,
    comparable,
    in_tenth,
    reference,
    score_references,
    values_of,
)

DOE = "Doe, J. (2001). On it. Journal, 3(2): 1-9."
SEGMENTS: list[Segment] = [
    ("author", 0, 7),
    ("date", 8, 15),
    ("title", 16, 22),
    ("container-title", 23, 31),
    ("volume", 32, 37),
    ("pages", 38, 42),
]


def f1(told: list[Segment], **record: object) -> float:
    gold = reference({"text": DOE, "segments": SEGMENTS, **record})
    return score_references([gold], lambda _: told).f1


@pytest.mark.parametrize(
    ("volume", "values"),
    [
        ("42(6):", {"volume": "42", "issue": "6"}),
        (
            "1988;27(3):239-47.",
            {"date": "1988", "volume": "27", "issue": "3", "pages": "239-47"},
        ),
        ("vol. 7, no. 3,", {"volume": "7", "issue": "3"}),
        ("no. 36.", {"issue": "36"}),
        ("XII,", {"volume": "XII"}),
    ],
)
def test_a_volume_segment_is_read_as_all_that_it_says(volume: str, values: dict[str, str]) -> None:
    """Some gold data is split only at spaces and does not separate volume, issue and pages."""
    assert values_of([("volume", volume)]) == values


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("title", "“On Ité,”", "on ite"),
        ("date", "(March 3, 2001a).", "2001"),
        ("pages", "pp. 3–9.", "3-9"),
        ("editor", "In J. Doe (Eds.),", "J. Doe"),
        ("container-title", "In: Journal of It,", "Journal of It"),
        ("doi", "doi:10.1000/X.", "10.1000/x"),
        ("url", "Available from: http://example.org/", "http://example.org"),
    ],
)
def test_cue_words_and_marks_do_not_count(name: str, one: str, other: str) -> None:
    """Words that introduce a value are not part of it."""
    assert comparable(name, one) == comparable(name, other)


def test_a_perfect_reading_scores_all() -> None:
    """The predictions are the same as the gold data."""
    assert f1(SEGMENTS) == 100


def test_a_field_too_short_is_wrong_and_missed() -> None:
    """One of seven fields is different: twelve of fourteen are right."""
    assert f1([*SEGMENTS[:5], ("pages", 38, 39)]) == pytest.approx(100 * 12 / 14)


def test_a_field_that_gold_never_labels_is_not_scored() -> None:
    """A predicted publisher is not wrong in a set that never labels publishers."""
    assert f1([*SEGMENTS, ("publisher", 0, 3)]) == 100


def test_fields_alone_are_gold_enough() -> None:
    """A record without segments is scored by its fields."""
    assert f1(SEGMENTS, segments=None, fields={"author": ["Doe, J."], "volume": "3(2)"}) == 100


def test_a_whole_reference_is_right_if_no_field_is_wrong() -> None:
    """A single wrong field makes the whole reference wrong."""
    gold = reference({"text": DOE, "segments": SEGMENTS})
    score = score_references([gold, gold], lambda _: SEGMENTS[:-1])
    assert score.whole_share == 0


def test_the_words_of_a_field_taken_for_another_are_counted() -> None:
    """Both words of the title are counted."""
    gold = reference({"text": DOE, "segments": SEGMENTS})
    told = [(("publisher" if s[0] == "title" else s[0]), s[1], s[2]) for s in SEGMENTS]
    assert score_references([gold], lambda _: told).confusions == {("title", "publisher"): 2}


def test_about_a_tenth_of_documents_is_kept() -> None:
    """A hash decides, so the rest of the set does not matter."""
    kept = sum(in_tenth(f"document {i}") for i in range(2000))
    assert 150 < kept < 260


def test_the_fields_are_those_that_are_compared_with_others() -> None:
    """The figures for other tools are computed from the same fields."""
    assert len(FIELDS) == 12
