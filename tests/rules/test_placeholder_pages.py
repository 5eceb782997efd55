"""The rule placeholder-pages."""

from tests.rules.lintcase import messages


def test_one_of_the_three_is_usual() -> None:
    """Pages 1--10 of another volume are no finding."""
    assert messages("PAG222", "@article{a, volume={7}, number={1}, pages={1--10}}") == []


def test_runs_are_found() -> None:
    """123--456 is typed, not printed."""
    assert messages("PAG222", "@article{a, pages={123--456}}")
