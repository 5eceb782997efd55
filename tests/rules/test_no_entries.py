"""A file without entries is told."""

from tests.rules.lintcase import messages


def test_text_without_entry_is_found() -> None:
    """A note is no list of references."""
    assert len(messages("SYN103", "just a note")) == 1


def test_comment_is_no_entry() -> None:
    """An @comment alone leaves the file without entries."""
    assert len(messages("SYN103", "@comment{a, title={T}}")) == 1


def test_one_entry_is_enough() -> None:
    """A file with an entry holds one."""
    assert messages("SYN103", "@misc{a, title={T}}") == []
