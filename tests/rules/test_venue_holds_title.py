"""The rule venue-holds-title."""

from tests.rules.lintcase import messages, quoted


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


def test_the_same_words_in_both_are_found() -> None:
    """A paper does not have the title of its proceedings."""
    text = "@inproceedings{a, title={On {Dunes} and Sands}, booktitle={On Dunes and Sands}}"
    assert quoted("TTL227", text) == ["On Dunes and Sands"]


def test_an_introduction_may_be_named_like_its_book() -> None:
    """Part of a book can have its title."""
    text = "@incollection{a, title={Dunes and Sands}, booktitle={Dunes and Sands}}"
    assert messages("TTL227", text) == []


def test_a_paper_with_the_title_of_its_proceedings_needs_two_words() -> None:
    """An article may be called like its journal, but a paper is not called like its proceedings."""
    paper = "@inproceedings{a, title={Wave Gauges}, booktitle={Wave Gauges}}"
    assert len(messages("TTL227", paper)) == 1
    assert messages("TTL227", paper.replace("Wave Gauges", "Gauges")) == []
    assert messages("TTL227", "@article{a, title={Wave Gauges}, journal={Wave Gauges}}") == []
