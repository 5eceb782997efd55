"""The rule malformed-number."""

import pytest
from tests.rules.lintcase import fixed, marked, messages


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("number={(3)}", "number={3}"),
        ("volume={117,}", "volume={117}"),
        ("volume={-117}", "volume={117}"),
        ("volume={117.}", "volume={117}"),
        (r"number={\#3}", "number={3}"),
        ("number={[12]}", "number={12}"),
        ("volume={12--}", "volume={12}"),
    ],
)
def test_marks_are_removed(field: str, expected: str) -> None:
    """The fix leaves the number."""
    assert fixed("PAG230", f"@article{{a, {field}}}", unsafe=True) == f"@article{{a, {expected}}}"


@pytest.mark.parametrize("volume", ["1O7", "l17", "11O", "2o18"])
def test_letter_for_a_digit_is_found(volume: str) -> None:
    """The right digit is not written by the fix, because the file does not contain it."""
    text = f"@article{{a, volume={{{volume}}}}}"
    assert "contains a letter" in messages("PAG230", text)[0]
    assert fixed("PAG230", text, unsafe=True) == text


@pytest.mark.parametrize(
    "volume",
    ["117", "S1", "12A", "XII", "12--13", "3/4", "O1", "I", "PP", "abs/1201.0490", "12 (Suppl.)"],
)
def test_other_values_pass(volume: str) -> None:
    """Letters before and after a number, Roman numerals and double numbers are usual."""
    assert messages("PAG230", f"@article{{a, volume={{{volume}}}}}") == []


def test_csl_json_is_checked() -> None:
    """The number is marked in every format."""
    text = '[{"id": "a", "type": "article-journal", "issue": "(3)"}]'
    assert marked("PAG230", text, "csl-json") == ["(3)"]
