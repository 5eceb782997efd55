"""ISBNs that are none."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value",
    ["978-3-16-148410-1", "0-19-853453-2", "9783161484101", "978-3-16-14841-0", "977-3-16-148410-3"],
)
def test_wrong_numbers_are_found(value: str) -> None:
    """A wrong check digit, a digit too few, a wrong prefix."""
    assert quoted("IDS103", f"@book{{a, isbn={{{value}}}}}") == [f"{{{value}}}"]


@pytest.mark.parametrize(
    "value",
    [
        "978-3-16-148410-0", "9783161484100", "0-19-853453-1", "080442957X", "0-8044-2957-x",
        "978-3-16-148410-0, 0-19-853453-1", "9783161484100 (pbk.)", "9783161484100 080442957X",
        "ISBN 978-3-16-148410-0", "978--3--16--148410--0", "978 3 16 148410 0",
    ],
)  # fmt: skip
def test_right_numbers_pass(value: str) -> None:
    """With hyphens or without, of both lengths, several in a field, with notes."""
    assert quoted("IDS103", f"@book{{a, isbn={{{value}}}}}") == []


def test_message_names_the_digit_that_is_due() -> None:
    """The message says which digit was expected, without calling it the right one."""
    assert "due to be `0`, not `1`" in messages("IDS103", "@book{a, isbn={978-3-16-148410-1}}")[0]
