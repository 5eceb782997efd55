"""The rule retracted-work."""

import pytest
from tests.rules.lintcase import messages

from refkit.lint.settings import Settings


def test_without_a_list_nothing_is_found() -> None:
    """The rule requires a list of retracted works."""
    assert messages("RET220", "@article{a, doi={10.5555/retracted.1998.1}}") == []


def test_case_does_not_matter() -> None:
    """The comparison of DOIs ignores case."""
    settings = Settings(retractions="tests/rules/retractions.txt")
    assert len(messages("RET220", "@article{a, doi={10.5555/RETRACTED.1998.1}}", settings)) == 1


@pytest.mark.parametrize(
    "title",
    ["RETRACTED: Dunes", "RETRACTED ARTICLE: Dunes", "Retracted: Dunes", "{RETRACTED}: Dunes", "Dunes [Retracted]",
     "[Retracted] Dunes", "Dunes (Retracted article)", "Retracted Article: Dunes"],
)  # fmt: skip
def test_marks_of_retractions_in_titles_are_found(title: str) -> None:
    """They need no list."""
    assert len(messages("RET220", f"@article{{a, title={{{title}}}}}")) == 1


@pytest.mark.parametrize(
    "title",
    ["Retracted papers in medicine", "RETRACTED PAPERS", "Why papers are retracted",
     "Citing retracted (and other) work", "retracted: a study of notices"],
)  # fmt: skip
def test_works_about_retractions_pass(title: str) -> None:
    """The word without a colon or brackets is part of the title."""
    assert messages("RET220", f"@article{{a, title={{{title}}}}}") == []
