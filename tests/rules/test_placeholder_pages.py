"""The rule placeholder-pages."""

from tests.rules.lintcase import messages


def test_one_of_the_three_is_usual() -> None:
    """Pages 1--10 in another volume are not reported."""
    assert messages("PAG222", "@article{a, volume={7}, number={1}, pages={1--10}}") == []


def test_runs_are_found() -> None:
    """123--456 is a placeholder."""
    assert messages("PAG222", "@article{a, pages={123--456}}")


def test_a_zero_is_a_placeholder() -> None:
    """No article is on page 0."""
    assert len(messages("PAG222", "@article{a, pages={0}}")) == 1
    assert messages("PAG222", "@article{a, pages={10}}") == []
