"""The rule duplicate-identifier."""

from tests.rules.lintcase import messages, quoted


def test_chapters_share_the_doi_of_their_book() -> None:
    """Parts of one book are not reported as duplicates."""
    text = "@incollection{a, title={Sand}, doi={10.1007/1}} @incollection{b, title={Rock}, doi={10.1007/1}}"
    assert messages("DUP220", text) == []


def test_versions_of_a_preprint_are_one() -> None:
    """The version of a preprint is ignored."""
    text = "@misc{a, eprint={2101.00001v1}, archiveprefix={arXiv}} @misc{b, url={https://arxiv.org/abs/2101.00001v3}}"
    assert quoted("DUP220", text) == ["https://arxiv.org/abs/2101.00001v3"]


def test_each_later_entry_is_blamed() -> None:
    """Three entries for one work cause two findings."""
    text = " ".join(f"@article{{{key}, pmid={{123456}}}}" for key in "abc")
    assert len(messages("DUP220", text)) == 2
