"""Invalid ISSNs."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("0028-0835", "0028-0835"),
        ("00280835", "00280835"),
        ("0028-0836, 1476-4688", "1476-4688"),
        ("0028--0836, 1476--4688", "1476--4688"),
        ("1234-567", "1234-567"),
        ("ISSN: 1234-56789", "1234-56789"),
    ],
)
def test_wrong_numbers_are_found(value: str, wrong: str) -> None:
    """Wrong ISSNs are found with or without a hyphen, and as the second of two."""
    assert quoted("IDS104", f"@article{{a, issn={{{value}}}}}") == [wrong]


@pytest.mark.parametrize(
    "value",
    ["0021-8979", "00218979", "0028-0836, 1476-4687", "2049-3630 (online)", "1050-124X", "1050-124x", "none",
     "978-3-598-21508-7"],
)  # fmt: skip
def test_right_numbers_pass(value: str) -> None:
    """Several ISSNs in a field, notes and X as the check digit are accepted."""
    assert quoted("IDS104", f"@article{{a, issn={{{value}}}}}") == []


@pytest.mark.parametrize("value", ["OO28-0836", "0028-O836", "0028-X836"])
def test_letters_for_digits_are_found(value: str) -> None:
    assert quoted("IDS104", f"@article{{a, issn={{{value}}}}}") == [value]
