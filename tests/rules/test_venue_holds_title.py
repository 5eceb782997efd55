"""The rule venue-holds-title."""

from tests.rules.lintcase import messages


def test_short_titles_are_left_alone() -> None:
    """A short title such as "Dunes" occurs in many venues."""
    assert (
        messages(
            "TTL227", "@inproceedings{a, title={Dunes}, booktitle={International Meeting on Dunes}}"
        )
        == []
    )


def test_overviews_are_named_like_their_proceedings() -> None:
    """The venue may end with the title."""
    text = "@inproceedings{a, title={Benchmarking of Dunes}, booktitle={First Workshop on Benchmarking of Dunes}}"
    assert messages("TTL227", text) == []


def test_the_same_words_in_both_are_fine() -> None:
    """Proceedings and their overview have the same name."""
    text = "@inproceedings{a, title={Meeting on Dunes and Sands 2015}, booktitle={Meeting on Dunes and Sands 2015}}"
    assert messages("TTL227", text) == []
