"""The rule arxiv-as-journal."""

from tests.rules.lintcase import messages


def test_journals_are_fine() -> None:
    """Other journals are not reported."""
    assert messages("FLD222", "@article{a, journal={Archives of Dunes}}") == []


def test_corr_is_arxiv() -> None:
    """DBLP gives CoRR as the journal of arXiv preprints."""
    assert messages("FLD222", "@article{a, journal={CoRR}, volume={abs/2101.00001}}")
