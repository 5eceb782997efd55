"""The rule arxiv-as-journal."""

from tests.rules.lintcase import messages


def test_journals_are_fine() -> None:
    """A journal is no preprint server."""
    assert messages("FLD222", "@article{a, journal={Archives of Dunes}}") == []


def test_corr_is_arxiv() -> None:
    """DBLP writes CoRR."""
    assert messages("FLD222", "@article{a, journal={CoRR}, volume={abs/2101.00001}}")
