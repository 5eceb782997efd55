"""The measure of the tests of linear time can fail."""

from tests.growth import is_linear


def test_a_linear_function_is_linear() -> None:
    """One call per character."""
    assert is_linear(lambda text: [char.upper() for char in text], lambda size: "a" * size)


def test_a_quadratic_function_is_not() -> None:
    """One call per pair of characters."""
    assert not is_linear(
        lambda text: [one.join(two) for one in text for two in text], lambda size: "a" * size, 50
    )
