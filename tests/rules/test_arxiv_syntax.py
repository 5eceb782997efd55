"""The rule arxiv-syntax."""

from tests.rules.lintcase import messages, quoted


def test_both_schemes_and_versions_are_fine() -> None:
    """New and old identifiers pass, with or without a version."""
    text = (
        "@misc{a, eprint={2211.04567v2}, archiveprefix={arXiv}} "
        "@misc{b, eprint={math.AG/0307200}, eprinttype={arXiv}}"
    )
    assert messages("IDS221", text) == []


def test_other_archives_are_left_alone() -> None:
    """A HAL identifier is not checked against the arXiv syntax."""
    assert messages("IDS221", "@misc{a, eprint={hal-01234567}, archiveprefix={HAL}}") == []


def test_unfinished_identifier_is_found() -> None:
    """ "arXiv:2402." is incomplete."""
    assert quoted("IDS221", "@misc{a, note={arXiv:2402.}}") == ["{arXiv:2402.}"]
