"""The rule truncated-text."""

from tests.rules.lintcase import messages


def test_prepositions_may_end_a_title() -> None:
    """ "The World We Live In" is complete."""
    assert (
        messages(
            "TTL228", "@book{a, title={The World We Live in}} @book{b, title={Dunes and so on...}}"
        )
        == []
    )


def test_dots_in_a_venue_are_found() -> None:
    """An ellipsis in a venue is reported."""
    assert messages("TTL228", "@inproceedings{a, booktitle={Proceedings of the ...}}")


def test_names_turned_round_are_whole() -> None:
    """IEEE gives the type of meeting at the end of inverted names."""
    assert (
        messages(
            "TTL228", "@inproceedings{a, booktitle={Dunes, 2000. International Conference on}}"
        )
        == []
    )


def test_the_last_words_are_told() -> None:
    """The message shows the last words before the truncation."""
    assert (
        "`conference on`"
        in messages("TTL228", "@inproceedings{a, booktitle={Dune conference on}}")[0]
    )
