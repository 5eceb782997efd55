"""The rule uneven-fields."""

from tests.rules.lintcase import messages, quoted


def test_few_entries_have_no_habit() -> None:
    """Three entries of a type are not enough."""
    text = "@book{a, isbn={1}} @book{b, isbn={2}} @book{c, title={T}}"
    assert messages("REQ221", text) == []


def test_what_half_have_is_no_habit() -> None:
    """A field in five of ten entries is not required."""
    text = " ".join(f"@book{{k{n}, title={{T}}{', isbn={1}' if n % 2 else ''}}}" for n in range(10))
    assert messages("REQ221", text) == []


def test_the_odd_one_is_pointed_at() -> None:
    """The finding marks the cite key."""
    text = " ".join(f"@book{{k{n}, title={{T}}{', isbn={1}' if n else ''}}}" for n in range(10))
    assert quoted("REQ221", text) == ["k0"]
