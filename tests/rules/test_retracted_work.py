"""The rule retracted-work."""

from tests.rules.lintcase import messages

from refkit.lint.settings import Settings


def test_without_a_list_nothing_is_found() -> None:
    """The rule requires a list of retracted works."""
    assert messages("RET220", "@article{a, doi={10.5555/retracted.1998.1}}") == []


def test_case_does_not_matter() -> None:
    """The comparison of DOIs ignores case."""
    settings = Settings(retractions="tests/rules/retractions.txt")
    assert len(messages("RET220", "@article{a, doi={10.5555/RETRACTED.1998.1}}", settings)) == 1
