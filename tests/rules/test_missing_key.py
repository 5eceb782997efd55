"""The rule missing-key."""

from tests.rules.lintcase import messages


def test_a_key_is_a_key() -> None:
    """Any key is enough."""
    assert messages("KEY221", "@misc{a, title={T}}") == []


def test_the_type_is_named() -> None:
    """The message tells which entry it is."""
    assert "`@book`" in messages("KEY221", "@book{, title={T}}")[0]
