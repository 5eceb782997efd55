"""The measure of the tests of linear time can fail."""

import re

from tests.growth import is_linear


def test_a_linear_function_is_linear() -> None:
    """A pattern that reads each character once."""
    assert is_linear(re.compile(r"a*b").match, lambda size: "a" * size * 100)


def test_a_quadratic_function_is_not() -> None:
    """A pattern that starts again at each character."""
    assert not is_linear(re.compile(r"a*b").search, lambda size: "a" * size, 2_000)
