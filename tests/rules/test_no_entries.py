"""A file without entries is reported."""

from tests.rules.lintcase import messages


def test_text_without_entry_is_found() -> None:
    """A note without an entry is reported."""
    assert len(messages("SYN103", "just a note")) == 1


def test_comment_is_no_entry() -> None:
    """An @comment alone leaves the file without entries."""
    assert len(messages("SYN103", "@comment{a, title={T}}")) == 1


def test_one_entry_is_enough() -> None:
    """A file with one entry is not reported."""
    assert messages("SYN103", "@misc{a, title={T}}") == []
