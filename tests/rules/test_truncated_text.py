"""The rule truncated-text."""

from tests.rules.lintcase import messages


def test_prepositions_may_end_a_title() -> None:
    """ "The World We Live In" is whole."""
    assert (
        messages(
            "TTL228", "@book{a, title={The World We Live in}} @book{b, title={Dunes and so on...}}"
        )
        == []
    )


def test_dots_in_a_venue_are_found() -> None:
    """Venues do not leave anything unsaid."""
    assert messages("TTL228", "@inproceedings{a, booktitle={Proceedings of the ...}}")


def test_names_turned_round_are_whole() -> None:
    """IEEE writes the kind of meeting at the end."""
    assert (
        messages(
            "TTL228", "@inproceedings{a, booktitle={Dunes, 2000. International Conference on}}"
        )
        == []
    )


def test_the_last_words_are_told() -> None:
    """The message shows where it breaks off."""
    assert (
        "`conference on`"
        in messages("TTL228", "@inproceedings{a, booktitle={Dune conference on}}")[0]
    )
