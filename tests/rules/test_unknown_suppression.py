"""Suppressions that do not match a rule."""

from tests.rules.lintcase import messages


def test_unknown_code_gets_the_nearest() -> None:
    """For a misspelt code, the message suggests the nearest one."""
    found = messages("SUP102", "% refkit: ignore[PGA101] why\n@misc{a, title={T}}")
    assert found == ["there is no rule `PGA101` to suppress; did you mean `PAG101`?"]


def test_missing_brackets_are_told() -> None:
    """A suppression has to name a rule."""
    assert len(messages("SUP102", "% refkit: ignore please\n@misc{a, title={T}}")) == 1


def test_prefix_name_and_code_are_known() -> None:
    """A family, a code and a name are accepted."""
    text = "% refkit: ignore[PAG, KEY101, duplicate-field] why\n@misc{a, title={T}}"
    assert messages("SUP102", text) == []
