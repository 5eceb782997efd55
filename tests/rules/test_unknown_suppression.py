"""Suppressions that mean no rule."""

from tests.rules.lintcase import messages


def test_unknown_code_gets_the_nearest() -> None:
    """A misspelt code leads back to the one that was meant."""
    found = messages("SUP102", "% refkit: ignore[PGA101] why\n@misc{a, title={T}}")
    assert found == ["there is no rule `PGA101` to suppress; did you mean `PAG101`?"]


def test_missing_brackets_are_told() -> None:
    """A suppression has to say which rule."""
    assert len(messages("SUP102", "% refkit: ignore please\n@misc{a, title={T}}")) == 1


def test_prefix_name_and_code_are_known() -> None:
    """A family, a code and a name all mean rules."""
    text = "% refkit: ignore[PAG, KEY101, duplicate-field] why\n@misc{a, title={T}}"
    assert messages("SUP102", text) == []
