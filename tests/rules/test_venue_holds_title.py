"""The rule venue-holds-title."""

from tests.rules.lintcase import messages


def test_short_titles_are_left_alone() -> None:
    """ "Dunes" is a part of many venues."""
    assert (
        messages(
            "TTL227", "@inproceedings{a, title={Dunes}, booktitle={International Meeting on Dunes}}"
        )
        == []
    )


def test_overviews_are_named_like_their_proceedings() -> None:
    """The title may end the name of the venue."""
    text = "@inproceedings{a, title={Benchmarking of Dunes}, booktitle={First Workshop on Benchmarking of Dunes}}"
    assert messages("TTL227", text) == []


def test_the_same_words_in_both_are_fine() -> None:
    """Proceedings and their overview share a name."""
    text = "@inproceedings{a, title={Meeting on Dunes and Sands 2015}, booktitle={Meeting on Dunes and Sands 2015}}"
    assert messages("TTL227", text) == []
